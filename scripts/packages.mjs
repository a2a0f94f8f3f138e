/**
 * Installs the packages of package-lock.json when some are missing or of another version.
 * Needs nothing but Node, so that every command works on a fresh clone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { busy } from './busy.mjs';
import { fail } from './fail.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const readPackages = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8')).packages;

/** npm notes what it installed in node_modules/.package-lock.json, in the shape of the lock file. */
function installed() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false;
  const have = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    // Packages for another operating system are optional and not there.
    ([path, want]) => path === '' || want.optional || have[path]?.version === want.version,
  );
}

export async function ensurePackages() {
  if (installed()) return;
  const { status, said } = await busy(
    'Installing packages (once)',
    'npm',
    ['ci', '--loglevel=error', '--no-audit', '--no-fund'],
    { cwd: root, shell: process.platform === 'win32' },
  );
  if (status === 0) return;
  fail(`The packages could not be installed: "npm ci" failed. Is the network there?\n${said}`);
}
