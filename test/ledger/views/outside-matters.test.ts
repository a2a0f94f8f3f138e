import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';

import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { DAY } from '../../../src/domain/time/time';
import { type Ledger, openLedger } from '../../../src/ledger/ledger';
import { outsideOf } from '../../contracts/ledger-contract';
import {
  decision,
  erasure,
  keeping,
  MONDAY,
  OWNER,
  person,
  sighting,
  undo,
} from '../../contracts/sample-facts';

const NOW = MONDAY + 2 * DAY;
const DANA = { ...person('Dana'), address: 'dana@example.com' };

const made = (id: string): Fact => ({
  ...(decision(id, 'a', 1) as Decision),
  ...{ series: null, occurrence: null, accountable: OWNER, informed: [DANA] },
});

async function open(indexedDB = new IDBFactory()) {
  const options = {
    ...outsideOf({ now: NOW, owner: OWNER }),
    clock: () => NOW,
    judge: judging,
    rejudge,
    indexedDB,
  };
  const ledger = await openLedger(options);
  return { ledger, indexedDB };
}

const owed = async (ledger: Ledger) =>
  (await ledger.loops()).loops.flatMap(({ kind, people, decisions }) =>
    kind === 'to-tell' ? [`${people[0]?.key}: ${decisions.map(({ id }) => id).join('+')}`] : [],
  );

describe('What is owed of decisions made outside of meetings (10.2, 14.1)', () => {
  test('is there with the first look, and in another opening of the log', async () => {
    const { ledger, indexedDB } = await open();
    await ledger.append([keeping('k', 'a', 'start', MONDAY - DAY), sighting('a', 0), made('d')]);
    expect(await owed(ledger)).toEqual([`${DANA.key}: d`]);
    expect(await owed((await open(indexedDB)).ledger)).toEqual([`${DANA.key}: d`]);
  });

  test('needs no kept meeting', async () => {
    const { ledger } = await open();
    await ledger.append([made('d')]);
    expect(await owed(ledger)).toEqual([`${DANA.key}: d`]);
  });

  test('changes in the transaction of what changes it: another one, and what is taken back', async () => {
    const { ledger } = await open();
    await ledger.append([made('d')]);
    await ledger.append([made('e')]);
    expect(await owed(ledger)).toEqual([`${DANA.key}: d+e`]);
    await ledger.append([undo('u', 'd')]);
    expect(await owed(ledger)).toEqual([`${DANA.key}: e`]);
  });

  test('goes with whoever is erased, and with everything else', async () => {
    const { ledger } = await open();
    await ledger.append([made('d')]);
    expect(await owed(ledger)).toHaveLength(1);
    await ledger.append([erasure('x', 'Dana', [made('d')])]);
    expect(await owed(ledger)).toEqual([]);
    await ledger.eraseAll();
    expect(await owed(ledger)).toEqual([]);
  });

  test('is made anew when the log is checked', async () => {
    const { ledger } = await open();
    await ledger.append([made('d')]);
    await ledger.rebuild();
    expect(await owed(ledger)).toEqual([`${DANA.key}: d`]);
  });

  test('loses no entry to a mistake of what is owed', async () => {
    const { ledger } = await open();
    await ledger.append([{ ...made('d'), informed: null } as never]);
    expect((await ledger.ownEntries()).map(({ id }) => id)).toEqual(['d']);
  });
});
