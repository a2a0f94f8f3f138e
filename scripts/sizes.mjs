/**
 * Prints what a reader of the pane downloads, brotli-compressed, and fails over the budget.
 * First view: the scripts named in taskpane.html. Everything else is loaded when it is needed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** Kilobytes (1024 bytes) of our own JavaScript before the first view; Office.js is not counted. */
export const BUDGET = 20;

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

const brotli = (path) => brotliCompressSync(readFileSync(dist + path)).length;
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
const named = (page, pattern) =>
  [...readFileSync(dist + page, 'utf8').matchAll(pattern)].map(([, path]) => path ?? '');

export function measureBuild() {
  const measured = (path) => ({ path, bytes: brotli(path) });
  const first = named('taskpane.html', /<script[^>]* src="(assets\/[^"]+)"/g).map(measured);
  const pages = ['auth.html', 'sign-in.html'].flatMap((page) =>
    named(page, /(?:src|href)="(assets\/[^"]+)"/g),
  );
  const others = readdirSync(`${dist}assets`)
    .map((name) => `assets/${name}`)
    .filter((path) => /\.(js|css)$/.test(path) && !pages.includes(path))
    .filter((path) => !first.some((one) => one.path === path))
    .map(measured);
  const signIn = pages.filter((path) => path.endsWith('.js')).map(measured);
  return { first, others, signIn, html: measured('taskpane.html') };
}

function print() {
  const { first, others, signIn, html } = measureBuild();
  const show = (title, files) => {
    console.log(`${kilobytes(sum(files))}  ${title}`);
    if (files.length > 1)
      for (const { path, bytes } of files) console.log(`  ${kilobytes(bytes)}    ${path}`);
  };
  console.log('Sizes, brotli:');
  show('first view, JavaScript', first);
  show('first view, page with its styles', [html]);
  show(
    'on demand',
    others.sort((a, b) => b.bytes - a.bytes),
  );
  show('sign-in page', signIn);
  if (sum(first) <= BUDGET * 1024) return;
  console.error(
    `The first view's JavaScript is over its budget of ${BUDGET} KB: load a part of it on demand.`,
  );
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print();
