import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { buildPane } from './framed-pages';
import { bareScript } from './peer-pages/bare-page';
import type { Ratio } from './ratio';

const kilobytes = (bytes: Uint8Array) => brotliCompressSync(bytes).length / 1024;

/** The scripts taskpane.html names: all of our own JavaScript before the first view. */
export async function measure(): Promise<Ratio[]> {
  buildPane();
  const html = readFileSync('dist/taskpane.html', 'utf8');
  const scripts = [...html.matchAll(/<script[^>]* src="(assets\/[^"]+)"/g)].map((found) => found[1] ?? '');
  const value = scripts.reduce((sum, path) => sum + kilobytes(readFileSync(`dist/${path}`)), 0);
  return [
    {
      what: 'JavaScript before the first view, brotli',
      value,
      unit: 'KB',
      peer: 'bare page with Preact and signals',
      peerValue: kilobytes(await bareScript()),
    },
  ];
}
