/** npm start: what is missing is installed, the pane built, the simulated Outlook served. */
import { spawn, spawnSync } from 'node:child_process';
import './ensure.mjs';
import { root } from './packages.mjs';

const build = spawnSync('node', ['node_modules/webpack/bin/webpack.js', '--stats', 'errors-only'], {
  cwd: root,
  encoding: 'utf8',
});
if (build.status !== 0) {
  process.stderr.write(`The pane does not build:\n${build.stdout}${build.stderr}`);
  process.exit(1);
}

const server = spawn('node', ['--import', 'tsx', 'test/simulator/serve.ts'], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
