import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { switches } from '../../scripts/browser.mjs';
import { believed } from '../simulator/outlook-web/network';

/** What is not there after so many ms never comes, on the slowest of machines. */
export const PATIENCE = 60_000;

/** Of frames of other sites. */
export type FrameStorage = NonNullable<Parameters<typeof switches>[0]>;

const launched = new Map<FrameStorage, Promise<Browser>>();

const launch = async (storage: FrameStorage): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromium'), args: [...switches(storage), await believed()] });

/**
 * The one browser of its kind that all files share, as starting it takes longer than most tests; each test has a context
 * of its own in it. It ends with the process.
 */
export function browserOf(storage: FrameStorage): Promise<Browser> {
  const browser = launched.get(storage) ?? launch(storage);
  launched.set(storage, browser);
  return browser;
}
