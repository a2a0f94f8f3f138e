import { expect, test } from 'vitest';

import { type Decision, decisionName } from '../../src/domain/facts/decided/decision';
import type { Person } from '../../src/domain/facts/things/person';
import { recordWith } from '../../src/session/actions/person-record';
import type { Session } from '../../src/session/session';
import { createViewStore } from '../../src/session/view-store';
import { EMPTY_VIEW } from '../../src/ui/port/empty-view';
import { days, decision, lineageOf } from '../domain/builders/judged-month';
import { MARCUS, PRIYA, utc } from '../domain/builders/readings';

const OTHER = 'm.hale@other.example';
const joined: Person = { ...MARCUS, otherAddresses: [MARCUS.address, OTHER] };
const lineage = lineageOf(days('hc', '2026-11-16'), { people: [joined, PRIYA] });

function sessionWith(read: string[], entries: readonly Decision[] = [decision(1)]): Session {
  const ledger = {
    limits: async () => [],
    people: async () => ({
      kept: [
        { lineage: 'daily', series: ['daily'], title: '', people: [joined] },
        { lineage: 'other', series: ['other'], title: '', people: [PRIYA] },
      ],
      oneToOnes: [],
    }),
    around: async (series: string) => {
      read.push(series);
      return { facts: [], lineage };
    },
    ownEntries: async () => entries,
  };
  const viewStore = createViewStore({ ...EMPTY_VIEW, owner: PRIYA });
  return { ports: { clock: () => utc('2026-11-20T12:00'), ledger }, viewStore } as unknown as Session;
}

test('10.4 a page that was opened by one address of somebody knows them by all that a meeting knows', async () => {
  const read: string[] = [];
  const one: Person = { key: OTHER, name: 'Marcus Hale', address: OTHER };
  const record = await recordWith(sessionWith(read), one);
  // A meeting that is not shared with them is not read.
  expect(read).toEqual(['daily']);
  expect(record?.person).toEqual({ ...one, otherAddresses: [OTHER, MARCUS.address] });
  expect(record?.lineages.map(({ id }) => id)).toEqual(['daily']);
  expect(record?.histories.map(({ decision: { id } }) => id)).toEqual(['d1']);
});

test('13.8 of two decisions with one number each is called in a copy as its mails call it', async () => {
  const record = await recordWith(sessionWith([], [decision(1), decision(1, { id: 'd1-other' })]), joined);
  expect(record?.decisions.map(decisionName)).toEqual(['D-001', 'D-001b']);
  expect(record?.histories.map((one) => decisionName(one.decision))).toEqual(['D-001', 'D-001b']);
});
