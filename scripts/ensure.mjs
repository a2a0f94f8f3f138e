/** Run before every command: packages, and with `--browser` a browser for the tests. */
import { ensureBrowser } from './browser.mjs';
import { fail } from './fail.mjs';
import { ensurePackages } from './packages.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Loopkeeper needs Node 20.19 or newer; this is ${process.versions.node}.`);
}
await ensurePackages();
if (process.argv.includes('--browser')) ensureBrowser();
