import type { Decision } from '../../src/domain/facts/decided/decision';
import type { Point } from '../../src/domain/facts/decided/point';
import type { Promised } from '../../src/domain/facts/decided/promise';
import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { Outcome, PersonOutcome } from '../../src/domain/facts/things/outcomes';
import type { Owner, Person } from '../../src/domain/facts/things/person';
import type {
  JudgedLineage,
  JudgedOccurrence,
  JudgedPerson,
  Notice,
  Reason,
} from '../../src/domain/judge/judged/judged';
import { holding, type Loop } from '../../src/domain/loops/loop';
import { DAY, MINUTE } from '../../src/domain/time/time';
import { judgedLineage, judgedOccurrence, judgedPerson } from '../domain/builders/judged';
import { promised } from '../domain/builders/promise-facts';

export const utc = (text: string) => Date.parse(`${text}:00Z`);
/** Fri 20 Nov 2026, 15:40 in London. */
export const NOW = utc('2026-11-20T15:40');

export const PRIYA: Owner = {
  key: 'priya.nair@contoso.example',
  name: 'Priya Nair',
  address: 'priya.nair@contoso.example',
  zone: 'Europe/London',
};
export const MARCUS: Person = {
  key: 'marcus.hale@contoso.example',
  name: 'Marcus Hale',
  address: 'marcus.hale@contoso.example',
};
export const DANA: Person = {
  key: 'dana.ortiz@contoso.example',
  name: 'Dana Ortiz',
  address: 'dana.ortiz@contoso.example',
};

export const SERIES = 'AAMkS1';
const LATER_SERIES = 'AAMkS1b';

interface Day {
  readonly date: string;
  readonly outcome: Outcome;
  readonly minutes?: number;
  readonly notice?: number;
  readonly other?: PersonOutcome;
  readonly more?: Partial<JudgedOccurrence>;
  readonly reasons: readonly Reason[];
}

const reason = (
  rule: string,
  what: Reason['what'],
  grade: Reason['grade'],
  at: string,
  more: Partial<Reason> = {},
): Reason => ({ rule, what, grade, at: utc(at), fact: `fact-${what}-${at}`, ...more });

const met = (date: string, at = '15:31') => [
  reason('2.4', 'we-met', 'noted', `${date}T${at}`, { minutes: 30 }),
];
const nobody = (date: string, at = '15:15') => [reason('2.11', 'nobody-joined', 'noted', `${date}T${at}`)];
const cancelled = (rule: string, at: string) => [
  reason('1', 'seen', 'documented', '2026-10-26T09:00'),
  reason(rule, 'cancelled-mail', 'documented', at, { person: MARCUS }),
];

const DAYS: readonly Day[] = [
  { date: '2026-10-26', outcome: 'held', minutes: 30, other: 'present', reasons: met('2026-10-26') },
  {
    date: '2026-10-27',
    outcome: 'not-held-no-message',
    minutes: 0,
    other: 'not-present-no-message',
    reasons: [reason('1', 'seen', 'documented', '2026-10-26T09:00'), ...nobody('2026-10-27')],
  },
  {
    date: '2026-10-28',
    outcome: 'held-part',
    minutes: 10,
    other: 'present-part',
    reasons: [reason('2.4', 'we-met', 'noted', '2026-10-28T15:31', { minutes: 10 })],
  },
  {
    date: '2026-10-29',
    outcome: 'cancelled-short-notice',
    notice: 10,
    reasons: cancelled('2.7', '2026-10-29T14:50'),
  },
  {
    date: '2026-10-30',
    outcome: 'cancelled-with-notice',
    notice: 4320,
    reasons: cancelled('2.6', '2026-10-27T15:00'),
  },
  { date: '2026-11-02', outcome: 'held', minutes: 30, other: 'present', reasons: met('2026-11-02') },
  {
    date: '2026-11-03',
    outcome: 'held-moved',
    minutes: 30,
    notice: 20,
    other: 'present',
    more: {
      effective: { start: utc('2026-11-03T17:00'), end: utc('2026-11-03T17:30') },
      moves: [
        {
          from: { start: utc('2026-11-03T15:00'), end: utc('2026-11-03T15:30') },
          to: { start: utc('2026-11-03T17:00'), end: utc('2026-11-03T17:30') },
          notice: {
            at: utc('2026-11-03T14:40'),
            minutes: 20,
            lower: null,
            upper: null,
            class: 'short-notice',
          },
          by: MARCUS,
        },
      ],
    },
    reasons: [
      reason('5.4', 'moved', 'documented', '2026-11-03T14:40', {
        to: { start: utc('2026-11-03T17:00'), end: utc('2026-11-03T17:30') },
      }),
      ...met('2026-11-03', '17:31'),
    ],
  },
  ...['2026-11-04', '2026-11-05'].map(
    (date): Day => ({
      date,
      outcome: 'excluded-away',
      other: 'away',
      reasons: [reason('2.5', 'away', 'documented', '2026-11-04T09:00', { person: MARCUS })],
    }),
  ),
  { date: '2026-11-06', outcome: 'held', minutes: 30, other: 'present', reasons: met('2026-11-06') },
  {
    date: '2026-11-09',
    outcome: 'not-held-no-message',
    minutes: 0,
    other: 'not-present-no-message',
    reasons: nobody('2026-11-09'),
  },
  {
    date: '2026-11-10',
    outcome: 'cancelled-short-notice',
    notice: 90,
    reasons: cancelled('2.7', '2026-11-10T13:30'),
  },
  {
    date: '2026-11-11',
    outcome: 'excluded-holiday',
    reasons: [
      reason('4.3', 'holiday', 'documented', '2026-11-01T09:00', { person: MARCUS, words: 'Veterans Day' }),
    ],
  },
  {
    date: '2026-11-12',
    outcome: 'excluded-own-absence',
    reasons: [reason('2.5', 'declined', 'documented', '2026-11-12T08:00', { person: PRIYA })],
  },
  {
    date: '2026-11-13',
    outcome: 'held-part',
    minutes: 12,
    other: 'present-part',
    reasons: [reason('2.4', 'we-met', 'noted', '2026-11-13T15:31', { minutes: 12 })],
  },
  {
    date: '2026-11-16',
    outcome: 'not-held-no-message',
    minutes: 0,
    other: 'not-present-no-message',
    reasons: nobody('2026-11-16', '15:45'),
  },
  {
    date: '2026-11-17',
    outcome: 'held-reinstated',
    minutes: 30,
    notice: 1290,
    other: 'present',
    reasons: [
      ...cancelled('5.3', '2026-11-16T18:00'),
      reason('5.3', 'reinvited', 'documented', '2026-11-17T09:30', {
        to: { start: utc('2026-11-17T15:30'), end: utc('2026-11-17T16:00') },
      }),
      ...met('2026-11-17', '16:01'),
    ],
  },
  {
    date: '2026-11-18',
    outcome: 'cancelled-short-notice',
    notice: 1,
    reasons: cancelled('2.7', '2026-11-18T15:29'),
  },
  {
    date: '2026-11-19',
    outcome: 'not-recorded',
    other: 'not-recorded',
    more: { questions: ['what-happened'] },
    reasons: [reason('1', 'seen', 'documented', '2026-11-16T09:00')],
  },
  {
    date: '2026-11-20',
    outcome: 'upcoming',
    more: { questions: ['what-happened'] },
    reasons: [reason('1', 'seen', 'documented', '2026-11-16T09:00')],
  },
  ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map(
    (date): Day => ({ date, outcome: 'upcoming', reasons: [] }),
  ),
];

const noticeOf = (day: Day, start: number): Notice | null =>
  day.notice === undefined
    ? null
    : {
        at: start - day.notice * MINUTE,
        minutes: day.notice,
        lower: null,
        upper: null,
        class: day.notice >= 720 ? 'with-notice' : 'short-notice',
      };

const person = (one: Person, outcome: PersonOutcome | null, more: Partial<JudgedPerson>): JudgedPerson =>
  judgedPerson(one, outcome, { grade: outcome === null ? null : 'noted', ...more });

function judge(day: Day): JudgedOccurrence {
  const later = day.date >= '2026-11-16';
  const series = later ? LATER_SERIES : SERIES;
  const start = utc(`${day.date}T${later ? '15:30' : '15:00'}`);
  const original = { start, end: start + 30 * MINUTE };
  const said = day.reasons.find(({ what }) => what === 'we-met' || what === 'nobody-joined');
  return judgedOccurrence({ series, date: day.date, organizer: MARCUS }, day.outcome, {
    original,
    effective: original,
    changedBy: day.notice === undefined ? null : MARCUS,
    notice: noticeOf(day, start),
    minutesTogether: day.minutes ?? null,
    people: [
      person(MARCUS, day.other ?? null, {
        role: 'organizer',
        response: 'organizer',
        minutes: day.minutes ?? null,
      }),
      person(PRIYA, day.other === undefined ? null : 'present', { isOwner: true, response: 'accepted' }),
    ],
    reasons: day.reasons,
    grade: day.reasons.at(-1)?.grade ?? null,
    recordedAt: day.reasons.at(-1)?.at ?? null,
    checkIn: said === undefined ? null : { id: said.fact ?? '', at: said.at },
    nobodyJoinedFrom: start + 10 * MINUTE,
    ...day.more,
  });
}

export const goldenMonth = (): JudgedLineage =>
  judgedLineage(SERIES, [MARCUS, PRIYA], DAYS.map(judge), {
    series: [SERIES, LATER_SERIES],
    keptSince: utc('2026-10-26T09:00'),
    members: [{ person: MARCUS, standing: 'as-invited' }],
    judgedAt: NOW - 2 * MINUTE,
  });

const NAMES = [
  'Dana Ortiz',
  'Sam Okafor',
  'Wei Chen',
  'Lena Fischer',
  'Bartholomew Featherstonehaugh-Cholmondeley',
];
const GROUP: readonly (PersonOutcome | null)[] = [
  'present',
  'not-recorded',
  'not-expected',
  'present-left-earlier',
  'apologies-short-notice',
];
const GROUP_OUTCOMES: readonly Outcome[] = ['held', 'held', 'cancelled-with-notice', 'held-part', 'held'];

/** Two years of a weekly meeting of many, the last one with a phone nobody could name. */
export const weeklyGroup = (): JudgedLineage => {
  const weeks = Array.from({ length: 104 }, (_, week) => {
    const start = utc('2024-11-26T14:00') + week * 7 * DAY;
    const date = new Date(start).toISOString().slice(0, 10);
    const outcome = GROUP_OUTCOMES[week % GROUP_OUTCOMES.length] ?? 'held';
    const held = outcome.startsWith('held');
    const day: Day = {
      date,
      outcome,
      minutes: held ? 52 : 0,
      reasons: held ? [] : cancelled('2.6', `${date}T09:00`),
    };
    const one = judge(day);
    const people = NAMES.map((name, at) =>
      person({ key: name, name, address: `${at}@contoso.example` }, held ? (GROUP[at] ?? null) : null, {
        role: at === 2 ? 'optional' : 'required',
        minutes: held ? 40 : null,
      }),
    );
    return {
      ...one,
      key: `weekly/${date}`,
      original: { start, end: start + 60 * MINUTE },
      effective: { start, end: start + 60 * MINUTE },
      oneToOne: false,
      people: [
        ...people,
        person(PRIYA, held ? 'present' : null, {
          isOwner: true,
          role: 'organizer',
          minutes: held ? 60 : null,
        }),
      ],
    };
  });
  const last = weeks.at(-1) as JudgedOccurrence;
  return {
    ...goldenMonth(),
    id: 'weekly',
    series: ['weekly'],
    title: 'Atlas refinement with everybody who has ever been asked about it, and a title far too long',
    perWeek: 1,
    oneToOne: false,
    ownerOrganizes: true,
    people: last.people.map((one) => one.person),
    occurrences: weeks,
    unmatched: [{ report: 'report-1', row: 'phone-1', name: '+49 … 77', minutes: 57, occurrence: last.key }],
  };
};

export const occurrenceOn = (date: string): JudgedOccurrence =>
  goldenMonth().occurrences.find((one) => one.date === date) as JudgedOccurrence;

export const DECISIONS: readonly Decision[] = [
  {
    kind: 'decision',
    id: 'decision-11',
    recordedAt: utc('2026-10-29T15:20'),
    series: SERIES,
    occurrence: `${SERIES}/2026-10-29`,
    number: 11,
    text: 'Address lookup: vendor B instead of A and in-house, to launch by 1 Dec.',
    why: 'B covers all 9 countries; A covers 6. In-house would take 8 weeks.',
    accountable: DANA,
    topic: 'Checkout',
    informed: [MARCUS],
    decidedAt: utc('2026-10-29T15:20'),
  },
  {
    kind: 'decision',
    id: 'decision-14',
    recordedAt: NOW - DAY,
    series: LATER_SERIES,
    occurrence: `${LATER_SERIES}/2026-11-19`,
    number: 14,
    text: '2027 path: one release a quarter, mobile first.',
    why: 'The teams can plan their summer.',
    accountable: PRIYA,
    topic: '2027 scope',
    informed: [MARCUS],
    decidedAt: NOW - DAY,
  },
];

export const RECAPS: readonly RecapEntry[] = [
  {
    kind: 'recap',
    id: 'recap-1',
    recordedAt: utc('2026-10-29T15:42'),
    series: SERIES,
    occurrence: `${SERIES}/2026-10-29`,
    mailKey: 'mail-1',
    step: 'sent',
    to: [MARCUS],
    subject: 'INFO: Address lookup, vendor B',
    bodyHash: '',
    decisions: ['decision-11'],
    sentAt: utc('2026-10-29T15:42'),
    messageId: 'message-1',
  },
];

/** One of Marcus and one of the owner to him, from D-014. */
export const PROMISES: readonly Promised[] = [
  promised('promise-a', {
    ...{ whose: MARCUS, text: 'Sends the capacity numbers of the platform team', by: '2026-11-19' },
  }),
  promised('promise-b', {
    ...{
      text: 'Draft the 2028 migration plan',
      whose: PRIYA,
      to: MARCUS,
      by: '2026-11-27',
      decision: 'decision-14',
    },
  }),
];

/** What Priya has for Marcus. */
export const POINTS: readonly Point[] = [
  {
    ...{
      kind: 'point',
      id: 'point-1',
      recordedAt: utc('2026-11-18T09:00'),
      series: SERIES,
      occurrence: null,
    },
    ...{ number: 1, sort: 'question', person: MARCUS, raisedAt: utc('2026-11-18T09:00') },
    text: 'Can the platform team keep two people on the migration until March?',
    deadline: '2026-11-25',
  },
  {
    ...{
      kind: 'point',
      id: 'point-2',
      recordedAt: utc('2026-11-19T17:00'),
      series: SERIES,
      occurrence: null,
    },
    ...{ number: 2, sort: 'news', person: MARCUS, raisedAt: utc('2026-11-19T17:00') },
    text: 'Dana starts on Monday.',
  },
];

/** Fifty thousand occurrences, a day apart: the golden month over and over, and its end as it is. */
export function hundredYears(count = 50_000): JudgedLineage {
  const lineage = goldenMonth();
  const { occurrences } = lineage;
  const first = occurrences[0]?.original.start ?? 0;
  const earlier = Array.from({ length: count - occurrences.length }, (_, at): JudgedOccurrence => {
    const one = occurrences[at % 15] as JudgedOccurrence;
    const start = first - (count - occurrences.length - at) * 86_400_000;
    const span = { start, end: start + 1_800_000 };
    const date = new Date(start).toISOString().slice(0, 10);
    const key = occurrenceKey(lineage.id, date);
    return { ...one, key, date, original: span, effective: span, moves: [], questions: [] };
  });
  return { ...lineage, occurrences: [...earlier, ...occurrences] };
}

const owed = (kind: Loop['kind'], id: string, more: Partial<Loop> = {}): Loop => ({
  ...{ kind, series: SERIES, occurrence: null, title: 'Priya/Marcus daily sync', span: null, at: NOW },
  ...{ people: [MARCUS], decisions: [], holds: [holding(id)], ...more },
});
const openDay = (day: string): Loop => {
  const span = { start: utc(`${day}T15:30`), end: utc(`${day}T16:00`) };
  return owed('unrecorded', `${SERIES}/${day}`, { occurrence: `${SERIES}/${day}`, span, people: [] });
};
const ONE_RELEASE = [{ id: 'd14', number: 14, text: '2027 path, one release a quarter, mobile first.' }];

/** What is owed, one of each kind. */
export const LOOPS: readonly Loop[] = [
  owed('sending', 'k-back', { said: 'came-back', decisions: ONE_RELEASE }),
  owed('objection', 'a', { said: 'problem', decisions: ONE_RELEASE }),
  openDay('2026-11-19'),
  openDay('2026-11-16'),
  owed('reply', 'm', { decisions: ONE_RELEASE }),
  owed('no-answer', 'k', { decisions: ONE_RELEASE, at: utc('2026-11-16T22:00') }),
  owed('to-tell', 'd14', {
    occurrence: `${SERIES}/2026-11-18`,
    decisions: [...ONE_RELEASE, { id: 'd15', number: 15, text: 'Ship on Thursday' }],
  }),
  owed('look-again', 'd9', { people: [], decisions: [{ id: 'd9', number: 9, text: 'Freeze the prices' }] }),
  owed('promise', 'promise-a 2026-11-19', {
    ...{ series: null, title: '', span: null, at: utc('2026-11-19T00:00'), decisions: [] },
    promise: 'Sends the capacity numbers of the platform team',
  }),
];
