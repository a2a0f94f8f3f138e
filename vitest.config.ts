import { readFileSync } from 'node:fs';

import { defineConfig, type Plugin } from 'vitest/config';

process.env.TZ = 'UTC';

const BROWSER = ['test/e2e/**/*.test.ts', 'test/contracts/**/*.browser.test.ts'];
const CONFORMANCE = ['test/conformance/**/*.test.ts'];
/** Makes a test fail whose product asked Graph for what it would not have liked. */
const OFFENCES = ['test/offences.ts'];

/** An imported SVG is its own text, as webpack's `asset/source` makes it. */
const svgText = (): Plugin => ({
  name: 'svg-text',
  enforce: 'pre',
  load(id) {
    const path = id.replace(/\?.*$/, '');
    return path.endsWith('.svg') ? `export default ${JSON.stringify(readFileSync(path, 'utf8'))}` : null;
  },
});

export default defineConfig({
  plugins: [svgText()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          // Property tests take seconds, and many times that beside other work.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Reading the same modules anew for each of two hundred files took longer than the tests.
          isolate: false,
          // One of each core: left to itself it keeps one free.
          maxWorkers: '100%',
          include: ['test/**/*.test.{ts,tsx}'],
          setupFiles: OFFENCES,
          exclude: [...BROWSER, ...CONFORMANCE],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: BROWSER,
          setupFiles: OFFENCES,
          globalSetup: 'test/browser-setup.ts',
          // Each in a browser of its own. Two keep two cores busy; more make each other slow enough to fail.
          maxWorkers: 2,
          // What one file has read, bundled and played need not be read, bundled and played again by the next.
          isolate: false,
          // On a shared machine a browser can stand still for half a minute. Whatever needed a second run is named.
          retry: process.env.CI === undefined ? 0 : 1,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // What a browser shows comes when it comes; only what never comes is a fault.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'conformance',
          environment: 'node',
          include: CONFORMANCE,
          setupFiles: OFFENCES,
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
