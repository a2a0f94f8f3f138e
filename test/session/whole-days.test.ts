import { expect, test } from 'vitest';

import type { JudgedOccurrence } from '../../src/domain/judge/judged/judged';
import { instantAt } from '../../src/domain/time/zone';
import { createLettersActions } from '../../src/session/actions/letters';
import { type Session, showLineage } from '../../src/session/session';
import { createViewStore } from '../../src/session/view-store';
import type { Ports } from '../../src/tasks/ports';
import { EMPTY_VIEW } from '../../src/ui/port/empty-view';
import { occurrenceWords } from '../../src/ui/words/outcomes';
import { timeWords } from '../../src/ui/words/times';
import { judged, lineageOf } from '../domain/builders/judged-month';
import { PRIYA } from '../domain/builders/readings';

const zone = 'Europe/London';
const own = 'America/New_York';
const day = { start: instantAt('2026-11-24', 0, zone), end: instantAt('2026-11-25', 0, zone) };
const one = judged('2026-11-24', 'held', { allDay: true, original: day, effective: day });
const lineage = lineageOf([one], { keptSince: 1 });
const ledger = {
  opening: async () => null,
  onScreen: async () => ({ facts: [], lineage, numbers: {}, kept: [], marks: [], damaged: null }),
  people: async () => ({
    kept: [{ lineage: 'daily', series: ['daily'], title: lineage.title, people: [] }],
    oneToOnes: [],
  }),
  around: async () => ({ facts: [], lineage }),
  ownEntries: async () => [],
  allFacts: async () => [],
  occasions: async () => [],
};

function openSession(): Session {
  const viewStore = createViewStore({ ...EMPTY_VIEW, owner: { ...PRIYA, zone: own } });
  const ports = { clock: () => day.end, ledger } as unknown as Ports;
  const owed = () => undefined;
  return { ports, viewStore, item: null, place: null, showing: 0, owed } as unknown as Session;
}

const words = (seen: readonly JudgedOccurrence[] = []) =>
  seen.map((each) => occurrenceWords(each, timeWords(own), day.end));

test('1 the pane of an owner west of the series shows a whole day on its own date', async () => {
  const session = openSession();
  await showLineage(session, 'daily');
  expect(words(session.viewStore.view().lineage?.occurrences)).toEqual([
    expect.stringMatching(/^Tue 24 Nov, /),
  ]);
});

test('1 so do the papers of every meeting of the log', async () => {
  const { lineages } = await createLettersActions(openSession()).record('all');
  expect(words(lineages[0]?.occurrences)).toEqual([expect.stringMatching(/^Tue 24 Nov, /)]);
});
