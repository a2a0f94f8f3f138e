/**
 * Runs a command that takes a while, and says every few seconds that it still does and for how long: in one line on a
 * terminal, in lines of their own elsewhere. Needs nothing but Node.
 */
import { spawn } from 'node:child_process';

const ON_TERMINAL = 1_000;
const IN_LINES = 5_000;

export function busy(what, command, words, options = {}, out = process.stderr) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const say = (more) => (out.isTTY ? out.write(`\r\x1b[K${what}${more}`) : out.write(`${what}${more}\n`));
  say('…');
  const tick = setInterval(() => say(`… ${seconds()} s`), out.isTTY ? ON_TERMINAL : IN_LINES);
  return new Promise((resolve) => {
    const child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (piece) => {
      said += piece;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const end = (status, more = '') => {
      clearInterval(tick);
      if (status === 0) say(`: done in ${seconds()} s`);
      if (out.isTTY) out.write('\n');
      resolve({ status, said: `${said}${more}`.trim() });
    };
    child.on('error', (error) => end(1, error.message));
    child.on('close', (status) => end(status ?? 1));
  });
}
