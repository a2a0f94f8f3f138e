import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { switches } from '../../scripts/browser.mjs';

/** What is not there after so many ms never comes, on the slowest of machines. */
export const PATIENCE = 60_000;

/** Of frames of other sites. */
type Storage = NonNullable<Parameters<typeof switches>[0]>;

const launched = new Map<Storage, Promise<Browser>>();

/**
 * The one browser of its kind that all files share, as starting it takes longer than most tests; each test has a
 * profile of its own in it. It ends with the process.
 */
export function browserOf(storage: Storage): Promise<Browser> {
  const executablePath = inject('chromium');
  const browser = launched.get(storage) ?? chromium.launch({ executablePath, args: switches(storage) });
  launched.set(storage, browser);
  return browser;
}
