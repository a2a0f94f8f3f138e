import fc from 'fast-check';
import { POINT_SORTS, POINT_STEPS } from '../../../src/domain/facts/decided/point';
import { PROMISE_STEPS } from '../../../src/domain/facts/decided/promise';
import { RECAP_STEPS } from '../../../src/domain/facts/decided/recap-entry';
import { TOPIC_STEPS } from '../../../src/domain/facts/decided/topic-step';
import { ROLE_WORDS } from '../../../src/domain/facts/entered/erasure';
import { GESTURES } from '../../../src/domain/facts/entered/gesture';
import { LOOP_KINDS } from '../../../src/domain/facts/entered/put-off';
import { RETENTIONS } from '../../../src/domain/facts/entered/reduced';
import { RHYTHMS } from '../../../src/domain/facts/entered/rhythm';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Attendee, Person } from '../../../src/domain/facts/things/person';
import { RESPONSES, ROLES } from '../../../src/domain/facts/things/person';
import type { Pattern, Recurrence } from '../../../src/domain/facts/things/series';
import type { Span } from '../../../src/domain/time/time';
import { WEEKDAYS } from '../../../src/domain/time/time';

/** Facts of the right shape and with any content: what an edited file, a broken clock or a mistake could bring. */

const NOV = Date.UTC(2026, 10, 3, 15);
const instant = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: NOV - 10 * 86_400_000, max: NOV + 10 * 86_400_000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, 0, 8.64e15, -8.64e15, 9e15, 0.5, NOV),
  },
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ start: instant, end: instant }),
  instant.map((start) => ({ start, end: start + 1_800_000 })),
);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');
const series = fc.constantFrom('one', 'two', 'single', '', 'outlook:one');
const date = fc.constantFrom('2026-11-02', '2026-11-03', '2026-11-04', '', 'never', '2026-13-45');
const occurrence = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(series, date).map(([one, day]) => `${one}/${day}`) },
  { weight: 1, arbitrary: fc.constantFrom('', '/', 'no slash', 'one//2026-11-03') },
);
const zone = fc.constantFrom('Europe/London', 'UTC', 'Asia/Kolkata', 'Nowhere/None', '');
const key = fc.constantFrom(
  'priya@northwind.example',
  'marcus@northwind.example',
  'dana@northwind.example',
  'id:7',
  '',
);
const person: fc.Arbitrary<Person> = key.map((one) => ({
  key: one,
  name: one,
  address: one.includes('@') ? one : '',
}));
const attendee: fc.Arbitrary<Attendee> = fc.record({
  person,
  role: fc.constantFrom(...ROLES),
  response: fc.constantFrom(...RESPONSES),
  respondedAt: maybe(instant),
  group: fc.boolean(),
});
const number = fc.oneof(fc.integer({ min: -5, max: 100 }), fc.constantFrom(Number.NaN, Infinity, 1e12, 0.5));
const days = fc.constant(['tuesday' as const]);
const which = fc.constantFrom('first' as const, 'last' as const);
const pattern = fc.oneof<fc.Arbitrary<Pattern>[]>(
  fc.record({ every: fc.constant('day' as const), interval: number }),
  fc.record({
    every: fc.constant('week' as const),
    interval: number,
    days: fc.oneof(days, fc.constant([])),
    weekStart: fc.constant('monday' as const),
  }),
  fc.record({ every: fc.constant('month' as const), interval: number, day: number }),
  fc.record({ every: fc.constant('month' as const), interval: number, which, days }),
  fc.record({ every: fc.constant('year' as const), interval: number, month: number, day: number }),
);
const recurrence: fc.Arbitrary<Recurrence> = fc.record({
  pattern,
  zone,
  firstDate: date,
  lastDate: maybe(date),
  count: maybe(number),
  startMinute: number,
  lengthMinutes: number,
  allDay: fc.boolean(),
});
const seen = { id, recordedAt: instant, seenAt: instant, lookedBefore: maybe(instant) };
const people = {
  organizer: maybe(person),
  ownerOrganizes: fc.boolean(),
  attendees: fc.array(attendee, { maxLength: 4 }),
};
const said = fc.constantFrom(
  'we-met' as const,
  'nobody-joined' as const,
  'agreed-to-skip' as const,
  'i-was-not-there' as const,
  null,
);

export const anyFact: fc.Arbitrary<Fact> = fc.oneof<fc.Arbitrary<Fact>[]>(
  fc.record({
    ...{
      kind: fc.constant('series-seen' as const),
      ...seen,
      ...people,
      series,
      there: fc.boolean(),
      title: fc.string(),
    },
    ...{
      joinUrl: maybe(fc.constant('u')),
      recurrence: maybe(recurrence),
      first: span,
      cancelledDates: fc.array(date),
    },
    ...{ createdAt: maybe(instant), cancelled: fc.boolean() },
  }),
  fc.record({
    ...{
      kind: fc.constant('sighting' as const),
      ...seen,
      ...people,
      occurrence,
      title: fc.constantFrom('', 'Sync', 'Canceled: Sync'),
    },
    ...{
      original: span,
      span,
      zone,
      allDay: fc.boolean(),
      cancelled: fc.boolean(),
      draft: fc.boolean(),
      single: fc.boolean(),
    },
    ...{
      ownResponse: fc.constantFrom(...RESPONSES),
      ownRespondedAt: maybe(instant),
      joinUrl: maybe(fc.constant('u')),
    },
    createdAt: maybe(instant),
  }),
  fc.record({ kind: fc.constant('missing' as const), ...seen, occurrence }),
  fc.record({
    ...{
      kind: fc.constant('mail' as const),
      id,
      recordedAt: instant,
      at: instant,
      sentByOwner: fc.boolean(),
      from: person,
    },
    mail: fc.constantFrom('request', 'update', 'cancellation', 'accepted', 'tentative', 'declined'),
    ...{
      sender: maybe(person),
      series: maybe(series),
      occurrence: maybe(occurrence),
      wholeSeries: fc.boolean(),
    },
    ...{ title: fc.string(), span: maybe(span), previous: maybe(span) },
  }),
  fc.record({
    ...{
      kind: fc.constant('report' as const),
      id,
      recordedAt: instant,
      source: fc.constantFrom('teams-report', 'teams-csv'),
    },
    ...{ series, occurrence: maybe(occurrence), session: span, totalParticipants: maybe(number) },
    rows: fc.array(
      fc.record({
        ...{
          row: id,
          name: fc.string(),
          address: key,
          directoryId: maybe(id),
          identified: fc.boolean(),
          phone: fc.boolean(),
        },
        intervals: fc.array(span, { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    kind: fc.constant('away' as const),
    id,
    recordedAt: instant,
    person: key,
    span,
    source: fc.constantFrom('free-busy', 'by-hand'),
  }),
  fc.record({
    ...{
      kind: fc.constant('holiday' as const),
      id,
      recordedAt: instant,
      person: key,
      date,
      zone,
      name: fc.string(),
    },
    ...{ source: fc.constantFrom('country', 'calendar', 'by-hand'), country: maybe(fc.constant('US')) },
  }),
  fc.record({
    kind: fc.constant('working-hours' as const),
    id,
    recordedAt: instant,
    person: key,
    zone,
    days: fc.subarray([...WEEKDAYS]),
    startMinute: number,
    endMinute: fc.oneof(number, fc.integer({ min: 0, max: 1440 })),
  }),
  fc.record({
    ...{
      kind: fc.constant('check-in' as const),
      id,
      recordedAt: instant,
      occurrence,
      said,
      minutes: maybe(number),
    },
    people: fc.array(
      fc.record({
        person: key,
        said: fc.constantFrom('was-there', 'missing', 'sent-word', 'away', 'sent-somebody'),
        wordAt: maybe(instant),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('correction' as const),
    id,
    recordedAt: instant,
    occurrence,
    reason: fc.string(),
    outcome: fc.constantFrom('held', 'held-part'),
  }),
  fc.record({
    kind: fc.constant('dispute' as const),
    id,
    recordedAt: instant,
    occurrence,
    reason: fc.string(),
  }),
  fc.record({
    kind: fc.constant('annotation' as const),
    id,
    recordedAt: instant,
    occurrence,
    by: maybe(key),
    words: fc.string(),
  }),
  fc.record({ kind: fc.constant('undo' as const), id, recordedAt: instant, of: id }),
  fc.record({
    ...{ kind: fc.constant('rules' as const), id, recordedAt: instant, series },
    rules: fc.record({
      window: fc.oneof(fc.constant('same-day-or-12h' as const), fc.record({ minutes: number })),
      byWorkingTime: fc.boolean(),
      leftOut: fc.array(key),
      graceMinutes: number,
      threshold: fc.oneof(number, fc.double({ min: 0, max: 1, noNaN: true })),
      needed: fc.dictionary(key, fc.boolean()),
    }),
  }),
  fc.record({
    kind: fc.constant('keeping' as const),
    id,
    recordedAt: instant,
    series,
    does: fc.constantFrom('start', 'pause', 'resume', 'stop'),
    from: instant,
  }),
  fc.record({
    kind: fc.constant('keeping' as const),
    id,
    recordedAt: instant,
    series,
    does: fc.constantFrom('start', 'stop'),
    only: occurrence,
  }),
  fc.record({
    kind: fc.constant('lineage' as const),
    id,
    recordedAt: instant,
    earlier: series,
    later: series,
    same: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('recognized' as const),
    id,
    recordedAt: instant,
    series,
    is: series,
    days: fc.array(fc.record({ noted: date, is: date })),
  }),
  fc.record({
    kind: fc.constant('vanished' as const),
    id,
    recordedAt: instant,
    series,
    said: fc.constantFrom('ended', 'removed-by-me', 'still-alive'),
  }),
  fc.record({
    kind: fc.constant('identified' as const),
    id,
    recordedAt: instant,
    series,
    report: id,
    row: id,
    person: key,
  }),
  fc.record({ kind: fc.constant('assigned' as const), id, recordedAt: instant, report: id, occurrence }),
  ...consultFacts(),
  ...toldFacts(),
  ...pointFacts(),
);

/** Decisions, agreements, requests and answers: they touch no outcome, whatever they say. */
/** What was told, offered and looked back on, and what says how long all of it is kept. */
function toldFacts(): fc.Arbitrary<Fact>[] {
  const stamped = { id, recordedAt: instant, series };
  const text = fc.string();
  const month = fc.constantFrom('2026-09', '2026-10', '2026-11');
  return [
    fc.record({
      ...{ kind: fc.constant('recap' as const), ...stamped, occurrence, mailKey: id, subject: text },
      step: fc.constantFrom('sending', 'sent', 'unverified', 'taken-back', 'refused'),
      ...{
        to: fc.array(person, { maxLength: 2 }),
        bodyHash: text,
        decisions: fc.array(id, { maxLength: 3 }),
      },
      ...{ sentAt: maybe(instant), messageId: maybe(id) },
    }),
    fc.record({
      ...{ kind: fc.constant('gesture' as const), ...stamped, people: fc.array(person, { maxLength: 2 }) },
      ...{ does: fc.constantFrom(...GESTURES), done: fc.boolean() },
    }),
    fc.record({
      ...{ kind: fc.constant('look-back' as const), ...stamped, month, definitions: text, hash: text },
      ...{ window: fc.constant('same-day-or-12h' as const), numbers: fc.constant([]) },
      ...{ keep: text, drop: text, delegate: text },
    }),
    fc.record(
      {
        ...{
          kind: fc.constant('put-off' as const),
          ...stamped,
          series: maybe(series),
          loop: fc.constantFrom(...LOOP_KINDS),
        },
        ...{ held: fc.array(id, { maxLength: 3 }), person: key, until: instant },
      },
      { requiredKeys: ['kind', 'id', 'recordedAt', 'series', 'loop', 'held', 'until'] },
    ),
    fc.record({
      ...{ kind: fc.constant('retention' as const), id, recordedAt: instant },
      days: fc.constantFrom(...RETENTIONS),
    }),
    fc.record({
      ...{ kind: fc.constant('reduced' as const), ...stamped, until: month, months: fc.constant([]) },
      ...{ closed: fc.array(id, { maxLength: 2 }), numbersTo: fc.nat(9) },
    }),
    fc.record(
      {
        ...{ kind: fc.constant('topic-step' as const), ...stamped, topic: text, to: text },
        step: fc.constantFrom(...TOPIC_STEPS),
      },
      { requiredKeys: ['kind', 'id', 'recordedAt', 'topic', 'step'] },
    ),
    fc.record({
      ...{ kind: fc.constant('erasure' as const), id, recordedAt: instant, salt: text },
      role: fc.constantFrom(...ROLE_WORDS),
      ...{ marks: fc.constant([]), alone: fc.constant([]), entries: fc.constant([]) },
    }),
  ];
}

/** Points and promises, what became of them and the mails with them: they touch no outcome either. */
function pointFacts(): fc.Arbitrary<Fact>[] {
  const stamped = { id, recordedAt: instant, series };
  const text = fc.string();
  return [
    fc.record({
      ...{ kind: fc.constant('point' as const), ...stamped, occurrence: maybe(occurrence), text },
      ...{ number: fc.integer({ min: 1, max: 3 }), sort: fc.constantFrom(...POINT_SORTS) },
      ...{ person: maybe(person), topic: text, deadline: date, raisedAt: instant },
    }),
    fc.record(
      {
        ...{ kind: fc.constant('point-step' as const), ...stamped, occurrence: maybe(occurrence), point: id },
        ...{ person: maybe(person), step: fc.constantFrom(...POINT_STEPS), words: text, at: instant },
        ...{ by: person, mail: id, internetMessageId: id },
      },
      {
        requiredKeys: [
          'kind',
          'id',
          'recordedAt',
          'series',
          'occurrence',
          'point',
          'person',
          'step',
          'words',
          'at',
        ],
      },
    ),
    fc.record(
      {
        ...{ kind: fc.constant('rhythm' as const), id, recordedAt: instant, person },
        ...{ often: fc.constantFrom(...RHYTHMS), weekday: fc.constantFrom(...WEEKDAYS) },
      },
      { requiredKeys: ['kind', 'id', 'recordedAt', 'person', 'often'] },
    ),
    fc.record({
      ...{ kind: fc.constant('catch-up' as const), id, recordedAt: instant, series: maybe(series) },
      ...{ occurrence: fc.constant(null), mailKey: id, subject: text, bodyHash: text },
      ...{ step: fc.constantFrom(...RECAP_STEPS), to: fc.array(person, { maxLength: 2 }) },
      ...{ decisions: fc.array(id, { maxLength: 3 }), questions: fc.array(id, { maxLength: 3 }) },
      ...{ points: fc.array(id, { maxLength: 3 }), pointsCalled: fc.array(text, { maxLength: 3 }) },
      again: fc.boolean(),
      ...{ sentAt: maybe(instant), messageId: maybe(id) },
    }),
    fc.record({
      ...{ kind: fc.constant('point-mail' as const), ...stamped, occurrence, mailKey: id, subject: text },
      ...{ step: fc.constantFrom(...RECAP_STEPS), to: fc.array(person, { maxLength: 2 }), bodyHash: text },
      points: fc.array(id, { maxLength: 3 }),
      called: fc.array(fc.constantFrom('P-001', 'P-001b', 'P-002', '', 'D-001'), { maxLength: 3 }),
      ...{ sentAt: maybe(instant), messageId: maybe(id) },
    }),
    fc.record(
      {
        ...{
          kind: fc.constant('promise' as const),
          id,
          recordedAt: instant,
          text,
          whose: person,
          to: person,
        },
        ...{ by: date, saidAt: instant, decision: id, point: id, mail: id },
      },
      { requiredKeys: ['kind', 'id', 'recordedAt', 'text', 'whose', 'by', 'saidAt'] },
    ),
    fc.record(
      {
        ...{
          kind: fc.constant('promise-step' as const),
          id,
          recordedAt: instant,
          promise: id,
          whose: person,
        },
        ...{ step: fc.constantFrom(...PROMISE_STEPS), by: date, at: instant },
      },
      { requiredKeys: ['kind', 'id', 'recordedAt', 'promise', 'whose', 'step', 'at'] },
    ),
  ];
}

function consultFacts(): fc.Arbitrary<Fact>[] {
  const stamped = { id, recordedAt: instant, series };
  /** In a meeting, or in none (10.2). */
  const anywhere = { ...stamped, series: maybe(series) };
  const source = fc.constantFrom('by-hand' as const, 'mail' as const);
  const text = fc.string();
  const silence = fc.constantFrom('go-ahead' as const, 'hold' as const);
  return [
    fc.record({
      ...{
        kind: fc.constant('decision' as const),
        ...anywhere,
        occurrence: maybe(occurrence),
        number: fc.nat(20),
      },
      ...{ text, why: text, accountable: person, topic: text, informed: fc.array(person, { maxLength: 2 }) },
      ...{ decidedAt: instant, proposed: fc.boolean(), nobodyFirst: fc.boolean() },
      reach: fc.constantFrom('ours', 'other-teams', 'large'),
      ...{ touched: fc.array(text, { maxLength: 2 }), takenOff: fc.array(text, { maxLength: 2 }) },
    }),
    fc.record({
      ...{
        kind: fc.constant('decision-step' as const),
        ...anywhere,
        decision: id,
        at: instant,
        reason: text,
      },
      touched: fc.array(text, { maxLength: 2 }),
      step: fc.constantFrom('decided', 'held', 'superseded', 'reopened'),
    }),
    fc.record({
      ...{ kind: fc.constant('agreement' as const), ...stamped, person, version: fc.nat(3) },
      topics: fc.array(fc.record({ topic: text, level: fc.constantFrom('trunk', 'root'), examples: text })),
      ...{ answerDays: maybe(fc.integer({ min: 1, max: 9 })), silence, reachAt: text, zone: maybe(zone) },
    }),
    fc.record({
      ...{
        kind: fc.constant('agreement-reply' as const),
        ...stamped,
        agreement: id,
        words: text,
        at: instant,
      },
      ...{ said: fc.constantFrom('agreed', 'declined', 'ended'), source },
    }),
    fc.record({
      ...{ kind: fc.constant('input-request' as const), ...anywhere, decision: id, person, mailKey: id },
      step: fc.constantFrom('sending', 'sent', 'unverified', 'by-hand', 'taken-back', 'refused'),
      ...{ askedAt: instant, deadline: instant, zone, workingDays: maybe(fc.nat(9)), silence },
      ...{
        assumed: fc.constant([]),
        agreement: maybe(id),
        subject: text,
        bodyHash: text,
        messageId: maybe(id),
      },
    }),
    fc.record({
      ...{
        kind: fc.constant('answer' as const),
        ...anywhere,
        decision: id,
        person,
        words: text,
        at: instant,
      },
      ...{ said: fc.constantFrom('ok', 'talk', 'problem'), source },
    }),
    fc.record({
      ...{ kind: fc.constant('mail-reply' as const), ...anywhere, person, at: instant, mail: id },
      ...{ decisions: fc.array(id, { maxLength: 3 }), points: fc.array(id, { maxLength: 2 }) },
      said: maybe(fc.constantFrom('ok', 'talk', 'problem')),
    }),
  ];
}
