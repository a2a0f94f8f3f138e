import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Served } from './bundles';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
};

const OFFICE_JS = /<script async src="https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js">/;

/** Office.js comes as late as the real one, and what bends the browser comes before everything else. */
function withStandIn(html: string): string {
  if (!OFFICE_JS.test(html)) throw new Error('taskpane.html does not load Office.js as expected');
  return html
    .replace(OFFICE_JS, '<script async src="/simulator/office.js">')
    .replace('<script ', '<script src="/simulator/world.js"></script><script ');
}

/** A file of dist/ as built, or null; in taskpane.html the simulator takes the place of Office.js. */
export function paneFile(path: string): Served | null {
  const file = join(dist, normalize(decodeURIComponent(path)));
  const kind = KINDS[extname(file)];
  if (!file.startsWith(dist) || kind === undefined || !existsSync(file)) return null;
  if (path === '/taskpane.html') return { kind, body: withStandIn(readFileSync(file, 'utf8')) };
  return { kind, body: readFileSync(file) };
}
