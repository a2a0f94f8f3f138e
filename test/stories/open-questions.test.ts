import { describe, expect, test } from 'vitest';
import { keepLog } from '../../src/tasks/enter/own-entries';
import { sweep } from '../../src/tasks/read/sweep';
import { masterId } from '../simulator/graph/calendar/event-json';
import type { Habits } from '../simulator/graph/desk';
import { ALL_SCOPES } from '../simulator/graph/router';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { about } from '../simulator/telling';
import { ana, bo, cy, sync, world } from '../simulator/three-people';
import { at } from '../simulator/time';
import type { Happening } from '../simulator/world';
import { answers, choosesCountries } from './hand';
import { month, UNTAPPED } from './retold';
import { tell } from './teller';

/**
 * What only a tenant could tell about Graph is a switch of the simulated one. Whatever position it is in, the same
 * log comes of the same weeks; where it cannot, the difference is written here.
 */

interface Position {
  readonly question: string;
  readonly habits: Partial<Habits>;
  /** Rows that read otherwise, by date. */
  readonly differs?: Readonly<Record<string, string>>;
}

const positions = (all: readonly Position[]) => all.map((one) => [one.question, one] as const);

const NOW = at('2026-11-03 09:10', 'Europe/London');

/** The month of the daily sync, looked at once by its attendee, with a removal of what was cancelled. */
const attendee = (habits: Partial<Habits>) =>
  tell(removed, { habits })
    .keeps('daily-1530', '2026-11-20 17:00')
    .taps('2026-11-20 17:01', choosesCountries('daily-1530', { marcus: 'US', priya: 'GB' }))
    .looks('2026-11-20 17:02')
    .taps('2026-11-20 17:03', answers('daily', 'daily-1530', 'yes'))
    .looks('2026-11-20 17:04')
    .until('2026-11-20 18:00');

const removed = {
  ...month,
  happenings: [
    ...month.happenings,
    {
      kind: 'removed-from-calendar',
      at: at('2026-11-20 17:03', 'Europe/London'),
      who: 'priya',
      meeting: 'daily',
      date: '2026-11-10',
    },
  ] satisfies Happening[],
};

/** Two weeks of a sync of three, by its organizer, who cancels one and moves one; one person hides from reports. */
const said = about(sync);
const hers = world([
  said.cancelled('2026-10-29', '2026-10-29 14:50'),
  said.moved('2026-10-30', '2026-10-29 16:00', '2026-10-30 17:00'),
  said.answered('bo', 'declined', '2026-11-02 13:00', '2026-11-02'),
  {
    ...said.session('2026-10-27', [
      ['ana', '15:00', '15:30'],
      ['bo', '15:00', '15:30'],
    ]),
    hidden: [],
  },
  {
    ...said.session('2026-10-28', [
      ['ana', '15:00', '15:30'],
      ['bo', '15:00', '15:30'],
      ['cy', '15:00', '15:30'],
    ]),
    hidden: ['cy'],
  },
]);
const organizer = (habits: Partial<Habits>) =>
  tell({ ...hers, people: [ana, bo, cy], meetings: [sync] }, { habits })
    .keeps('sync', '2026-10-27 09:00')
    .looks('2026-10-29 09:05', '2026-10-30 09:05', '2026-11-02 09:05', '2026-11-03 09:05')
    .until('2026-11-03 09:10');

/** The first has every switch where the documents let expect it, the others one of them elsewhere. */
const ASKED: readonly Position[] = [
  { question: 'everything is as the documents let expect', habits: {} },
  { question: 'a cancellation is an eventMessageRequest', habits: { cancellationIs: 'eventMessageRequest' } },
  { question: 'a cancellation speaks of an occurrence', habits: { cancellationIsOf: 'occurrence' } },
  { question: 'a cancellation speaks of a single instance', habits: { cancellationIsOf: 'singleInstance' } },
  { question: 'what was cancelled stands as an occurrence', habits: { cancelledStaysAs: 'occurrence' } },
  { question: 'what was cancelled gets another id', habits: { cancelledKeepsId: false } },
  { question: 'what was removed is not among the cancelled dates', habits: { removedIsListed: false } },
  { question: 'what was cancelled is not among the cancelled dates', habits: { cancelledIsListed: false } },
  { question: 'the last change of the organizer is told', habits: { ownerCriticalChange: true } },
  { question: 'co-organizers read reports', habits: { coOrganizersReadReports: true } },
  { question: 'occurrences have ids that may change', habits: { occurrenceIdsLast: false } },
  { question: 'who opted out stands there without a name', habits: { optOut: 'placeholder' } },
];

/** Without a word from the mailbox the moment of a change is not known; that there was one is. */
const WITHOUT_MAIL = {
  '2026-10-29': 'cancelled-notice-unknown',
  '2026-10-30': 'cancelled-notice-unknown',
  '2026-11-03': 'not-recorded',
  '2026-11-10': 'cancelled-notice-unknown',
  '2026-11-17': 'not-recorded',
  '2026-11-18': 'cancelled-notice-unknown',
};
const WITHOUT_HER_MAIL = { '2026-10-29': 'cancelled-notice-unknown', '2026-10-30': 'not-recorded' };

const classFilter = (differs: Position['differs'] & object): readonly Position[] => [
  { question: 'a filter by message class finds nothing', habits: { classFilter: 'finds-nothing' }, differs },
  { question: 'a filter by message class is refused', habits: { classFilter: 'refused' }, differs },
];

describe('the month of an attendee', () => {
  test.each(positions([...ASKED, ...classFilter(WITHOUT_MAIL)]))(
    'reads as it should where %s',
    async (_, { habits, differs = {} }) => {
      expect((await attendee(habits)).outcomes()).toEqual({ ...UNTAPPED, ...differs });
    },
  );
});

describe('two weeks of an organizer', () => {
  const GOLDEN = {
    '2026-10-26': 'not-recorded',
    '2026-10-27': 'held',
    '2026-10-28': 'held',
    '2026-10-29': 'cancelled-short-notice 10 min',
    '2026-10-30': 'not-recorded 1380 min',
    '2026-11-02': 'not-recorded',
  };

  test.each(positions([...ASKED, ...classFilter(WITHOUT_HER_MAIL)]))(
    'read as they should where %s',
    async (_, { habits, differs = {} }) => {
      expect((await organizer(habits)).outcomes()).toEqual({ ...GOLDEN, ...differs });
    },
  );

  test.each(['absent', 'placeholder'] as const)(
    'never call missing who may have been there unnamed: %s',
    async (optOut) => {
      const tale = await organizer({ optOut });
      expect(tale.who('2026-10-28', 'cy').outcome).toBe('not-recorded');
      expect(tale.who('2026-10-27', 'cy').outcome).toBe('not-present-no-message');
    },
  );

  test.each(['ErrorAccessDenied', 'Authorization_RequestDenied'] as const)(
    'say which permission is missing, however Graph words it: %s',
    async (deniedAs) => {
      const scopes = ALL_SCOPES.filter((scope) => !scope.startsWith('Mail.'));
      const graph = createSimulatedGraph(hers, { now: NOW, habits: { deniedAs }, scopes });
      const { ports, owner } = await openPorts(graph, { clock: () => NOW });
      const series = masterId('ana', 'sync');
      await keepLog(ports, series);
      const outcome = await sweep(ports, owner, [series]);
      expect(outcome).toMatchObject({
        trouble: null,
        missing: [{ feature: 'notice-mails', scope: 'Mail.Read' }],
      });
    },
  );
});
