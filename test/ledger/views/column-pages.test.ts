import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import { DAY } from '../../../src/domain/time/time';
import { type Ledger, openLedger } from '../../../src/ledger/ledger';
import { outsideOf } from '../../contracts/ledger-contract';
import { checkIn, keeping, MONDAY, OWNER, sameMeeting, sighting, undo } from '../../contracts/sample-facts';

const wait = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Three years of a series, and one day of another one; all of it over. */
const DAYS = [-730, -729, -365, -1, 0];
const told: readonly Fact[] = [
  keeping('k', 'a', 'start', MONDAY - 800 * DAY),
  ...DAYS.flatMap((day) => [sighting('a', day), checkIn(`e${day}`, 'a', day)]),
  sighting('b', 1),
  checkIn('f', 'b', 1),
];

async function open() {
  const indexedDB = new IDBFactory();
  const outside = outsideOf({ now: MONDAY + 9 * DAY, owner: OWNER });
  let broken = false;
  const judge: typeof outside.judge = (...given) => {
    if (broken) throw new Error('a mistake in the rules');
    return outside.judge(...given);
  };
  const ledger = await openLedger({ ...outside, judge, indexedDB });
  await ledger.append(told);
  /** The records of the columns as they lie on the disk. */
  const shelf = async <Value>(work: (store: IDBObjectStore) => IDBRequest<Value>) => {
    const db = await wait(indexedDB.open('loopkeeper'));
    const value = await wait(work(db.transaction('columns', 'readwrite').objectStore('columns')));
    db.close();
    return value;
  };
  const breakRules = () => {
    broken = true;
  };
  return { ledger, shelf, breakRules, years: () => shelf((store) => store.getAllKeys()) };
}

const rows = async (ledger: Ledger) => (await ledger.opening('a'))?.columns?.starts.length ?? null;

describe('What trends count', () => {
  test('lies in a record for each calendar year of a series', async () => {
    const { years, shelf } = await open();
    expect(await years()).toEqual([...[1, 1, 1].map((root, at) => [root, 2024 + at]), [2, 2026]]);
    const all = await shelf((store) => store.getAll());
    expect(all.map(({ columns }) => columns.starts.length)).toEqual([2, 1, 2, 1]);
  });

  test.each([
    ['a word about a day of this year', checkIn('n', 'a', -1, { said: 'nobody-joined' }), []],
    ['a new day of this year', sighting('a', 2), [[1, 2026]]],
    ['a day of a year before', sighting('a', -366), [[1, 2025]]],
    ['the first day of another year', sighting('a', -1200), [[1, 2023]]],
  ] as const)('is written for the years that changed, and no other: %s', async (_, fact, changed) => {
    const { ledger } = await open();
    const put: unknown[] = [];
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (record, ...more) {
      if (this.name === 'columns') put.push([record.root, record.year]);
      return real.call(this, record, ...more);
    };
    try {
      await ledger.append([fact]);
    } finally {
      IDBObjectStore.prototype.put = real;
    }
    expect(put).toEqual(changed);
  });

  test('is not told where a year of it was lost, and comes back with the next judgement', async () => {
    const { ledger, shelf } = await open();
    expect(await rows(ledger)).toBe(DAYS.length);
    await shelf((store) => store.delete([1, 2025]));
    expect(await rows(ledger)).toBeNull();
    expect(await ledger.rebuild()).toBe(false);
    expect(await rows(ledger)).toBe(DAYS.length);
    await shelf((store) => store.put({ root: 1, year: 2025, columns: { starts: [1] } }));
    expect(await rows(ledger)).toBeNull();
    expect(await ledger.check()).toBe(false);
    await ledger.append([checkIn('n', 'a', 0)]);
    expect(await rows(ledger)).toBe(DAYS.length);
    expect(await ledger.rebuild()).toBe(true);
  });

  test('is not told where there is a year too many, which goes with the next judgement', async () => {
    const { ledger, shelf, years } = await open();
    const [first] = await shelf((store) => store.getAll());
    await shelf((store) => store.put({ ...first, year: 1066 }));
    expect(await rows(ledger)).toBeNull();
    expect(await ledger.rebuild()).toBe(false);
    expect(await rows(ledger)).toBe(DAYS.length);
    expect(await years()).not.toContainEqual([1, 1066]);
  });

  test('is gone with what was forgotten, though nothing can be judged any more', async () => {
    const { ledger, years, breakRules } = await open();
    breakRules();
    await ledger.append([
      { kind: 'reduced', id: 'r', recordedAt: MONDAY, series: 'a', until: '2025-12', months: [] },
    ]);
    expect((await years()).filter((key) => (key as number[])[0] === 1)).toEqual([]);
    expect(await rows(ledger)).toBeNull();
  });

  test('of a series that became part of another one lies with that one alone', async () => {
    const { ledger, years } = await open();
    await ledger.append([{ ...sameMeeting('s', 'a', 'b'), recordedAt: MONDAY } as Fact]);
    expect((await years()).filter((key) => (key as number[])[0] === 2)).toEqual([]);
    expect(await rows(ledger)).toBe(DAYS.length + 1);
    await ledger.append([undo('u', 's')]);
    expect(await years()).toContainEqual([2, 2026]);
    expect(await ledger.rebuild()).toBe(true);
  });
});
