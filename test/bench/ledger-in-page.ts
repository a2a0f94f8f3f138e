import Dexie, { type EntityTable } from 'dexie';
import { openDB } from 'idb';
import { occurrenceKey } from '../../src/domain/facts/occurrence';
import type { Person } from '../../src/domain/facts/person';
import { erasureOf } from '../../src/domain/forget/erasing';
import { judging, rejudge } from '../../src/domain/judge/judge';
import { trendOf } from '../../src/domain/measure/trend';
import { type Ledger, openLedger } from '../../src/ledger/ledger';
import { histories, others, owner } from './large-log';

/** What the measurement of the ledger calls inside a page of Chromium; bundled by it. */

interface Bundle {
  readonly key: string;
  readonly series: string;
  readonly facts: readonly unknown[];
}

let log: ReturnType<typeof histories> = [];
let pages: readonly string[] = [];

/** As Graph hands it out: pages of 50, as text. */
function prepare(total: number): void {
  log = histories(total);
  const bundles = log.flatMap(({ series, facts }) => {
    const byDay = new Map<string, unknown[]>();
    for (const fact of facts) {
      const key =
        'occurrence' in fact && fact.occurrence !== null ? `${fact.occurrence}` : `${series}/${fact.id}`;
      byDay.set(key, [...(byDay.get(key) ?? []), fact]);
    }
    return [...byDay].map(([key, of]): Bundle => ({ key, series, facts: of }));
  });
  pages = Array.from({ length: Math.ceil(bundles.length / 50) }, (_, at) =>
    JSON.stringify(bundles.slice(at * 50, at * 50 + 50)),
  );
}

const bundlesOf = (page: string): Bundle[] => JSON.parse(page) as Bundle[];

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
    witness: localStorage,
  });

const writing = {
  parsed: async () => {
    for (const page of pages) bundlesOf(page);
  },
  ours: async () => {
    const kept = await ledger('ours');
    for (const { series, facts, end } of log) {
      await kept.append(facts, [{ series, sweptAt: end, mailsUntil: null }]);
    }
    kept.close();
  },
  raw: async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('raw', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'key' });
      request.onsuccess = () => done(request.result);
    });
    for (const page of pages) {
      await new Promise<void>((done) => {
        const tx = db.transaction('rows', 'readwrite');
        for (const one of bundlesOf(page)) tx.objectStore('rows').put(one);
        tx.oncomplete = () => done();
      });
    }
    db.close();
  },
  idb: async () => {
    const db = await openDB('idb', 1, {
      upgrade: (made) => void made.createObjectStore('rows', { keyPath: 'key' }),
    });
    for (const page of pages) {
      const tx = db.transaction('rows', 'readwrite');
      for (const one of bundlesOf(page)) await tx.store.put(one);
      await tx.done;
    }
    db.close();
  },
  dexie: async () => {
    const db = new Dexie('dexie') as Dexie & { rows: EntityTable<Bundle, 'key'> };
    db.version(1).stores({ rows: 'key, series' });
    for (const page of pages) await db.rows.bulkPut(bundlesOf(page));
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
