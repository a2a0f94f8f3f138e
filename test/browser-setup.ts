import { spawnSync } from 'node:child_process';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../scripts/browser.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser the tests drive. */
    chromium: string;
    /** Where the browsers are reached that all files share; a profile of its own for every test. */
    browsers: Record<BrowserKind, string>;
  }
}

/**
 * As Playwright starts it, Chromium denies frames of other sites their storage, as a browser does that blocks
 * third-party cookies: no database, no locks. Partitioned, each site that frames the pane gives it a store of its
 * own, as most browsers do. Of two equal switches the last counts.
 */
const KINDS = {
  plain: [],
  partitioned: ['--disable-features=MediaRouter,OptimizationHints,HttpsUpgrades,PaintHolding'],
} as const;
export type BrowserKind = keyof typeof KINDS;

/** Before the browser tests: the production pane in dist/, and the browsers to open it in. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const build = spawnSync('node', ['node_modules/webpack/bin/webpack.js'], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`The pane does not build:\n${build.stdout}${build.stderr}`);
  const executablePath = ensureBrowser();
  const launch = (args: readonly string[]): Promise<BrowserServer> =>
    chromium.launchServer({ executablePath, args: ['--no-sandbox', ...args] });
  const [plain, partitioned] = await Promise.all([launch(KINDS.plain), launch(KINDS.partitioned)]);
  project.provide('chromium', executablePath);
  project.provide('browsers', { plain: plain.wsEndpoint(), partitioned: partitioned.wsEndpoint() });
  return async () => {
    await Promise.all([plain.close(), partitioned.close()]);
  };
}
