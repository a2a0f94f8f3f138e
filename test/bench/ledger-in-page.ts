import Dexie, { type EntityTable } from 'dexie';
import { openDB } from 'idb';
import type { Fact } from '../../src/domain/facts/log/fact';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { Person } from '../../src/domain/facts/things/person';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { trendOf } from '../../src/domain/measure/trend';
import { type Ledger, openLedger } from '../../src/ledger/ledger';
import { erasureOf } from '../at-once';
import { histories, others, owner } from './large-log';
import { type Bundle, pageAt } from './large-pages';

/** What the measurement of the ledger calls inside a page of Chromium; bundled by it. */

let log: ReturnType<typeof histories> = [];
let pages = 0;

/** @param count Pages that the server hands out. */
function prepare(total: number, count: number): void {
  log = histories(total);
  pages = count;
}

const bundlesOf = async (answer: Promise<Response>): Promise<Bundle[]> =>
  (await (await answer).json()) as Bundle[];

/** Page by page; the next one is on its way while one is worked on. */
async function* overlapped(): AsyncGenerator<readonly Bundle[]> {
  let next = fetch(pageAt(0));
  for (let at = 0; at < pages; at++) {
    const here = await bundlesOf(next);
    if (at + 1 < pages) next = fetch(pageAt(at + 1));
    yield here;
  }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const gone = (name: string) =>
  new Promise<void>((done, fail) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  });

const ledger = (name: string) =>
  openLedger({
    name,
    clock: () => log[0]?.end ?? 0,
    judge: judging,
    turns: { now: () => performance.now(), letIn: () => new Promise((done) => setTimeout(done)) },
    rejudge,
    owner: () => owner,
    lossDetector: localStorage,
  });

const writing = {
  fetched: async () => {
    for (let at = 0; at < pages; at++) await bundlesOf(fetch(pageAt(at)));
  },
  ours: async () => {
    const kept = await ledger('ours');
    let of = '';
    let facts: Fact[] = [];
    const put = async () => {
      const end = log.find(({ series }) => series === of)?.end;
      if (end !== undefined) await kept.append(facts, [{ series: of, sweptAt: end, mailsUntil: null }]);
    };
    for await (const page of overlapped()) {
      for (const bundle of page) {
        if (bundle.series !== of) {
          await put();
          [of, facts] = [bundle.series, []];
        }
        facts.push(...bundle.facts);
      }
    }
    await put();
    kept.close();
  },
  raw: async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('raw', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'key' });
      request.onsuccess = () => done(request.result);
    });
    for await (const page of overlapped()) {
      await new Promise<void>((done) => {
        const tx = db.transaction('rows', 'readwrite');
        for (const one of page) tx.objectStore('rows').put(one);
        tx.oncomplete = () => done();
      });
    }
    db.close();
  },
  idb: async () => {
    const db = await openDB('idb', 1, {
      upgrade: (made) => void made.createObjectStore('rows', { keyPath: 'key' }),
    });
    for await (const page of overlapped()) {
      const tx = db.transaction('rows', 'readwrite');
      for (const one of page) await tx.store.put(one);
      await tx.done;
    }
    db.close();
  },
  dexie: async () => {
    const db = new Dexie('dexie') as Dexie & { rows: EntityTable<Bundle, 'key'> };
    db.version(1).stores({ rows: 'key, series' });
    for await (const page of overlapped()) await db.rows.bulkPut(page);
    db.close();
  },
};

const opening = {
  /** Open, and one get. */
  bare: async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('raw');
      request.onsuccess = () => done(request.result);
    });
    await new Promise((done) => {
      const request = db.transaction('rows').objectStore('rows').get('series 0/2016-01-04');
      request.onsuccess = () => done(request.result);
    });
    db.close();
  },
  /** Open, and what the first look at one series needs. */
  first: async () => {
    const kept = await ledger('ours');
    await kept.opening('series 0');
    kept.close();
  },
  /** Open, and everything of one series, judged as of now, with its facts. */
  ours: async () => {
    const kept = await ledger('ours');
    await kept.around('series 0');
    kept.close();
  },
  /** Open, and the trends of all series, from what is kept of them by calendar year. */
  trends: async () => {
    const kept = await ledger('ours');
    for (const { series } of log) {
      const opened = await kept.opening(series);
      if (!opened?.columns) throw new Error(`Nothing is kept of the trend of ${series}`);
      trendOf(opened.columns, opened.lineage.perWeek, owner.zone);
    }
    kept.close();
  },
  dexie: async () => {
    const db = new Dexie('dexie') as Dexie & { rows: EntityTable<Bundle, 'key'> };
    db.version(1).stores({ rows: 'key, series' });
    await db.rows.where('series').equals('series 0').toArray();
    db.close();
  },
};

/** One note on one occurrence, in a ledger that is open; and one put in Dexie. */
async function mark(): Promise<{ ours: number; dexie: number }> {
  const kept = await ledger('ours');
  // As in the pane: the series is on screen before anybody marks one of its occurrences.
  await kept.around('series 0');
  const times: number[] = [];
  for (let at = 0; at < 5; at++) {
    const recordedAt = (log[0]?.end ?? 0) + at;
    const occurrence = occurrenceKey('series 0', '2016-01-05');
    const said = {
      kind: 'check-in',
      id: `mark ${at}`,
      recordedAt,
      occurrence,
      said: 'we-met',
      minutes: null,
    } as const;
    times.push(await took(() => kept.append([{ ...said, people: [] }])));
  }
  kept.close();
  const db = new Dexie('dexie') as Dexie & { rows: EntityTable<Bundle, 'key'> };
  db.version(1).stores({ rows: 'key, series' });
  await db.open();
  const puts: number[] = [];
  for (let at = 0; at < 5; at++) {
    puts.push(await took(() => db.rows.put({ key: `mark ${at}`, series: 'series 0', facts: [] })));
  }
  db.close();
  return { ours: Math.min(...times), dexie: Math.min(...puts) };
}

/** What takes long; a tap must not wait for it. */
const working = {
  check: (kept: Ledger) => kept.check(),
  rebuild: (kept: Ledger) => kept.rebuild(),
  read: (kept: Ledger) => kept.allFacts(),
  open: (kept: Ledger) => kept.around('series 0'),
  erase: (kept: Ledger) => {
    const said = { id: 'erased', recordedAt: log[0]?.end ?? 0, role: 'colleague', salt: 'salt' } as const;
    return kept.append([erasureOf(log[0]?.facts ?? [], owner, others[0] as Person, said)]);
  },
  sweep: async (kept: Ledger) => {
    const { series, facts, end } = log[1] ?? { series: '', facts: [], end: 0 };
    const fresh = facts.map((fact) => ({ ...fact, id: `again ${fact.id}` }));
    await kept.append(fresh, [{ series, sweptAt: end, mailsUntil: null }]);
  },
};

async function work(what: keyof typeof working): Promise<void> {
  const kept = await ledger('ours');
  await working[what](kept);
  kept.close();
}

const bench = {
  prepare,
  work,
  write: (what: keyof typeof writing) => took(writing[what]),
  open: async (what: keyof typeof opening) => {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) times.push(await took(opening[what]));
    return Math.min(...times);
  },
  mark,
  empty: async () => {
    for (const name of ['ours', 'raw', 'idb', 'dexie']) await gone(name);
  },
};

export type LedgerBench = typeof bench;

Object.assign(globalThis, { bench });
