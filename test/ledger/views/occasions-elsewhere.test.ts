import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';

import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { DAY, HOUR } from '../../../src/domain/time/time';
import { type Ledger, openLedger } from '../../../src/ledger/ledger';
import { outsideOf } from '../../contracts/ledger-contract';
import {
  checkIn,
  decision,
  keeping,
  key,
  MONDAY,
  OWNER,
  person,
  sameMeeting,
  sighting,
} from '../../contracts/sample-facts';

const NOW = MONDAY + 2 * DAY;
const MARCUS = person('Marcus');

/** Marcus is to hear of it; it waits, and lies with `series`, or with no meeting. */
const waiting = (series: string | null): Fact => ({
  ...(decision('d', series ?? 'a', 1) as Decision),
  ...{ series, occurrence: null, proposed: true, accountable: OWNER, informed: [MARCUS] },
});

/** Decided in the meeting of `b` on Tuesday. */
const decidedThere = (series: string | null): Fact => ({
  ...{ kind: 'decision-step', id: 's', recordedAt: MONDAY + DAY + HOUR / 2, series, decision: 'd' },
  ...{ step: 'decided', at: MONDAY + DAY, occurrence: key('b', 1), reason: '' },
});

const metThere: Fact = checkIn('c', 'b', 1, {
  people: [{ person: MARCUS.key, said: 'was-there', wordAt: null }],
});

/** Which meetings rest on others, as it lies in the database. */
async function onDisk(indexedDB: IDBFactory, damage?: unknown): Promise<unknown> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('loopkeeper'));
  const meta = db.transaction('meta', 'readwrite').objectStore('meta');
  if (damage !== undefined) await done(meta.put({ name: 'occasions elsewhere', value: damage }));
  const { value } = (await done(meta.get('occasions elsewhere'))) ?? {};
  db.close();
  return value;
}

async function open(indexedDB = new IDBFactory()): Promise<Ledger> {
  const outside = outsideOf({ now: NOW, owner: OWNER });
  return openLedger({ ...outside, clock: () => NOW, judge: judging, rejudge, indexedDB });
}

/** Two meetings of which a log is kept. */
const kept = ['a', 'b'].flatMap((series) => [
  keeping(`k${series}`, series, 'start', MONDAY - DAY),
  sighting(series, 0),
  sighting(series, 1),
]);

const owed = async (ledger: Ledger): Promise<readonly string[]> =>
  (await ledger.loops()).loops.flatMap(({ kind, people }) =>
    kind === 'to-tell' ? people.filter((one) => one.key === MARCUS.key).map(({ name }) => name) : [],
  );

describe('What was decided in an occurrence of another meeting (10.2, 13.1)', () => {
  test.each([
    ['of a decision of one meeting', 'a'],
    ['of one made in none', null],
  ])('%s is owed until it is recorded who was there, and no longer then', async (_, series) => {
    const indexedDB = new IDBFactory();
    const ledger = await open(indexedDB);
    await ledger.append([...kept, waiting(series), decidedThere(series)]);
    expect(await owed(ledger)).toEqual([MARCUS.name]);
    await ledger.append([metThere]);
    expect(await owed(ledger)).toEqual([]);
    // Another pane, and a log that was gone through, find the same.
    expect(await owed(await open(indexedDB))).toEqual([]);
    await ledger.rebuild();
    expect(await owed(ledger)).toEqual([]);
    await ledger.append([{ kind: 'undo', id: 'u', recordedAt: NOW, of: 'c' }]);
    expect(await owed(ledger)).toEqual([MARCUS.name]);
  });

  test('is not owed where it is recorded before the decision is', async () => {
    const ledger = await open();
    await ledger.append([...kept, metThere]);
    await ledger.append([waiting('a'), decidedThere('a')]);
    expect(await owed(ledger)).toEqual([]);
    expect((await ledger.occasions([key('b', 1), key('c', 1)])).map((one) => one.key)).toEqual([key('b', 1)]);
  });

  test.each([[null], [7], ['text'], [{ 1: 7, outside: null }], [{ 1: { 0: 'b' }, 2: [7, 'b'] }], [['b']]])(
    'is entered where the record of it is damaged to %j, and found again',
    async (damage) => {
      const indexedDB = new IDBFactory();
      const ledger = await open(indexedDB);
      await ledger.append([...kept, waiting('a'), decidedThere('a')]);
      await onDisk(indexedDB, damage);
      await ledger.append([metThere]);
      await ledger.append([{ ...waiting('a'), id: 'e', number: 2 } as Fact]);
      expect(await owed(ledger)).toEqual([]);
      expect(await onDisk(indexedDB)).toEqual({ 1: ['b'] });
    },
  );

  test('leaves nothing of a meeting that became one with another', async () => {
    const indexedDB = new IDBFactory();
    const ledger = await open(indexedDB);
    const there = { ...decidedThere('b'), occurrence: key('a', 1) } as Fact;
    await ledger.append([...kept, waiting('b'), there]);
    expect(await onDisk(indexedDB)).toEqual({ 2: ['a'] });
    await ledger.append([sameMeeting('same', 'a', 'b')]);
    expect(await onDisk(indexedDB)).toEqual({});
  });
});
