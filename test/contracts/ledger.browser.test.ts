import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { switches } from '../../scripts/browser.mjs';
import { DISK_PROMISES } from './disk-contract';
import { LEDGER_PROMISES } from './ledger-contract';
import type { LedgerPage } from './ledger-in-browser';
import { LONG_WORK_PROMISES } from './long-work-contract';

declare const page: LedgerPage;

const TITLES = [...LEDGER_PROMISES, ...LONG_WORK_PROMISES, ...DISK_PROMISES].map(({ title }, index) => ({
  title,
  index,
}));

let script = '';
let profile = '';
let browser: BrowserContext;
/** Each test has a site of its own, and with it an empty place to keep a log. */
let origin = '';
let sites = 0;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./ledger-in-browser.ts', import.meta.url));
  const built = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  script = built.outputFiles[0]?.text ?? '';
  profile = mkdtempSync(join(tmpdir(), 'ledger-'));
  browser = await launch();
});

/** A real profile: only there IndexedDB is on the disk. */
async function launch(): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: inject('chromium'),
    args: switches('partitioned'),
  });
  await context.route('**/*', (route) => {
    if (route.request().url().endsWith('.js')) {
      return route.fulfill({ contentType: 'text/javascript', body: script });
    }
    const url = new URL(route.request().url());
    const framed = url.searchParams.get('frames');
    const body =
      framed !== null
        ? `<!doctype html><iframe src="${framed}/pane"></iframe>`
        : url.pathname === '/framed'
          ? '<!doctype html><iframe sandbox="allow-scripts" src="/pane"></iframe>'
          : '<!doctype html><script src="/ledger.js"></script>';
    return route.fulfill({ contentType: 'text/html', body });
  });
  return context;
}

async function openPane(path = '/pane'): Promise<Page> {
  const pane = await browser.newPage();
  await pane.goto(`${origin}${path}`);
  return pane;
}

beforeEach(() => {
  sites += 1;
  origin = `http://site-${sites}.localhost`;
});

afterEach(async () => {
  for (const pane of browser.pages()) await pane.close();
});

afterAll(async () => {
  await browser?.close().catch(() => undefined);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

describe('A ledger in Chromium', () => {
  test('keeps every promise of the contract', async () => {
    const pane = await openPane();
    const broken: string[] = [];
    for (const { title, index } of TITLES) {
      await pane
        .evaluate((at) => page.keepsPromise(at), index)
        .catch((cause) => broken.push(`${title}: ${cause}`));
    }
    expect(broken).toEqual([]);
  });

  test('loses nothing of two panes that append at the same time', async () => {
    const panes = [await openPane(), await openPane()];
    await Promise.all(
      panes.map((pane, at) => pane.evaluate((name) => page.appendMany(name, 0, 40), at === 0 ? 'a' : 'b')),
    );
    const after = await panes[0]?.evaluate(() => page.found());
    expect(after?.ids).toHaveLength(240);
    expect(after).toMatchObject({ whole: true, rebuilt: true });
  });

  test('says that it is blocked while an older pane holds on, and opens once that lets go', async () => {
    const [older, newer] = [await openPane(), await openPane()];
    const letGo = await older.evaluateHandle(() => page.openStubbornly());
    const opening = newer.evaluate(() => page.openUpgraded(false));
    await newer.waitForFunction(() => 'blocked' in globalThis);
    await letGo.evaluate((close) => close());
    expect(await opening).toBe('blocked, none');
  });

  test('gives up opening when it is blocked and nobody wants to wait', async () => {
    const [older, newer] = [await openPane(), await openPane()];
    await older.evaluateHandle(() => page.openStubbornly());
    expect(await newer.evaluate(() => page.openUpgraded(true))).toBe('blocked, storage-blocked');
  });

  test('says that storage is denied in a sandboxed frame, where memory still serves', async () => {
    const framed = (await openPane('/framed')).frames()[1];
    await framed?.waitForFunction(() => 'page' in globalThis);
    expect(await framed?.evaluate(() => page.troubleOf(page.openHere()))).toBe('storage-denied');
    expect(await framed?.evaluate(() => page.useMemory())).toEqual({ kept: 'memory', facts: 3 });
    expect(await framed?.evaluate(() => page.alone('sweep', false, async () => 'swept'))).toBe('swept');
  });

  test('is another log under another host that frames the pane, and takes in what that one holds', async () => {
    const under = async (host: string) => {
      const top = await browser.newPage();
      await top.goto(`http://${host}.localhost/?frames=${origin}`);
      const [, pane] = top.frames();
      if (pane === undefined) throw new Error('No frame');
      await pane.waitForFunction(() => 'page' in globalThis);
      return pane;
    };
    const [web, desktop] = [await under('web'), await under('desktop')];
    await web.evaluate(() => page.appendMany('a', 0, 3));
    expect(await desktop.evaluate(() => page.found())).toMatchObject({ ids: [], lost: false });
    const taken = await web.evaluate(() => page.allFacts());
    await desktop.evaluate((facts) => page.take(facts), taken);
    expect(await desktop.evaluate(() => page.found())).toEqual(await web.evaluate(() => page.found()));
  });

  test('tells a cleared database from a first run', async () => {
    const pane = await openPane();
    await pane.evaluate(() => page.appendMany('a', 0, 3));
    const devtools = await browser.newCDPSession(pane);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    expect(await pane.evaluate(() => page.found())).toMatchObject({ ids: [], lost: true });
  });

  test('says that storage is full, keeps what was there and nothing of what was refused', async () => {
    const pane = await openPane();
    const devtools = await browser.newCDPSession(pane);
    // Before the first write: Chromium remembers for a while how much room there was.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
    await pane.evaluate(() => page.appendMany('a', 0, 3));
    const trouble = await pane.evaluate(async () => {
      const ledger = await page.openHere();
      return page.troubleOf(ledger.append([...page.batch('a', 7), page.longWords('long', 3_000_000)]));
    });
    expect(trouble).toBe('storage-full');
    const after = await pane.evaluate(() => page.found());
    expect(after.ids).toHaveLength(9);
    expect(after).toMatchObject({ whole: true, rebuilt: true });
  });

  test('lets one pane at a time sweep', async () => {
    const [one, other] = [await openPane(), await openPane()];
    const sweeping = one.evaluate(() =>
      page.alone('sweep', false, () => {
        Object.assign(globalThis, { sweeping: true });
        return new Promise((resolve) => Object.assign(globalThis, { finish: () => resolve('swept') }));
      }),
    );
    await one.waitForFunction(() => 'sweeping' in globalThis);
    const sweep = () => other.evaluate(() => page.alone('sweep', false, async () => 'swept too'));
    expect(await sweep()).toBeNull();
    await one.evaluate(() => (globalThis as unknown as { finish: () => void }).finish());
    expect(await sweeping).toBe('swept');
    expect(await sweep()).toBe('swept too');
  });
});
