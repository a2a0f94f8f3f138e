import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts/fact';
import { DAY, HOUR } from '../../src/domain/time/time';
import { openLedger, openMemoryLedger } from '../../src/ledger/ledger';
import { rejectsWith } from './check';
import { DISK_PROMISES, type DiskPlace } from './disk-contract';
import { fitsThePort, LEDGER_PROMISES, outsideOf, type Place } from './ledger-contract';
import { away, checkIn, keeping, MONDAY, OWNER, report, sameMeeting, sighting, undo } from './sample-facts';

function onDisk(): DiskPlace {
  const outside = { now: MONDAY, owner: OWNER };
  let indexedDB = new IDBFactory();
  return {
    outside,
    open: (more = {}) => openLedger({ ...outsideOf(outside), indexedDB, ...more }),
    empty: async () => {
      indexedDB = new IDBFactory();
    },
  };
}

function inMemory(): Place {
  const outside = { now: MONDAY, owner: OWNER };
  return { outside, open: (more = {}) => openMemoryLedger({ ...outsideOf(outside), ...more }) };
}

describe('A ledger on disk', () => {
  test('fits the port of the tasks', () => expect(fitsThePort).toBe(true));
  test.each(LEDGER_PROMISES)('$title', ({ keeps }) => keeps(onDisk()));
  test.each(DISK_PROMISES)('$title', ({ keeps }) => keeps(onDisk()));

  test('says that storage is denied where there is none', async () => {
    const { open } = onDisk();
    const refusing = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as unknown as IDBFactory;
    await rejectsWith('storage-denied', open({ indexedDB: undefined }));
    await rejectsWith('storage-denied', open({ indexedDB: refusing }));
  });
});

describe('A ledger on a damaged disk', () => {
  const read = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  test('says that something is missing, goes on with the rest, and brings own entries back', async () => {
    const indexedDB = new IDBFactory();
    const outside = { ...outsideOf({ now: MONDAY, owner: OWNER }), indexedDB };
    const before = await openLedger(outside);
    await before.append([sighting('a', 0), checkIn('e1', 'a', 0), sighting('a', 1), checkIn('e2', 'a', 1)]);
    before.close();
    const db = await read(indexedDB.open('loopkeeper'));
    const shelf = db.transaction('occurrences', 'readwrite').objectStore('occurrences');
    const [first] = await read(shelf.getAll());
    await read(shelf.put({ ...first, facts: { 0: 'what was left of it' } }));
    db.close();
    const after = await openLedger(outside);
    expect(await after.check()).toBe(false);
    expect((await after.allFacts()).map(({ id }) => id)).toEqual([sighting('a', 1).id, 'e2']);
    expect(await after.rebuild()).toBe(false);
    expect((await after.allFacts()).map(({ id }) => id).sort()).toEqual(['e1', 'e2', sighting('a', 1).id]);
    expect((await after.check()) && (await after.rebuild())).toBe(true);
    await after.append([sighting('a', 0)]);
    expect((await after.view('a'))?.occurrences.map(({ outcome }) => outcome)).toEqual(['held', 'held']);
  });
});

describe('A ledger in memory', () => {
  test.each(LEDGER_PROMISES)('$title', ({ keeps }) => keeps(inMemory()));
});

const SERIES = ['a', 'b', 'c'] as const;
const series = fc.constantFrom(...SERIES);
const days = fc.integer({ min: 0, max: 3 });
const title = fc.constantFrom('Daily sync', 'Daily sync (new)', 'Budget');
const entryId = fc.integer({ min: 0, max: 9 }).map((number) => `e${number}`);

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(series, days, title, fc.integer({ min: 1, max: 5 })).map(([id, day, name, at]) =>
    sighting(id, day, {
      id: `sighting:${id}${day}${name}${at}`,
      title: name,
      seenAt: MONDAY + at,
      organizer: OWNER,
    }),
  ),
  fc.tuple(series, days).map(([id, day]) => checkIn(`check:${id}${day}`, id, day)),
  fc.tuple(series, days).map(([id, day]) => report(`report:${id}${day}`, id, day)),
  fc.tuple(entryId, series, series, fc.boolean(), days).map(([id, earlier, later, same, day]) => ({
    ...sameMeeting(`join:${earlier}${later}${same}${day}`, earlier, later, same),
    recordedAt: MONDAY + day * HOUR + id.length,
  })),
  series.map((id) => keeping(`keep:${id}`, id, 'start')),
  fc.constantFrom('Marcus', 'Priya', 'Nobody').map((who) => away(`away:${who}`, who)),
  fc
    .tuple(series, series, fc.boolean(), days)
    .map(([a, b, same, day]) => undo(`undo:${a}${b}${same}${day}`, `join:${a}${b}${same}${day}`)),
  fc
    .tuple(series, series, fc.boolean(), days)
    .map(([a, b, same, day]) => undo(`redo:${a}${b}${same}${day}`, `undo:${a}${b}${same}${day}`)),
);

describe('Whatever is appended, in whatever order', { timeout: 60_000 }, () => {
  test('the kept views are those a rebuild makes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyFact, { maxLength: 6 }), { maxLength: 12 }), async (batches) => {
        const { open, outside } = inMemory();
        const ledger = await open();
        for (const batch of batches) {
          outside.now += DAY / 2;
          await ledger.append(batch);
        }
        expect(await ledger.check()).toBe(true);
        expect(await ledger.rebuild()).toBe(true);
        expect(await ledger.rebuild()).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('the same facts in another order and other batches give the same views', async () => {
    const batches = fc
      .array(anyFact, { maxLength: 30 })
      .chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      );
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 9 }), async ([facts, shuffled], size) => {
        const [one, other] = [await inMemory().open(), await inMemory().open()];
        await one.append(facts);
        for (let at = 0; at < shuffled.length; at += size) await other.append(shuffled.slice(at, at + size));
        expect((await other.allFacts()).map(({ id }) => id)).toEqual(
          (await one.allFacts()).map(({ id }) => id),
        );
        for (const id of SERIES) expect(await other.view(id)).toEqual(await one.view(id));
      }),
      { numRuns: 100 },
    );
  });
});
