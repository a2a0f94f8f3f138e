import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureBrowser, switches } from '../../scripts/browser.mjs';
import { LARGE, SMALL } from './large-log';
import { largePages, pageAt } from './large-pages';
import type { LedgerBench } from './ledger-in-page';
import { longestTask } from './longest-task';
import type { Ratio } from './ratio';

async function pageScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./ledger-in-page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

declare const bench: LedgerBench;
type Writing = Parameters<LedgerBench['write']>[0];
type Opening = Parameters<LedgerBench['open']>[0];
type Working = Parameters<LedgerBench['work']>[0];

/** Long work, and what it is called; in this order. */
const WORK: readonly (readonly [Working, string])[] = [
  ['open', 'a series is opened and judged'],
  ['sweep', 'a sweep of it is written'],
  ['read', 'the whole log is read'],
  ['check', 'the whole log is checked'],
  ['rebuild', 'all of it is made anew'],
  ['erase', 'somebody is erased from it'],
];
/** What the server hands out. */
let pages: readonly string[] = [];

/** Longer work has to let others in, in ms. */
const BOUND = 50;

interface Times {
  readonly write: Readonly<Record<Writing, number>>;
  readonly open: Readonly<Record<Opening, number>>;
  readonly mark: Awaited<ReturnType<LedgerBench['mark']>>;
}

async function timesOf(page: Page, total: number): Promise<Times> {
  await page.evaluate(() => bench.empty());
  pages = largePages(total);
  await page.evaluate(([all, count]) => bench.prepare(all ?? 0, count ?? 0), [total, pages.length]);
  const write = async (what: Writing) => page.evaluate((one) => bench.write(one), what);
  const open = async (what: Opening) => page.evaluate((one) => bench.open(one), what);
  const times = {
    write: {
      fetched: await write('fetched'),
      raw: await write('raw'),
      idb: await write('idb'),
      dexie: await write('dexie'),
      ours: await write('ours'),
    },
    open: {
      bare: await open('bare'),
      first: await open('first'),
      ours: await open('ours'),
      trends: await open('trends'),
      dexie: await open('dexie'),
    },
    mark: await page.evaluate(() => bench.mark()),
  };
  return times;
}

/** How long a tap waits at most while something goes through a large log. */
async function waitsIn(browser: Browser | null, page: Page): Promise<Ratio[]> {
  if (browser === null) throw new Error('A browser with a profile is not to be traced here');
  const waits: Ratio[] = [];
  for (const [what, words] of WORK) {
    const value = await longestTask(browser, page, () => page.evaluate((one) => bench.work(one), what));
    waits.push({ what: `longest task while ${words}`, value, unit: 'ms', peer: 'bound', peerValue: BOUND });
  }
  return waits;
}

/** The database of a log that grew for ten years, on a disk, in Chromium. */
export async function measure(): Promise<Ratio[]> {
  const script = await pageScript();
  const server = createServer(({ url }, response) => {
    const at = url?.startsWith(pageAt('')) ? Number(url.slice(pageAt('').length)) : -1;
    const [type, body] =
      at >= 0
        ? ['application/json', pages[at]]
        : url === '/bench.js'
          ? ['text/javascript', script]
          : [
              'text/html; charset=utf-8',
              '<!doctype html><title>Bench</title><script src="bench.js"></script>',
            ];
    response.writeHead(200, { 'Content-Type': type as string, 'Cache-Control': 'no-store' });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const profile = mkdtempSync(join(tmpdir(), 'loopkeeper-bench-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: switches(),
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const [small, large] = [await timesOf(page, SMALL), await timesOf(page, LARGE)];
    const waits = await waitsIn(browser.browser(), page);
    await page.evaluate(() => bench.empty());
    return [...table(small, large), ...waits];
  } finally {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function table(small: Times, large: Times): Ratio[] {
  const line = (what: string, value: number, peer: string, peerValue: number, unit = 'ms'): Ratio => ({
    what,
    value,
    unit,
    peer,
    peerValue,
  });
  const writes = `write ${LARGE} occurrences of a sweep, judged`;
  const looks = `open on a series of ${LARGE / 40} among ${LARGE}: the first look`;
  const opens = `the same: all of it, judged as of now`;
  return [
    line(writes, large.write.ours, 'fetching and parsing the pages only', large.write.fetched),
    line(writes, large.write.ours, 'raw IndexedDB, not judged', large.write.raw),
    line(writes, large.write.ours, 'idb, each put awaited, not judged', large.write.idb),
    line(writes, large.write.ours, 'Dexie bulkPut, not judged', large.write.dexie),
    line(looks, large.open.first, 'bare open and one get', large.open.bare),
    line(opens, large.open.ours, 'bare open and one get', large.open.bare),
    line(opens, large.open.ours, 'Dexie, the rows of the series', large.open.dexie),
    line(
      `trends of all 40 series among ${LARGE}, read and counted`,
      large.open.trends,
      'bare open and one get',
      large.open.bare,
    ),
    line('mark one occurrence, judged anew, on the disk', large.mark.ours, 'Dexie put', large.mark.dexie),
    line(
      `write: growth from ${SMALL} to ${LARGE}, per 1,000`,
      (large.write.ours / LARGE) * 1000,
      `${SMALL} occurrences`,
      (small.write.ours / SMALL) * 1000,
    ),
    line(`open: growth from ${SMALL} to ${LARGE}`, large.open.ours, `${SMALL} occurrences`, small.open.ours),
    line(
      `trends, read and counted: growth from ${SMALL} to ${LARGE}`,
      large.open.trends,
      `${SMALL} occurrences`,
      small.open.trends,
    ),
    line(`mark: growth from ${SMALL} to ${LARGE}`, large.mark.ours, `${SMALL} occurrences`, small.mark.ours),
  ];
}
