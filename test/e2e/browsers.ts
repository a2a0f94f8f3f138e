import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/**
 * As Playwright starts it, Chromium denies frames of other sites their storage, as a browser does that blocks
 * third-party cookies: no database, no locks. Partitioned, each site that frames the pane gives it a store of its
 * own, as most browsers do. Of two equal switches the last counts.
 */
const KINDS = {
  plain: [],
  partitioned: ['--disable-features=MediaRouter,OptimizationHints,HttpsUpgrades,PaintHolding'],
} as const;

const launched = new Map<keyof typeof KINDS, Promise<Browser>>();

/**
 * The one browser of its kind that all files share, as starting it takes longer than most tests; each test has a
 * profile of its own in it. It ends with the process.
 */
export function browserOf(kind: keyof typeof KINDS): Promise<Browser> {
  const executablePath = inject('chromium');
  const browser =
    launched.get(kind) ?? chromium.launch({ executablePath, args: ['--no-sandbox', ...KINDS[kind]] });
  launched.set(kind, browser);
  return browser;
}
