import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { nextMidnight } from '../../../src/domain/loops/open-loops';
import { DAY, HOUR } from '../../../src/domain/time/time';
import { type Ledger, openLedger } from '../../../src/ledger/ledger';
import { outsideOf } from '../../contracts/ledger-contract';
import {
  checkIn,
  decision,
  erasure,
  keeping,
  key,
  MONDAY,
  OWNER,
  person,
  sighting,
  undo,
} from '../../contracts/sample-facts';

const NOW = MONDAY + 2 * DAY;

const wait = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Two meetings: each was on Monday, on Tuesday and is again tomorrow. */
const told: readonly Fact[] = ['a', 'b'].flatMap((series) => [
  keeping(`k${series}`, series, 'start', MONDAY - DAY),
  ...[0, 1, 3].map((day) => sighting(series, day)),
]);

async function open(now = NOW) {
  const indexedDB = new IDBFactory();
  const time = { now };
  const ledger = await openLedger({
    ...outsideOf({ now, owner: OWNER }),
    ...{ clock: () => time.now, judge: judging, rejudge, indexedDB },
  });
  await ledger.append(told);
  /** As it lies on the disk. */
  const meta = async <Value>(work: (store: IDBObjectStore) => IDBRequest<Value>) => {
    const db = await wait(indexedDB.open('loopkeeper'));
    const value = await wait(work(db.transaction('meta', 'readwrite').objectStore('meta')));
    db.close();
    return value;
  };
  return { ledger, meta, time };
}

const owed = async (ledger: Ledger): Promise<readonly string[]> =>
  (await ledger.loops()).loops.map(({ kind, holds }) => `${kind} ${holds.map(({ id }) => id).join('+')}`);

/** The shelves that are read while something is done. */
async function shelvesRead(act: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const read = new Set<string>();
  const { get, getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (...asked) {
    read.add(this.name);
    return get.apply(this, asked);
  };
  IDBObjectStore.prototype.getAll = function (...asked) {
    read.add(this.name);
    return getAll.apply(this, asked);
  };
  try {
    await act();
  } finally {
    Object.assign(IDBObjectStore.prototype, { get, getAll });
  }
  return read;
}

const EACH_DAY = ['b', 'a'].flatMap((_, at) =>
  ['a', 'b'].map((series) => `unrecorded ${key(series, 1 - at)}`),
);

describe('What is owed (14)', () => {
  test('is there over all meetings, and costs no reading of any of them', async () => {
    const { ledger } = await open();
    expect(await owed(ledger)).toEqual(EACH_DAY);
    expect([...(await shelvesRead(() => ledger.loops()))]).toEqual(['meta']);
  });

  test('13.5 comes in the rhythm that was chosen, is read without an entry where none was, and at once where it was taken back', async () => {
    const { ledger, time } = await open();
    await ledger.append([decision('d1', 'a', 1)]);
    const line = 'to-tell d1';
    expect(await owed(ledger)).toContain(line);
    expect([...(await shelvesRead(() => ledger.loops()))]).toEqual(['meta']);
    const rhythm: Fact = {
      ...{ kind: 'rhythm', id: '0001', recordedAt: NOW, person: person('Dana') },
      ...{ often: 'weekly', weekday: 'friday' },
    };
    await ledger.append([rhythm]);
    expect(await owed(ledger)).not.toContain(line);
    await ledger.rebuild();
    expect(await owed(ledger)).not.toContain(line);
    time.now = NOW + 7 * DAY;
    expect(await owed(ledger)).toContain(line);
    time.now = NOW;
    await ledger.append([undo('0002', '0001')]);
    expect(await owed(ledger)).toContain(line);
  });

  test('changes in the transaction of the fact that changes it', async () => {
    const { ledger } = await open();
    await ledger.append([checkIn('e', 'a', 1)]);
    expect(await owed(ledger)).not.toContain(`unrecorded ${key('a', 1)}`);
    await ledger.append([undo('u', 'e')]);
    expect(await owed(ledger)).toEqual(EACH_DAY);
  });

  test('changes by time alone, at the moment that is told', async () => {
    const { ledger, time } = await open();
    // What comes next is another list from midnight on.
    expect((await ledger.loops()).until).toBe(nextMidnight(NOW, OWNER.zone));
    time.now = MONDAY + 3 * DAY;
    const { until } = await ledger.loops();
    expect(until).toBe(MONDAY + 3 * DAY + HOUR / 4);
    time.now = until ?? 0;
    expect(await owed(ledger)).toContain(`unrecorded ${key('a', 3)}`);
    time.now = MONDAY + 15 * DAY;
    const lines = [3, 1].flatMap((day) => ['a', 'b'].map((one) => `unrecorded ${key(one, day)}`));
    expect(await owed(ledger)).toEqual(lines);
  });

  test('stays put off over another opening of the log, until midnight', async () => {
    const { ledger, time } = await open();
    const until = nextMidnight(NOW, OWNER.zone);
    const held = [key('a', 1)];
    await ledger.append([
      { kind: 'put-off', id: 'p', recordedAt: NOW, series: 'a', loop: 'unrecorded', held, until },
    ]);
    expect(await owed(ledger)).not.toContain(`unrecorded ${key('a', 1)}`);
    time.now = until;
    expect(await owed(ledger)).toEqual(EACH_DAY);
  });

  test.each([
    ['a log of before it was kept', (store: IDBObjectStore) => store.delete('loops:1')],
    [
      'a record that was damaged',
      (store: IDBObjectStore) => store.put({ name: 'loops:1', value: { matters: 7 } }),
    ],
  ])('is made once of what else is kept: %s', async (_, damage) => {
    const { ledger, meta } = await open();
    await meta(damage as (store: IDBObjectStore) => IDBRequest<unknown>);
    expect(await owed(ledger)).toEqual(EACH_DAY);
    expect([...(await shelvesRead(() => ledger.loops()))]).toEqual(['meta']);
    expect((await meta((store) => store.get('loops:1')))?.value.matters.length).toBeGreaterThan(0);
  });

  test('13.2 has somebody with whom the owner keeps a one-to-one hear of what is large, wherever it was decided', async () => {
    const { ledger } = await open();
    const eve = { person: person('Eve'), role: 'required', response: 'accepted', respondedAt: null } as const;
    await ledger.append([
      keeping('kc', 'c', 'start', MONDAY - DAY),
      sighting('c', 0, { attendees: [eve], organizer: OWNER, ownerOrganizes: true }),
    ]);
    expect(await ledger.view('c')).toMatchObject({ oneToOne: true });
    const missed = sighting('a', 1, { seenAt: MONDAY + HOUR, cancelled: true });
    const made = { ...decision('d', 'a', 1), occurrence: key('a', 1) } as Fact;
    await ledger.append([missed, made]);
    const toTell = async () =>
      (await ledger.loops()).loops.filter(({ kind }) => kind === 'to-tell').flatMap(({ people }) => people);
    expect((await toTell()).map(({ name }) => name)).not.toContain('Eve');
    await ledger.append([{ ...made, id: 'large', number: 77, reach: 'large' } as Fact]);
    expect((await toTell()).map(({ name }) => name)).toContain('Eve');
  });

  test('names nobody who was erased', async () => {
    const { ledger, meta } = await open();
    const missed = sighting('a', 1, { seenAt: MONDAY + HOUR, cancelled: true });
    await ledger.append([missed, { ...decision('d', 'a', 1), occurrence: key('a', 1) } as Fact]);
    expect(await owed(ledger)).toContain('to-tell d');
    const all = await ledger.allFacts();
    await ledger.append([erasure('x', 'Marcus', all)]);
    // Its owner, and whoever else missed it, are still to be told.
    const people = (await ledger.loops()).loops.flatMap((loop) => loop.people);
    expect(people.map(({ name }) => name)).toEqual(['Dana', 'Host-a']);
    const records = await meta((store) => store.getAll());
    const views = records.filter(({ name }) => String(name).startsWith('loops:'));
    expect(JSON.stringify(views)).not.toMatch(/marcus/i);
  });

  test('goes with everything else', async () => {
    const { ledger, meta } = await open();
    await ledger.eraseAll();
    expect(await owed(ledger)).toEqual([]);
    expect((await meta((store) => store.getAllKeys())).filter((name) => /loops/.test(String(name)))).toEqual(
      [],
    );
  });
});

test('13.2 what was agreed in one meeting is owed of a decision in another, until it is taken back', async () => {
  const { ledger } = await open();
  const zoe = person('zoe');
  const agreed: readonly Fact[] = [
    {
      ...{ kind: 'agreement', id: 'g', recordedAt: MONDAY, series: 'b', person: zoe, version: 1 },
      topics: [{ topic: 'Scope', level: 'trunk', examples: '' }],
      ...{ answerDays: null, silence: 'hold', reachAt: '', zone: null },
    },
    {
      ...{ kind: 'agreement-reply', id: 'r', recordedAt: MONDAY, series: 'b', agreement: 'g' },
      ...{ said: 'agreed', words: 'OK', at: MONDAY, source: 'by-hand' },
    },
  ];
  const decided = { ...decision('d', 'a', 1), touched: ['Scope'] };
  await ledger.append(agreed);
  await ledger.append([checkIn('c', 'a', 0), decided as Fact]);
  const toZoe = async () =>
    (await ledger.loops()).loops.filter(
      ({ kind, people }) => kind === 'to-tell' && people.some((one) => one.key === zoe.key),
    ).length;
  expect(await toZoe()).toBe(1);
  // It is found when that meeting is judged next.
  await ledger.append([undo('u', 'r')]);
  await ledger.append([checkIn('c2', 'a', 1)]);
  expect(await toZoe()).toBe(0);
});
