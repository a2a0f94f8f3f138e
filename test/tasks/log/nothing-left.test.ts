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

  test('holds nothing at all once everything was erased here', async () => {
    const { ports, raw } = await kept();
    await ports.ledger.eraseAll();
    expect(await raw()).not.toMatch(/marcus|hale|northwind|sync/i);
  });
});
