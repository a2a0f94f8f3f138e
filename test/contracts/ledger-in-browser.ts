import type { Fact } from '../../src/domain/facts/log/fact';
import { createAlone, type LockPort } from '../../src/ledger/browser/locks';
import { type Ledger, type LedgerOutside, openLedger, openMemoryLedger } from '../../src/ledger/ledger';
import { UPGRADE_STEPS } from '../../src/ledger/store/upgrade';
import { DISK_PROMISES, type DiskPlace } from './disk-contract';
import { LEDGER_PROMISES, outsideOf } from './ledger-contract';
import { LONG_WORK_PROMISES } from './long-work-contract';
import { checkIn, key, MONDAY, OWNER, sighting } from './sample-facts';

/** What the browser tests call inside the page; bundled by them. */

const PROMISES = [...LEDGER_PROMISES, ...LONG_WORK_PROMISES, ...DISK_PROMISES];

const deleteDatabase = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

function placeNamed(name: string): DiskPlace {
  const outside = { now: MONDAY, owner: OWNER };
  return {
    outside,
    open: (more = {}) => openLedger({ ...outsideOf(outside), name, ...more }),
    empty: () => deleteDatabase(name),
  };
}

async function keepsPromise(index: number): Promise<void> {
  const place = placeNamed(`promise-${index}`);
  await PROMISES[index]?.keeps(place);
}

/** `localStorage` itself can throw where storage is denied. */
function smallStore(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

const openHere = (more: Partial<LedgerOutside> = {}): Promise<Ledger> =>
  openLedger({
    ...outsideOf({ now: MONDAY, owner: OWNER }),
    name: 'pane',
    lossDetector: smallStore(),
    ...more,
  });

/** Three facts that belong together: a sighting, what was said about it, and words beside it. */
const batch = (pane: string, number: number): readonly Fact[] => [
  sighting(pane, number),
  checkIn(`said:${pane}:${number}`, pane, number),
  {
    kind: 'annotation',
    id: `words:${pane}:${number}`,
    recordedAt: MONDAY,
    occurrence: key(pane, number),
    by: null,
    words: 'x'.repeat(2000),
  },
];

/** Appends batches, telling each as soon as it is acknowledged, until the number is reached. */
async function appendMany(pane: string, from: number, to: number): Promise<void> {
  const told = (globalThis as unknown as { acknowledged?: (number: number) => void }).acknowledged;
  const ledger = await openHere();
  for (let number = from; number < to; number++) {
    await ledger.append(batch(pane, number), [{ series: pane, sweptAt: MONDAY + number, mailsUntil: null }]);
    told?.(number);
  }
  ledger.close();
}

async function found(): Promise<{
  ids: string[];
  whole: boolean;
  rebuilt: boolean;
  lost: boolean;
  seen: string[];
}> {
  const ledger = await openHere();
  const ids = (await ledger.allFacts()).map(({ id }) => id);
  const seen = (await ledger.view('a'))?.occurrences ?? [];
  const answer = {
    ids,
    whole: await ledger.check(),
    rebuilt: await ledger.rebuild(),
    lost: ledger.lost,
    seen: seen.map(({ key: each }) => each),
  };
  ledger.close();
  return answer;
}

const troubleOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (cause: { kind?: string }) => cause.kind ?? String(cause),
  );

/** Words that do not compress, so that a quota is reached. */
function longWords(id: string, length: number): Fact {
  const noise = Array.from({ length }, () => String.fromCharCode(33 + Math.floor(Math.random() * 60_000)));
  return { ...batch('a', 0)[2], id, words: noise.join('') } as Fact;
}

/** Opens as an older pane whose code does not let go of the database. */
async function openStubbornly(): Promise<() => void> {
  (await openHere()).close();
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('pane');
    request.onsuccess = () => resolve(request.result);
  });
  return () => db.close();
}

async function openUpgraded(giveUp: boolean): Promise<string> {
  let blocked = false;
  const trouble = await troubleOf(
    openHere({
      steps: [...UPGRADE_STEPS, (db) => void db.createObjectStore('tomorrow')],
      onBlocked: (giveUpNow) => {
        blocked = true;
        (globalThis as unknown as { blocked?: boolean }).blocked = true;
        if (giveUp) giveUpNow();
      },
    }),
  );
  return `${blocked ? 'blocked' : 'free'}, ${trouble}`;
}

async function useMemory(): Promise<{ kept: string; facts: number }> {
  const ledger = await openMemoryLedger(outsideOf({ now: MONDAY, owner: OWNER }));
  await ledger.append(batch('a', 0));
  return { kept: ledger.kept, facts: (await ledger.allFacts()).length };
}

async function allFacts(): Promise<readonly Fact[]> {
  const ledger = await openHere();
  const facts = await ledger.allFacts();
  ledger.close();
  return facts;
}

async function take(facts: readonly Fact[]): Promise<void> {
  const ledger = await openHere();
  await ledger.append(facts);
  ledger.close();
}

const alone = createAlone(navigator.locks as unknown as LockPort | undefined);

const page = {
  titles: PROMISES.map(({ title }) => title),
  keepsPromise,
  openHere,
  appendMany,
  found,
  troubleOf,
  longWords,
  batch,
  openStubbornly,
  openUpgraded,
  useMemory,
  allFacts,
  take,
  alone,
};

export type LedgerPage = typeof page;

Object.assign(globalThis, { page });
