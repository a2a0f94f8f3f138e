import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { switches } from '../../scripts/browser.mjs';
import type { Fact } from '../../src/domain/facts/log/fact';
import { type Dice, dice } from '../simulator/dice';
import { masterId } from '../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { addDays, DAY, instantOf, MINUTE } from '../simulator/time';
import { generatedWorld } from '../simulator/worlds/generated';
import { faultsOfALook, faultsOfASending } from '../soak/fault-plan';
import { HANDS } from '../soak/hands';
import { createModel } from '../soak/model';
import type { Asked, Outside, PanePage } from '../soak/pane-in-browser';
import { createSharedFolder, MISHAPS } from '../tasks/roam/shared-folder';
import { browserProcess, killAll } from './processes';
import { factsIn, SAMPLES } from './released-samples';

declare const page: PanePage;

/** `KILLS=40` kills so many times at every kind of write, each time in another way. */
const KILLS = Number(process.env.KILLS ?? 1);
const ORIGIN = 'http://localhost';
const FIRST_DAY = '2025-02-03';

/** What writes, and the hand that does it. */
const WRITES: Readonly<Record<string, keyof typeof HANDS>> = {
  'a sweep': 'look',
  'a check-in': 'check in',
  'a correction': 'correct',
  'a decision': 'decide',
  'a sending': 'send',
  'an import': 'import',
  'a rebuild': 'rebuild',
  'an erasure': 'erase',
  'a reduction': 'reduce',
  'an exchange with other machines': 'exchange',
};

const WAYS = ['browser', 'renderer', 'utility', 'crash'] as const;

const profile = mkdtempSync(join(tmpdir(), 'nothing-lost-'));
let script = '';
let browser: BrowserContext;
/** The world of the test that runs. */
let site = createSite(0);

/** The world around the panes: it goes on while they die. */
function createSite(seed: number) {
  const world = generatedWorld({
    ...{ seed: 6000 + seed, series: 2, years: 0.06, people: 3 },
    from: addDays(FIRST_DAY, -6),
  });
  let now = instantOf(FIRST_DAY, '12:00', 'UTC');
  const graph = createSimulatedGraph(world, { now: () => now, wait: () => new Promise(setImmediate) });
  const folder = createSharedFolder();
  let model = createModel();
  let heard = 0;
  let atWrite: { readonly number: number; readonly does: () => void } | null = null;
  const wrong: string[] = [];
  const outside: Outside = {
    ask: async (asked) => {
      now = Math.max(now, asked.now);
      return answered(graph.answer(requestOf(asked)));
    },
    folder: (does, given) => (folder.port[does] as (...all: unknown[]) => Promise<unknown>)(...given),
    begin: async (write) => {
      heard += 1;
      if (heard === atWrite?.number) setImmediate(atWrite.does);
      return write === null ? 0 : model.begin(write);
    },
    end: async (number, fresh) => void wrong.push(...model.end(number, fresh)),
    fail: async (number) => model.fail(number),
  };
  return {
    outside,
    graph,
    wrong,
    series: ['series-0', 'series-1'].map((id) => masterId(world.owner, id)),
    sent: () => graph.mailbox(world.owner).sent.map(({ subject }) => subject),
    now: () => now,
    model: () => model,
    later: (minutes: number) => {
      now += minutes * MINUTE;
    },
    /** Another log, of which nothing is known yet. */
    anew: (first: readonly Fact[] = []) => {
      model = createModel(first);
      folder.files.clear();
    },
    /** Something goes wrong on the way to Graph and to the folder, or not. */
    disturb: (luck: Dice) => {
      folder.mishaps.push(...Array.from({ length: luck.upTo(4) }, () => luck.pick(MISHAPS)));
      if (luck.next() < 0.3) graph.faults.push(...faultsOfALook(luck, now), ...faultsOfASending(luck, now));
    },
    calm: () => {
      folder.mishaps.length = 0;
      graph.faults.length = 0;
    },
    /** Calls when so many more writes were begun. */
    after: (writes: number, does: () => void) => {
      atWrite = { number: heard + writes, does };
    },
  };
}

const requestOf = ({ url, method, headers, body }: Asked): Request =>
  new Request(url, { method, headers, ...(body === null ? {} : { body }) });

const answered = (answer: Promise<Response>): ReturnType<Outside['ask']> =>
  answer.then(
    async (one) => ({ code: one.status, headers: Object.fromEntries(one.headers), body: await one.text() }),
    // As fetch does where there is no network.
    () => null,
  );

async function launch(): Promise<void> {
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: inject('chromium'),
    args: switches(),
  });
  await browser.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><script src="/pane.js"></script>' }),
  );
  for (const name of Object.keys(site.outside) as (keyof Outside)[]) {
    const call = (...given: unknown[]) => (site.outside[name] as (...all: unknown[]) => unknown)(...given);
    await browser.exposeFunction(name, call);
  }
}

async function openPane(): Promise<Page> {
  const pane = await browser.newPage();
  await pane.goto(`${ORIGIN}/pane`);
  return pane;
}

const openLog = (pane: Page, name: string, newer = 0): Promise<void> =>
  pane.evaluate((opening) => page.open(opening), { name, series: site.series, now: site.now(), newer });

/** What is not as it should be. */
async function differences(pane: Page): Promise<readonly string[]> {
  const { facts, marks, wrong } = await pane.evaluate(() => page.standing());
  const model = site.model();
  return [...model.reckon(facts, marks), ...model.differences(facts, marks), ...wrong, ...site.wrong];
}

/** Ends the pane, the hard way, and gives another browser where that was needed. */
async function kill(way: (typeof WAYS)[number], pane: Page, dying: Promise<unknown>): Promise<void> {
  if (way === 'crash') {
    // It never answers.
    const devtools = await browser.newCDPSession(pane);
    devtools.send('Page.crash').catch(() => undefined);
  } else if (way === 'browser') {
    const gone = new Promise((resolve) => browser.once('close', resolve));
    process.kill(browserProcess(profile), 'SIGKILL');
    await gone;
    await dying;
    return launch();
  } else killAll(browserProcess(profile), way);
  // Without its helpers a page goes on; without itself it does not.
  if (way !== 'utility') await dying;
  await pane.close();
}

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../soak/pane-in-browser.ts', import.meta.url));
  const built = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  script = built.outputFiles[0]?.text ?? '';
  await launch();
});

afterAll(async () => {
  await browser?.close().catch(() => undefined);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

describe('What was acknowledged is there, and nothing by halves', () => {
  test(
    `after a kill in the middle of every kind of write, ${KILLS} times`,
    async () => {
      site = createSite(0);
      const luck = dice(KILLS);
      let pane = await openPane();
      for (let round = 0; round < KILLS; round += 1) {
        for (const [at, [write, hand]] of Object.entries(WRITES).entries()) {
          const way = WAYS[(at + round) % WAYS.length] ?? 'browser';
          const name = `${hand} ${round}`;
          site.anew();
          await openLog(pane, name);
          await pane.evaluate(() => page.begin());
          const killing = new Promise<void>((begun) => site.after(1 + luck.upTo(8), begun));
          const dying = pane
            .evaluate(([does, seed]) => page.goOn(does, seed), [hand, luck.upTo(1e6)] as const)
            .catch(() => 'dead');
          await Promise.race([killing, dying]);
          await kill(way, pane, dying);
          expect(await dying, write).toBe('dead');
          site.later(60);
          pane = await openPane();
          await openLog(pane, name);
          expect(await differences(pane), `${write}, ${way} killed`).toEqual([]);
          await pane.evaluate(() => page.close());
        }
      }
      const recaps = site.sent().filter((subject) => subject.startsWith('Recap of'));
      expect(new Set(recaps).size).toBe(recaps.length);
    },
    60_000 * Math.max(2, KILLS),
  );
});

const DATABASE = 'Default/IndexedDB/http_localhost_0.indexeddb.leveldb';

/** Overwritten, or removed, while no browser is there. */
const DAMAGES = [
  ['its journal is overwritten', /\.log$/, 'overwritten'],
  ['its table of contents is overwritten', /^MANIFEST-/, 'overwritten'],
  ['the name of its table of contents is gone', /^CURRENT$/, 'removed'],
] as const;

function damage(files: RegExp, how: 'overwritten' | 'removed'): void {
  const folder = join(profile, DATABASE);
  const hit = readdirSync(folder).filter((name) => files.test(name));
  expect(hit, `${files}`).not.toEqual([]);
  for (const path of hit.map((name) => join(folder, name))) {
    if (how === 'removed') rmSync(path);
    else writeFileSync(path, Buffer.alloc(statSync(path).size, 0xa5));
  }
}

describe('A database whose files are damaged', () => {
  test('says that something is missing wherever something is, and takes new entries', {
    timeout: 120_000,
  }, async () => {
    site = createSite(1);
    let pane = await openPane();
    await openLog(pane, 'damaged');
    await pane.evaluate(() => page.begin());
    for (const [title, files, how] of DAMAGES) {
      const before = await pane.evaluate(() => page.standing());
      expect(before.wrong, title).toEqual([]);
      await browser.close();
      damage(files, how);
      await launch();
      pane = await openPane();
      await openLog(pane, 'damaged');
      const after = await pane.evaluate(() => page.standing());
      // What Chromium can mend it mends; it never says what it could not.
      const isWhole = after.facts.length === before.facts.length;
      expect(after.wrong, title).toEqual(isWhole ? [] : expect.arrayContaining(['said to be lost']));
      site.later(60);
      await pane.evaluate(() => page.begin());
      await pane.evaluate(() => page.acceptLoss());
      const anew = await pane.evaluate(() => page.standing());
      expect(anew.facts.length, title).toBeGreaterThanOrEqual(before.facts.length);
    }
  });
});

/** `SEED=17` repeats one walk; `WALKS=500` makes that many. */
const ONE = process.env.SEED;
const SEEDS =
  ONE === undefined ? Array.from({ length: Number(process.env.WALKS ?? 2) }, (_, at) => at) : [Number(ONE)];
const STEPS = 12;

describe('Whatever a person, a second pane, a crash, a clock or a new version does to the log in a real browser', () => {
  test.each(SEEDS)(
    'it holds what was acknowledged, and its views what the facts say: walk %i',
    { timeout: 120_000 },
    async (seed) => {
      const again = `SEED=${seed} npx vitest run --project browser test/contracts/nothing-lost.browser.test.ts`;
      const luck = dice(32_452_843 * (seed + 1));
      const told: string[] = [];
      const name = `walk ${seed}`;
      site = createSite(100 + seed);
      let panes = [await openPane()];
      let newer = 0;
      const sample = luck.next() < 0.5 ? luck.pick(SAMPLES) : null;
      if (sample !== null) {
        site.anew(factsIn(sample));
        await panes[0]?.evaluate(([at, one]) => page.storeSample(at, one), [name, sample] as const);
      }
      for (const pane of panes) await openLog(pane, name);
      await panes[0]?.evaluate(() => page.begin());
      for (let step = 0; step < STEPS; step += 1) {
        site.later(luck.pick([5, 60, 24 * 60, 24 * 60, 60 * 24 * 60]));
        site.disturb(luck);
        const hand = luck.pick(Object.keys(HANDS));
        const chance = luck.next();
        const pane = luck.pick(panes);
        const act = ([does, by, at]: readonly [string, number, number]) => page.act(does, by, at);
        const acting = pane.evaluate(act, [
          hand,
          luck.upTo(1e6),
          site.now() + luck.pick([0, 0, -DAY, DAY]),
        ] as const);
        told.push(`${step} ${hand}${chance < 0.2 ? ', crash' : ''}`);
        if (chance < 0.2) {
          const dying = acting.catch(() => 'dead');
          const killing = new Promise<void>((begun) => site.after(1 + luck.upTo(4), begun));
          await Promise.race([killing, dying]);
          await kill('crash', pane, dying);
          panes = panes.filter((one) => one !== pane);
        } else expect(await acting, `${again}\n${told.join('\n')}`).toBeNull();
        site.calm();
        if (panes.length === 0 || (panes.length < 2 && luck.next() < 0.3)) {
          const isNewer = luck.next() < 0.3;
          if (isNewer) newer += 1;
          const next = await openPane();
          await openLog(next, name, newer);
          for (const older of isNewer ? panes.splice(0) : []) {
            expect(await older.evaluate(() => page.noteAnyway()), again).toBe('storage-newer');
            await older.close();
          }
          panes.push(next);
        }
        const [first] = panes.toReversed();
        expect(first && (await differences(first)), `${again}\n${told.join('\n')}`).toEqual([]);
      }
      for (const pane of panes) await pane.close();
    },
  );
});
