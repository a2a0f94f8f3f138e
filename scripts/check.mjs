/** The whole gate before a change goes in: runs every check, also after one failed, and sums up. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root } from './packages.mjs';

const CHECKS = [
  ['types', 'tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['types of the domain, without a browser', 'tsc', '--noEmit', '-p', 'src/domain/tsconfig.json'],
  ['formatting and lint', 'biome', 'check', '--error-on-warnings', '--max-diagnostics=50'],
  ['unused code', 'knip', '--no-progress'],
  ['code that only tests use', 'knip', '--no-progress', '--config', 'knip.src.json'],
  [
    'house rules, manifest and lock of the packages',
    'vitest',
    'run',
    '--project',
    'rules',
    '--reporter=dot',
    'test/house.test.ts',
    'test/manifest',
    'test/packages.test.ts',
  ],
];

let failed = 0;
for (const [what, command, ...words] of CHECKS) {
  const script = `${root}node_modules/.bin/${command}${process.platform === 'win32' ? '.cmd' : ''}`;
  if (!existsSync(script)) throw new Error(`${command} is not installed`);
  const run = spawnSync(script, words, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  const good = run.status === 0;
  process.stdout.write(`${good ? 'ok    ' : 'FAILED'} ${what}\n`);
  if (good) continue;
  failed += 1;
  process.stdout.write(`${run.stdout}${run.stderr}\n`);
}
process.stdout.write(`${CHECKS.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
