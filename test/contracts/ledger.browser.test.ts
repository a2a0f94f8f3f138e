import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { DISK_PROMISES } from './disk-contract';
import { LEDGER_PROMISES } from './ledger-contract';
import type { LedgerPage } from './ledger-in-browser';

declare const page: LedgerPage;

const ORIGIN = 'http://localhost';
const TITLES = [...LEDGER_PROMISES, ...DISK_PROMISES].map(({ title }, index) => ({ title, index }));

let script = '';
let profile = '';
let browser: BrowserContext;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./ledger-in-browser.ts', import.meta.url));
  const built = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  script = built.outputFiles[0]?.text ?? '';
});

/** A real profile: only there IndexedDB is on the disk. */
async function launch(): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: inject('chromium'),
    args: ['--no-sandbox'],
  });
  await context.route('**/*', (route) => {
    if (route.request().url().endsWith('.js')) {
      return route.fulfill({ contentType: 'text/javascript', body: script });
    }
    const body = route.request().url().endsWith('/framed')
      ? '<!doctype html><iframe sandbox="allow-scripts" src="/pane"></iframe>'
      : '<!doctype html><script src="/ledger.js"></script>';
    return route.fulfill({ contentType: 'text/html', body });
  });
  return context;
}

async function openPane(path = '/pane'): Promise<Page> {
  const pane = await browser.newPage();
  await pane.goto(`${ORIGIN}${path}`);
  return pane;
}

/** The process of the browser, as the lock of its profile names it: `host-pid`. */
const processId = (): number => Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'ledger-'));
  browser = await launch();
});

afterEach(async () => {
  await browser.close().catch(() => undefined);
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

  test('has all it acknowledged, and nothing by halves, after the browser was killed', async () => {
    let next = 0;
    for (const _kill of [1, 2, 3]) {
      const pane = await openPane();
      const told: number[] = [];
      await pane.exposeFunction('acknowledged', (number: number) => told.push(number));
      const gone = new Promise((resolve) => browser.once('close', resolve));
      const dying = pane
        .evaluate((from) => page.appendMany('a', from, from + 100_000), next)
        .catch(() => 'killed');
      await vi.waitUntil(() => told.length >= 15, { timeout: 20_000, interval: 5 });
      process.kill(processId(), 'SIGKILL');
      expect(await dying).toBe('killed');
      await gone;

      browser = await launch();
      const after = await (await openPane()).evaluate(() => page.found());
      const numbersOf = (kind: string) =>
        after.ids.filter((id) => id.startsWith(`${kind}:a:`)).map((id) => Number(id.split(':')[2]));
      expect(numbersOf('said')).toEqual(expect.arrayContaining(told));
      expect(numbersOf('words').sort()).toEqual(numbersOf('said').sort());
      expect(numbersOf('sighting').sort()).toEqual(numbersOf('said').sort());
      expect(after.seen).toHaveLength(numbersOf('said').length);
      expect(after).toMatchObject({ whole: true, rebuilt: true, lost: false });
      next = Math.max(...numbersOf('said')) + 1;
    }
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

  test('tells a cleared database from a first run', async () => {
    const pane = await openPane();
    await pane.evaluate(() => page.appendMany('a', 0, 3));
    const devtools = await browser.newCDPSession(pane);
    await devtools.send('Storage.clearDataForOrigin', { origin: ORIGIN, storageTypes: 'indexeddb' });
    expect(await pane.evaluate(() => page.found())).toMatchObject({ ids: [], lost: true });
  });

  test('says that storage is full, keeps what was there and nothing of what was refused', async () => {
    const pane = await openPane();
    const devtools = await browser.newCDPSession(pane);
    // Before the first write: Chromium remembers for a while how much room there was.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: ORIGIN, quotaSize: 3_000_000 });
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
