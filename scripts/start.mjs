/** npm start: what is missing is installed, the pane built, the simulated Outlook served. */
import { spawn } from 'node:child_process';
import './ensure.mjs';
import { busy } from './busy.mjs';
import { fail } from './fail.mjs';
import { root } from './packages.mjs';

const build = await busy(
  'Building the pane',
  'node',
  ['node_modules/webpack/bin/webpack.js', '--stats', 'errors-only'],
  { cwd: root },
);
if (build.status !== 0) fail(`The pane does not build:\n${build.said}`);
process.stderr.write('Starting the simulated Outlook…\n');

const server = spawn('node', ['--import', 'tsx', 'test/simulator/serve.ts'], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
