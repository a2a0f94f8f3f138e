import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { BrowserKind } from '../browser-setup';

const connected = new Map<BrowserKind, Promise<Browser>>();

/** One of the browsers all files share (browser-setup.ts); starting one takes longer than most tests. */
export function browserOf(kind: BrowserKind): Promise<Browser> {
  const browser = connected.get(kind) ?? chromium.connect(inject('browsers')[kind]);
  connected.set(kind, browser);
  return browser;
}
