import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../scripts/browser.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser the tests drive. */
    chromium: string;
  }
}

/** Before the browser tests: the production pane in dist/, and a browser to open it in. */
export default function setup(project: TestProject): void {
  const build = spawnSync('node', ['node_modules/webpack/bin/webpack.js'], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`The pane does not build:\n${build.stdout}${build.stderr}`);
  project.provide('chromium', ensureBrowser());
}
