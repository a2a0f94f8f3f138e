/**
 * Installs the packages of package-lock.json when some are missing or of another version.
 * Needs nothing but Node, so that every command works on a fresh clone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

export function ensurePackages() {
  if (installed()) return;
  process.stderr.write('Installing packages (once)…\n');
  const npm = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return;
  const said = `${npm.error?.message ?? ''}${npm.stdout ?? ''}${npm.stderr ?? ''}`.trim();
  fail(`The packages could not be installed: "npm ci" failed. Is the network there?\n${said}`);
}
