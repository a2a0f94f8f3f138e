import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Ratio } from './ratio';

/** The least a page on the same library can be: it renders a heading and counts a signal up. */
const BARE_PAGE = `
  import { h, render } from 'preact';
  import { signal } from '@preact/signals';
  const count = signal(0);
  render(h('button', { onClick: () => { count.value += 1; } }, count), document.body);
`;

const kilobytes = (bytes: Uint8Array) => brotliCompressSync(bytes).length / 1024;

async function barePage(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: BARE_PAGE, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return kilobytes(outputFiles[0]?.contents ?? new Uint8Array());
}

/** The scripts taskpane.html names: all of our own JavaScript before the first view. */
export async function measure(): Promise<Ratio[]> {
  const built = spawnSync('node', ['node_modules/webpack/bin/webpack.js'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  const html = readFileSync('dist/taskpane.html', 'utf8');
  const scripts = [...html.matchAll(/<script[^>]* src="(assets\/[^"]+)"/g)].map((found) => found[1] ?? '');
  const value = scripts.reduce((sum, path) => sum + kilobytes(readFileSync(`dist/${path}`)), 0);
  return [
    {
      what: 'JavaScript before the first view, brotli',
      value,
      unit: 'KB',
      peer: 'bare page with Preact and signals',
      peerValue: await barePage(),
    },
  ];
}
