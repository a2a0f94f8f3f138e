/** A log of ten years and forty series, for the measurements. */

import type { Fact } from '../../src/domain/facts/log/fact';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { Attendee, Owner, Person } from '../../src/domain/facts/things/person';
import type { Recurrence } from '../../src/domain/facts/things/series';
import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { plannedOccurrences } from '../../src/domain/observe/recurrence';
import { DAY, MINUTE } from '../../src/domain/time/time';
import { judgeLineage } from '../at-once';

export const PEOPLE = 8;
export const SERIES = 40;
export const SMALL = 5_000;
export const LARGE = 50_000;

/** Titles with little in common: series of one organizer with like titles are taken for each other's continuation. */
const TITLES: readonly string[] = [
  ...[
    'Budget',
    'Payroll',
    'Hiring',
    'Onboarding',
    'Atlas',
    'Roadmap',
    'Invoices',
    'Quality',
    'Legal',
    'Facilities',
  ],
  ...[
    'Newsletter',
    'Warehouse',
    'Pricing',
    'Security',
    'Holidays',
    'Mobile',
    'Website',
    'Fleet',
    'Kitchen',
    'Travel',
  ],
  ...[
    'Archive',
    'Donors',
    'Exports',
    'Glossary',
    'Harbour',
    'Insurance',
    'Journal',
    'Kiosk',
    'Library',
    'Museum',
  ],
  ...[
    'Network',
    'Orchestra',
    'Partners',
    'Quarterly',
    'Research',
    'Safety',
    'Theatre',
    'Upgrade',
    'Volunteers',
    'Youth',
  ],
];

export const owner: Owner = {
  key: 'own@a.example',
  name: 'Own',
  address: 'own@a.example',
  zone: 'Europe/London',
};
export const others: readonly Person[] = Array.from({ length: PEOPLE - 1 }, (_, at) => ({
  key: `p${at}@a.example`,
  name: `P${at}`,
  address: `p${at}@a.example`,
}));
const attendees: readonly Attendee[] = others.map((person) => ({
  person,
  role: 'required',
  response: 'accepted',
  respondedAt: null,
}));

/** One series of working days: everything sighted, every second occurrence reported, every tenth cancelled by mail. */
function factsOf(series: string, count: number): { facts: readonly Fact[]; end: number } {
  const start = Date.UTC(2016, 0, 4, 15);
  const recurrence: Recurrence = {
    pattern: {
      every: 'week',
      interval: 1,
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      weekStart: 'monday',
    },
    zone: 'Europe/London',
    firstDate: '2016-01-04',
    lastDate: null,
    count,
    startMinute: 15 * 60,
    lengthMinutes: 30,
    allDay: false,
  };
  const planned = plannedOccurrences(recurrence, { start, end: start + count * 2 * DAY });
  const meeting = {
    title: TITLES[Number(series.replace('series ', ''))] ?? series,
    organizer: owner,
    ownerOrganizes: true,
    attendees,
    joinUrl: `https://teams.example/${series}`,
    createdAt: null,
    cancelled: false,
  };
  const facts: Fact[] = [
    { kind: 'keeping', id: `k ${series}`, recordedAt: start, series, does: 'start', from: start },
    {
      ...meeting,
      kind: 'series-seen',
      id: `s ${series}`,
      recordedAt: start,
      series,
      seenAt: start - DAY,
      lookedBefore: null,
      there: true,
      recurrence,
      first: { start, end: start + 30 * MINUTE },
      cancelledDates: [],
    },
  ];
  for (const [at, { date, span }] of planned.entries()) {
    const occurrence = occurrenceKey(series, date);
    facts.push({
      ...meeting,
      kind: 'sighting',
      id: `o ${occurrence}`,
      recordedAt: span.start - DAY,
      occurrence,
      seenAt: span.start - DAY,
      lookedBefore: null,
      original: span,
      span,
      zone: 'Europe/London',
      allDay: false,
      draft: false,
      single: false,
      ownResponse: 'organizer',
      ownRespondedAt: null,
    });
    if (at % 10 === 9) {
      facts.push({
        kind: 'mail',
        id: `m ${occurrence}`,
        recordedAt: span.start,
        mail: 'cancellation',
        at: span.start - 10 * MINUTE,
        sentByOwner: true,
        from: owner,
        sender: null,
        series,
        occurrence,
        wholeSeries: false,
        title: meeting.title,
        span,
        previous: null,
      });
    } else if (at % 2 === 0) {
      facts.push({
        kind: 'report',
        id: `r ${occurrence}`,
        recordedAt: span.end,
        source: 'teams-report',
        series,
        occurrence: null,
        session: span,
        totalParticipants: PEOPLE,
        rows: [owner, ...others].map(({ key, name, address }, row) => ({
          row: key,
          name,
          address,
          directoryId: null,
          identified: true,
          phone: false,
          intervals: [{ start: span.start + row * MINUTE, end: span.end }],
        })),
      });
    }
  }
  return { facts, end: (planned.at(-1)?.span.end ?? start) + DAY };
}

export const histories = (total: number) =>
  Array.from({ length: SERIES }, (_, at) => ({
    series: `series ${at}`,
    ...factsOf(`series ${at}`, total / SERIES),
  }));

let judged: readonly JudgedLineage[] | null = null;

/** The large log, judged once for all measurements of a run. */
export function largeLog(): readonly JudgedLineage[] {
  judged ??= histories(LARGE).flatMap(
    ({ series, facts, end }) => judgeLineage({ owner, facts }, series, end) ?? [],
  );
  return judged;
}

/** The best of some rounds, in ms: the machine does other things as well. */
export function best(work: () => unknown, rounds = 3): number {
  return Math.min(
    ...Array.from({ length: rounds }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );
}
