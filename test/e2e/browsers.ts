import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/**
 * What Chromium leaves out. Of two equal switches the last counts, so these stand in the place of Playwright's own: no
 * second look at the network, and no renderer made ahead for a part of the browser's window, or for a next site.
 */
const LEFT_OUT = [
  ...['HttpsUpgrades', 'MediaRouter', 'OptimizationHints', 'PaintHolding'],
  ...['PreloadTopChromeWebUI', 'SpareRendererForSitePerProcess'],
];

/**
 * Without partitions of storage, Chromium denies frames of other sites theirs, as a browser does that blocks third-party
 * cookies: no database, no locks. Partitioned, each site that frames the pane gives it a store of its own, as most
 * browsers do.
 */
const KINDS = {
  plain: [...LEFT_OUT, 'ThirdPartyStoragePartitioning'],
  partitioned: LEFT_OUT,
} as const;

/** What is not there after so many ms never comes, on the slowest of machines. */
export const PATIENCE = 60_000;

const launched = new Map<keyof typeof KINDS, Promise<Browser>>();

/**
 * The one browser of its kind that all files share, as starting it takes longer than most tests; each test has a
 * profile of its own in it. It ends with the process.
 */
export function browserOf(kind: keyof typeof KINDS): Promise<Browser> {
  const executablePath = inject('chromium');
  const browser =
    launched.get(kind) ??
    chromium.launch({
      executablePath,
      args: ['--no-sandbox', `--disable-features=${KINDS[kind].join()}`],
    });
  launched.set(kind, browser);
  return browser;
}
