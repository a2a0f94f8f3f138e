import type { Fact } from '../../src/domain/fact';
import { judgeLineage } from '../../src/domain/judge';
import { occurrenceKey } from '../../src/domain/occurrence';
import type { Attendee, Owner, Person } from '../../src/domain/person';
import { plannedOccurrences } from '../../src/domain/recurrence';
import type { Recurrence } from '../../src/domain/series';
import { DAY, MINUTE } from '../../src/domain/time';
import type { Ratio } from './ratio';

const PEOPLE = 8;
const SERIES = 40;
const SMALL = 5_000;
const LARGE = 50_000;

const owner: Owner = { key: 'own@a.example', name: 'Own', address: 'own@a.example', zone: 'Europe/London' };
const others: readonly Person[] = Array.from({ length: PEOPLE - 1 }, (_, at) => ({
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
    title: `Sync ${series}`,
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

const histories = (total: number) =>
  Array.from({ length: SERIES }, (_, at) => ({
    series: `series ${at}`,
    ...factsOf(`series ${at}`, total / SERIES),
  }));

const best = (work: () => unknown): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );

function classify(all: ReturnType<typeof histories>): number {
  let judged = 0;
  for (const { series, facts, end } of all) {
    judged += judgeLineage({ owner, facts }, series, end)?.occurrences.length ?? 0;
  }
  return judged;
}

/** The same arithmetic on bare numbers: when each person came, for how long, and whether it was half of it. */
function bareLoop(total: number): () => number {
  const joins = Float64Array.from({ length: total * PEOPLE }, (_, at) => (at % PEOPLE) * MINUTE);
  const leaves = Float64Array.from({ length: total * PEOPLE }, () => 30 * MINUTE);
  return () => {
    let present = 0;
    for (let at = 0; at < joins.length; at++) {
      const [join = 0, leave = 0] = [joins[at], leaves[at]];
      const minutes = Math.max(0, Math.min(leave, 30 * MINUTE) - Math.max(join, 0));
      if (minutes >= 15 * MINUTE) present += join <= 5 * MINUTE ? 1 : 2;
    }
    return present;
  };
}

/** Classifying everything from facts, and how that grows. */
export function measure(): Ratio[] {
  const [small, large] = [histories(SMALL), histories(LARGE)];
  if (classify(small) !== SMALL) throw new Error('Not every occurrence was judged');
  const [smallTime, largeTime] = [best(() => classify(small)), best(() => classify(large))];
  return [
    {
      what: `classify ${LARGE} occurrences × ${PEOPLE} people from facts`,
      value: largeTime,
      unit: 'ms',
      peer: 'bare loop over typed arrays',
      peerValue: best(bareLoop(LARGE)),
    },
    {
      what: `the same: growth from ${SMALL} to ${LARGE}, per occurrence`,
      value: (largeTime / LARGE) * 1000,
      unit: 'µs',
      peer: `${SMALL} occurrences`,
      peerValue: (smallTime / SMALL) * 1000,
    },
  ];
}
