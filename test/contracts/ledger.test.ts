import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts/log/fact';
import { DAY, HOUR } from '../../src/domain/time/time';
import { type Ledger, openLedger, openMemoryLedger } from '../../src/ledger/ledger';
import type { Shelf } from '../../src/ledger/store/records';
import { rejectsWith } from './check';
import { DISK_PROMISES, type DiskPlace } from './disk-contract';
import { fitsThePort, LEDGER_PROMISES, outsideOf, type Place } from './ledger-contract';
import { LONG_WORK_PROMISES } from './long-work-contract';
import { plainJudge, stepwise } from './plain-judge';
import {
  away,
  checkIn,
  dayAfter,
  decision,
  erasure,
  keeping,
  MONDAY,
  OWNER,
  report,
  sameMeeting,
  sighting,
  undo,
} from './sample-facts';

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

/** Each storage that there is: one that is not opened here does not compile. */
const STORAGES: Readonly<Record<Ledger['kept'], () => Place>> = { disk: onDisk, memory: inMemory };

describe.each(Object.entries(STORAGES))('A ledger in storage of the kind "%s"', (kept, empty) => {
  test('says which it is', async () => expect((await empty().open()).kept).toBe(kept));
  test.each(LEDGER_PROMISES)('$title', ({ keeps }) => keeps(empty()));
  test.each(LONG_WORK_PROMISES)('$title', ({ keeps }) => keeps(empty()));
});

describe('A ledger on disk', () => {
  test('fits the port of the tasks', () => expect(fitsThePort).toBe(true));
  test.each(DISK_PROMISES)('$title', ({ keeps }) => keeps(onDisk()));

  test('puts what a person entered on the disk before it says so, and leaves what a sweep brought to the system', async () => {
    const ledger = await onDisk().open();
    const asked: (string | undefined)[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (shelves, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return transaction.call(this, shelves, mode, options);
    };
    try {
      // With how far the sweep got, in one transaction: it must never be said to have seen what is not there.
      const swept = { series: 'a', sweptAt: MONDAY, mailsUntil: MONDAY };
      await ledger.append([sighting('a'), report('r1', 'a'), away('w1', 'Marcus')], [swept]);
      await ledger.append([sighting('b'), checkIn('e1', 'b')]);
      await ledger.merge([undo('u1', 'e1')]);
      await ledger.eraseAll();
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(asked).toEqual(['relaxed', 'strict', 'strict', 'strict']);
  });

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

  /** Two days of a series, one of another, somebody away, somebody erased; then some records are damaged. */
  async function damaged(shelf: Shelf, damage: (records: Damaged[]) => readonly Damaged[]) {
    const indexedDB = new IDBFactory();
    const outside = { ...outsideOf({ now: MONDAY, owner: OWNER }), indexedDB };
    const before = await openLedger(outside);
    await before.append([keeping('k', 'a', 'start'), sighting('a', 0), checkIn('e1', 'a', 0)]);
    await before.append([sighting('a', 1), checkIn('e2', 'a', 1), sighting('b', 2), checkIn('e3', 'b', 2)]);
    await before.append([], [{ series: 'a', sweptAt: MONDAY, mailsUntil: null }]);
    await before.append([away('w1', 'Marcus'), decision('d1', 'a', 1), erasure('z1', 'Zoe', [])]);
    const facts = (await before.allFacts()).map(({ id }) => id).sort();
    const view = await before.view('a');
    before.close();
    const db = await read(indexedDB.open('loopkeeper'));
    const drawer = db.transaction(shelf, 'readwrite').objectStore(shelf);
    for (const record of damage(await read(drawer.getAll()))) await read(drawer.put(record));
    db.close();
    return { ledger: await openLedger(outside), facts, view, again: () => openLedger(outside), outside };
  }

  type Damaged = Record<string, unknown>;
  const first = (change: Damaged) => (records: Damaged[]) =>
    records
      .filter(
        ({ date, name }) =>
          (date === undefined || date !== '') && (name === undefined || name === change.name),
      )
      .slice(0, 1)
      .map((record) => ({ ...record, ...change }));

  const BEYOND = [sighting('a', 0).id, 'w1'];
  test.each<[string, Shelf, Damaged, readonly string[]]>([
    ['the facts of a day', 'occurrences', { facts: 'damaged' }, [BEYOND[0] ?? '']],
    ['one fact of a day', 'occurrences', { facts: [{ id: 'e1', kind: 'check-in' }] }, [BEYOND[0] ?? '']],
    ['what was judged of a day', 'occurrences', { judged: 5 }, []],
    ['the facts about somebody', 'people', { facts: { 0: 'damaged' } }, ['w1']],
    ['an own entry', 'entries', { fact: null }, []],
    ['an own entry that is half there', 'entries', { fact: { id: 'd1', kind: 'decision' } }, []],
    ['what is known of a series', 'series', { faces: null, joins: 'x', people: 7 }, []],
    ['the number of a series', 'series', { number: 'one' }, []],
    ['the card of a lineage', 'lineages', { order: null }, []],
    ['what a trend counts of a year', 'columns', { columns: { starts: [1, 2] } }, []],
    ['the counts', 'meta', { name: 'counts', value: 'many' }, []],
    ['how far a sweep got', 'meta', { name: 'marks', value: 5 }, []],
    ['what decisions are called', 'meta', { name: 'decision-numbers', value: { d1: 'one' } }, []],
  ])('breaks nothing else, is found and mended: %s', async (_, shelf, change, lost) => {
    const { ledger, facts, view, again } = await damaged(shelf, first(change));
    // Everything can be asked and written, before anything is mended.
    expect((await ledger.keptSeries()).length).toBeLessThanOrEqual(1);
    await ledger.view('a');
    await ledger.historyOf('a');
    expect(await ledger.append([checkIn('e4', 'b', 2), away('w2', 'Zoe')])).toMatchObject([{ id: 'e4' }]);
    expect(await ledger.check()).toBe(false);
    if (shelf === 'occurrences' && !Array.isArray(change.facts)) {
      expect((await ledger.onScreen('a')).damaged).toEqual([dayAfter(0)]);
    }
    await ledger.rebuild();
    expect((await ledger.check()) && (await ledger.rebuild())).toBe(true);
    expect((await ledger.onScreen('a')).damaged).toBeNull();
    expect((await ledger.allFacts()).map(({ id }) => id).sort()).toEqual(
      [...facts, 'e4'].filter((id) => !lost.includes(id)).sort(),
    );
    expect((await ledger.ownEntries()).map(({ id }) => id)).toEqual([
      'd1',
      'e1',
      'e2',
      'e3',
      'e4',
      'k',
      'z1',
    ]);
    ledger.close();
    // What the calendar says is read again.
    const later = await again();
    await later.append([sighting('a', 0), away('w1', 'Marcus')]);
    expect(await later.view('a')).toEqual(view);
    expect((await later.onScreen('a')).numbers).toEqual({ d1: 1 });
    expect(await later.append([away('w3', 'Zoe')])).toEqual([]);
  });

  test('names nobody who was erased, though whom it must not name is damaged', async () => {
    const { ledger, again } = await damaged('meta', first({ name: 'limits', value: 'nobody' }));
    expect(await ledger.append([away('w2', 'Zoe')])).toEqual([]);
    await ledger.rebuild();
    ledger.close();
    expect((await (await again()).limits()).map(({ id }) => id)).toEqual(['z1']);
  });

  test('erases somebody from the pages of a series too whose record is damaged', async () => {
    const { ledger, again, outside } = await damaged('series', (records) =>
      records.slice(0, 1).map((record) => ({ ...record, number: 'damaged' })),
    );
    const db = await read(outside.indexedDB.open('loopkeeper'));
    // Views name people, too.
    const views = db.transaction(['occurrences', 'lineages'], 'readwrite');
    for (const [shelf, view] of [
      ['occurrences', 'judged'],
      ['lineages', 'lineage'],
    ] as const) {
      const drawer = views.objectStore(shelf);
      for (const one of await read(drawer.getAll())) {
        if (one[view] !== null) await read(drawer.put({ ...one, [view]: { ...one[view], title: 'Marcus' } }));
      }
    }
    await ledger.append([erasure('x1', 'Marcus', [sighting('a', 0)])]);
    const raw = [...db.objectStoreNames].map((shelf) =>
      read(db.transaction(shelf).objectStore(shelf).getAll()),
    );
    expect(JSON.stringify(await Promise.all(raw))).not.toMatch(/Marcus/);
    db.close();
    await ledger.rebuild();
    ledger.close();
    const facts = await (await again()).allFacts();
    expect(facts.map(({ id }) => id)).toContain(sighting('a', 0).id);
    expect(JSON.stringify(facts)).not.toMatch(/Marcus/);
  });

  test('is judged without what the rules stumble over, which is said', async () => {
    const half = first({ facts: [{ id: 's', kind: 'sighting' }, sighting('a', 0)] });
    const { outside } = await damaged('occurrences', half);
    const stumbles: typeof plainJudge = (history, ...more) => {
      for (const fact of history.facts) if (fact.kind === 'sighting') fact.attendees.map(String);
      return plainJudge(history, ...more);
    };
    const ledger = await openLedger({ ...outside, judge: stepwise(stumbles) });
    const { lineage, leftOut } = await ledger.around('a');
    expect([lineage?.occurrences.map(({ date }) => date), leftOut]).toEqual([
      [dayAfter(0), dayAfter(1)],
      true,
    ]);
    expect(await ledger.check()).toBe(false);
    await ledger.rebuild();
    expect(await ledger.check()).toBe(true);
    expect((await ledger.around('a')).leftOut).toBeUndefined();
  });

  test('is still known to be damaged after more was written to the same day, until it is mended', async () => {
    const { ledger, again } = await damaged('occurrences', first({ facts: 'damaged' }));
    await ledger.append([checkIn('e5', 'a', 0)]);
    ledger.close();
    const later = await again();
    await later.historyOf('a');
    expect((await later.onScreen('a')).damaged).toEqual([dayAfter(0)]);
    expect((await later.onScreen('b')).damaged).toBeNull();
    expect(await later.check()).toBe(false);
    expect(await later.rebuild()).toBe(false);
    expect((await later.onScreen('a')).damaged).toBeNull();
    expect(await later.check()).toBe(true);
  });
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
