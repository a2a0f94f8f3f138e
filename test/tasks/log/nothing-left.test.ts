import { judgeLineage, logCsv, logJson, logRows, logXlsx } from '../../at-once';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Owner, Person } from '../../../src/domain/facts/things/person';
import { judging } from '../../../src/domain/judge/verdict/judge';
import { DAY } from '../../../src/domain/time/time';

import { openLedger } from '../../../src/ledger/ledger';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import { raisePoint } from '../../../src/tasks/enter/raise-point';
import { erasePerson } from '../../../src/tasks/log/forget';
import { keepFor, reduceOld } from '../../../src/tasks/log/reduce';
import { exchange } from '../../../src/tasks/roam/exchange';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { roamPortsOf, switchOn } from '../../soak/watched';
import { nobodyJoined, type Tap } from '../../stories/hand';
import { tell } from '../../stories/teller';
import { createSharedFolder } from '../roam/shared-folder';

const decides: Tap = async ({ ports, seriesOf, personOf }) => {
  const [marcus, dana] = [personOf('marcus'), personOf('dana')];
  const draft = { why: 'Marcus asked', accountable: marcus, topic: '', informed: [dana], occurrence: null };
  await logDecision(ports, seriesOf('daily'), { ...draft, text: 'Hale writes the scope' });
};

let facts: readonly Fact[] = [];
let owner: Owner;
let marcus: Person;
let base: Parameters<typeof roamPortsOf>[0];
beforeAll(async () => {
  const { hand } = await tell(sampleMonth())
    .keeps('daily', '2026-11-12 12:00')
    .keeps('atlas', '2026-11-12 12:01')
    .taps('2026-11-12 12:30', nobodyJoined('daily', '2026-10-30'), decides)
    .until('2026-11-12 13:00');
  facts = await hand.ports.ledger.allFacts();
  owner = await hand.ports.graph.owner();
  marcus = hand.personOf('marcus');
  base = { ports: hand.ports, ledger: hand.ports.ledger as never, owner };
});

/** A log on disk that is exchanged with a folder, with half a mail and a remembered item beside it. */
async function kept() {
  const indexedDB = new IDBFactory();
  let now = Date.UTC(2026, 10, 13);
  const ledger = await openLedger({ clock: () => now, judge: judging, owner: () => owner, indexedDB });
  const ports = { ...base.ports, clock: () => now, ledger };
  const folder = createSharedFolder();
  const roaming = roamPortsOf({ ports, ledger, owner }, folder.port, 'laptop', () => undefined);
  await switchOn(ledger);
  await ledger.append(facts);
  await ledger.keepDraft('recap', { text: 'Dear Marcus' });
  await exchange(roaming);
  return {
    ...{ ports, ledger, folder },
    passes: (days: number) => {
      now += days * DAY;
    },
    exchanged: async () => {
      for (const _round of [1, 2]) expect(await exchange(roaming)).toMatchObject({ kind: 'done' });
    },
    raw: () => everythingIn(indexedDB),
    exports: async () => {
      const all = await ledger.allFacts();
      const lineages = (await ledger.keptSeries()).flatMap(
        ({ lineage }) => judgeLineage({ owner, facts: all }, lineage, now) ?? [],
      );
      const told = {
        decisions: all.filter((fact) => fact.kind === 'decision'),
        recaps: all.filter((fact) => fact.kind === 'recap'),
      };
      const rows = logRows(lineages, told, { app: '1.0.0' });
      const book = Object.values(unzipSync(logXlsx(rows, lineages, told))).map((part) => strFromU8(part));
      const json = logJson({ facts: all, owner, exportedAt: now, app: '1.0.0' });
      return [json, logCsv(rows), ...book].join('\n');
    },
  };
}

/** Every key and every record of the database, as it lies there. */
async function everythingIn(indexedDB: IDBFactory): Promise<string> {
  const wait = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await wait(indexedDB.open('loopkeeper'));
  const dump: unknown[] = [];
  for (const name of db.objectStoreNames) {
    const shelf = db.transaction(name).objectStore(name);
    dump.push(name, await wait(shelf.getAllKeys()));
    dump.push(await wait(db.transaction(name).objectStore(name).getAll()));
  }
  db.close();
  return JSON.stringify(dump, (_, value) => (value instanceof Float64Array ? daysIn(value) : value));
}

/** What a column of instants tells of days. */
const daysIn = (column: Float64Array): readonly (string | number)[] =>
  Array.from(column, (one) => (one > DAY * 365 ? `/${new Date(one).toISOString()}` : one));

describe('9 What is read afterwards: the raw database, the files of OneDrive, every export', () => {
  test('names nobody who was erased', async () => {
    const { ports, folder, raw, exports, exchanged } = await kept();
    const THEM = /marcus|hale/i;
    for (const text of [await raw(), folder.text(), await exports()]) expect(text).toMatch(THEM);
    await erasePerson(ports, owner, marcus, 'manager');
    // At once, and not only after the next exchange.
    expect(await raw()).not.toMatch(THEM);
    await exchanged();
    for (const text of [await raw(), folder.text(), await exports()]) expect(text).not.toMatch(THEM);
    // An older file, and a look at everything that was known.
    await ports.ledger.append(facts);
    await ports.ledger.merge(facts);
    await exchanged();
    for (const text of [await raw(), folder.text(), await exports()]) expect(text).not.toMatch(THEM);
    expect(await exports()).toContain('manager writes the scope');
  });

  test('holds nothing about persons of a month that was reduced to counts, and what was decided', async () => {
    const { ports, folder, passes, raw, exports, exchanged } = await kept();
    const october = /\/2026-10-\d\d/;
    for (const text of [await raw(), folder.text(), await exports()]) expect(text).toMatch(october);
    await reduceOld(ports, owner);
    passes(20);
    await keepFor(ports, owner, 30);
    passes(1);
    await reduceOld(ports, owner);
    await exchanged();
    for (const text of [await raw(), folder.text(), await exports()]) expect(text).not.toMatch(october);
    await ports.ledger.append(facts);
    await ports.ledger.merge(facts);
    await exchanged();
    for (const text of [await raw(), folder.text(), await exports()]) expect(text).not.toMatch(october);
    for (const text of [await raw(), folder.text(), await exports()]) {
      expect(text).toContain('Hale writes the scope');
    }
  });

  test('holds nothing of points and promises that were closed so long ago, and all of those that are open', async () => {
    const { ports, folder, passes, raw, exports, exchanged } = await kept();
    const series = facts.flatMap((fact) => (fact.kind === 'keeping' ? [fact.series] : []))[0] ?? '';
    const on = (day: number) => Date.UTC(2026, 9, day, 9);
    const of = (id: string, day: number) => ({ id, recordedAt: on(day), series });
    const wren = { key: 'wren@northwind.example', name: 'Wren Closed', address: 'wren@northwind.example' };
    const asked = { occurrence: null, sort: 'question', person: wren, raisedAt: on(1) } as const;
    const mail = { to: [wren], bodyHash: '', step: 'sent', sentAt: on(3), messageId: 'mid-closed' } as const;
    const gone: readonly Fact[] = [
      { kind: 'point', ...of('p1', 1), ...asked, number: 7, text: 'Closed question' },
      {
        ...{ kind: 'point-mail', ...of('m1', 3), ...mail, occurrence: `${series}/2026-10-28`, mailKey: 'k1' },
        ...{ subject: 'P-007: Closed question', points: ['p1'], called: ['P-007'] },
        internetMessageId: '<closed@northwind.example>',
      },
      {
        ...{ kind: 'catch-up', ...of('m2', 4), ...mail, occurrence: null, mailKey: 'k2', decisions: [] },
        ...{ subject: 'P-007: Closed question', points: ['p1'], pointsCalled: ['P-007'], again: true },
      },
      {
        ...{ kind: 'point-step', ...of('s1', 5), point: 'p1', person: wren, step: 'answered' },
        ...{ occurrence: null, words: 'Closed answer', at: on(5) },
      },
      {
        ...{ kind: 'promise', id: 'm', recordedAt: on(1), text: 'Closed promise', whose: wren },
        ...{ by: '2026-10-09', saidAt: on(1) },
      },
      {
        kind: 'promise-step',
        id: 'ms',
        recordedAt: on(6),
        promise: 'm',
        whose: wren,
        step: 'done',
        at: on(6),
      },
    ];
    const open: readonly Fact[] = [
      { kind: 'point', ...of('p2', 1), ...asked, person: marcus, number: 8, text: 'Open question' },
      {
        ...{ kind: 'promise', id: 'n', recordedAt: on(1), text: 'Open promise', whose: marcus },
        ...{ by: '2026-10-09', saidAt: on(1) },
      },
    ];
    const GONE = /closed|wren|mid-closed/i;
    await ports.ledger.append([...gone, ...open]);
    await exchanged();
    for (const text of [await raw(), folder.text(), await exports()]) expect(text).toMatch(GONE);
    await reduceOld(ports, owner);
    passes(20);
    await keepFor(ports, owner, 30);
    passes(1);
    await reduceOld(ports, owner);
    // Word for word: the name of a list of ids is no trace of anything.
    const left = async () => {
      await exchanged();
      return [await raw(), folder.text(), await exports()].map((text) => text.replaceAll('"closed":', ''));
    };
    for (const text of await left()) expect(text).not.toMatch(GONE);
    // An older file, and a look at everything that was known.
    await ports.ledger.append(gone);
    await ports.ledger.merge(gone);
    for (const text of await left()) {
      expect(text).not.toMatch(GONE);
      expect(text).toContain('Open promise');
    }
    expect((await left())[0]).toContain('Open question');
    // No number is given twice.
    const draft = { text: 'The next one', sort: 'news', person: marcus, topic: '', deadline: '' } as const;
    const first = { ...open[0], id: 'p0', number: 1 } as Fact;
    await ports.ledger.append([first]);
    expect(await raisePoint(ports, series, { ...draft, occurrence: null }, owner)).toMatchObject({
      value: { number: 9 },
    });
  });

  test('holds nothing at all once everything was erased here', async () => {
    const { ports, raw } = await kept();
    await ports.ledger.eraseAll();
    expect(await raw()).not.toMatch(/marcus|hale|northwind|sync/i);
  });
});
