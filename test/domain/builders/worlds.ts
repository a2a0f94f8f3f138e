import fc from 'fast-check';

import type { PersonSaid } from '../../../src/domain/facts/entered/check-in';
import type { WindowRule } from '../../../src/domain/facts/entered/window-rule';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { ReportRow } from '../../../src/domain/facts/observed/report';
import type { Attendee, Person, Response } from '../../../src/domain/facts/things/person';
import { HOUR, type Instant, MINUTE, type Span } from '../../../src/domain/time/time';
import {
  about,
  at,
  attendee,
  away,
  daily,
  dana,
  holiday,
  marcus,
  phone,
  priya,
  refinement,
  rowOf,
  sam,
  wei,
} from './facts';

/**
 * What could have happened around one occurrence, told by dice: the true changes in their order, the looks at the
 * calendar that found some of them, mails that may have come, sessions, and what the owner noted.
 */
export interface Happened {
  readonly ownerOrganizes: boolean;
  readonly others: number;
  readonly withOptional: boolean;
  readonly changes: readonly Change[];
  /** Looks at the calendar, minutes relative to the planned start. */
  readonly looks: readonly number[];
  readonly stays: readonly Stay[];
  readonly phones: number;
  readonly uncounted: number;
  readonly notes: readonly Note[];
  readonly away: readonly { readonly who: number; readonly from: number; readonly minutes: number }[];
  readonly holidays: readonly number[];
  readonly pause: { readonly from: number; readonly minutes: number } | null;
  readonly window: WindowRule | null;
  readonly now: number;
}

interface Change {
  readonly at: number;
  readonly mailed: boolean;
  readonly what:
    | { readonly kind: 'move'; readonly by: number }
    | { readonly kind: 'cancel' }
    | {
        readonly kind: 'answer';
        readonly who: number;
        readonly response: 'accepted' | 'tentative' | 'declined';
      };
}

interface Stay {
  readonly who: number;
  readonly from: number;
  readonly seconds: number;
  readonly noTimes: boolean;
  /** What the report says of them (3.5): their address, another one of theirs, none; or it was somebody else. */
  readonly as: 'themselves' | 'other-address' | 'no-address' | 'somebody-else';
}

interface Note {
  readonly at: number;
  readonly said: 'we-met' | 'nobody-joined' | 'agreed-to-skip' | 'i-was-not-there' | null;
  readonly minutes: number | null;
  readonly people: readonly {
    readonly who: number;
    readonly said: PersonSaid['said'];
    readonly wordBefore: number | null;
  }[];
}

/** Minutes around the boundaries that matter, and some in between. */
const around = fc.oneof(
  fc.constantFrom(
    -4320,
    -1441,
    -1440,
    -1439,
    -720,
    -719,
    -60,
    -10,
    -5,
    -1,
    0,
    1,
    5,
    9,
    10,
    15,
    29,
    30,
    31,
    60,
    61,
    90,
    1440,
  ),
  fc.integer({ min: -3000, max: 300 }),
);
const whom = fc.integer({ min: 0, max: 3 });

export const happened: fc.Arbitrary<Happened> = fc.record({
  ownerOrganizes: fc.boolean(),
  others: fc.integer({ min: 1, max: 3 }),
  withOptional: fc.boolean(),
  changes: fc.array(
    fc.record({
      at: around,
      mailed: fc.boolean(),
      what: fc.oneof(
        fc.record({ kind: fc.constant('move' as const), by: fc.constantFrom(-60, 30, 120, 1440) }),
        fc.constant({ kind: 'cancel' as const }),
        fc.record({
          kind: fc.constant('answer' as const),
          who: whom,
          response: fc.constantFrom(
            'accepted' as const,
            'tentative' as const,
            'declined' as const,
            'declined' as const,
          ),
        }),
      ),
    }),
    { maxLength: 4 },
  ),
  looks: fc.uniqueArray(around, { maxLength: 4 }),
  stays: fc.array(
    fc.record({
      who: whom,
      from: fc.constantFrom(-5, 0, 4, 5, 6, 10, 20, 28),
      seconds: fc.constantFrom(30, 119, 120, 299, 300, 600, 900, 1800, 2400),
      noTimes: fc.boolean(),
      as: fc.constantFrom<Stay['as']>(
        ...(['themselves', 'themselves', 'themselves', 'themselves', 'themselves'] as const),
        ...(['other-address', 'no-address', 'somebody-else'] as const),
      ),
    }),
    { maxLength: 5 },
  ),
  phones: fc.constantFrom(0, 0, 0, 1),
  uncounted: fc.constantFrom(0, 0, 0, 1),
  notes: fc.array(
    fc.record({
      at: around,
      said: fc.constantFrom(
        'we-met' as const,
        'nobody-joined' as const,
        'nobody-joined' as const,
        'agreed-to-skip' as const,
        'i-was-not-there' as const,
        null,
      ),
      minutes: fc.constantFrom(null, null, 0, 10, 15, 30),
      people: fc.array(
        fc.record({
          who: whom,
          said: fc.constantFrom(
            'was-there' as const,
            'missing' as const,
            'sent-word' as const,
            'away' as const,
            'sent-somebody' as const,
          ),
          wordBefore: fc.constantFrom(null, 1500, 30, -5),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  away: fc.array(
    fc.record({
      who: whom,
      from: fc.constantFrom(-120, -15, 0, 1, 15, 16, 60),
      minutes: fc.constantFrom(14, 15, 60, 600),
    }),
    { maxLength: 2 },
  ),
  holidays: fc.array(whom, { maxLength: 1 }),
  pause: fc.option(fc.record({ from: fc.constantFrom(-60, 0, 1), minutes: fc.constantFrom(30, 60, 600) }), {
    nil: null,
    freq: 6,
  }),
  window: fc.option(fc.constantFrom<WindowRule>('same-day-or-12h', { minutes: 60 }, { minutes: 1440 }), {
    nil: null,
  }),
  now: fc.constantFrom(-60, 0, 12, 29, 30, 45, 10_000),
});

export const DATE = '2026-11-03';
const SERIES = 'told';
export const KEY = `${SERIES}/${DATE}`;
const OTHERS = [marcus, dana, sam] as const;

/** Somebody of this world: 0 is Priya, who keeps the log. */
export const whoIs = (world: Happened, who: number): Person =>
  who === 0 ? priya : (OTHERS[(who - 1) % world.others] ?? marcus);

interface State {
  readonly span: Span;
  readonly cancelled: boolean;
  readonly answers: ReadonlyMap<string, { readonly response: Response; readonly at: Instant }>;
}

const SHOWN: Readonly<Record<Stay['as'], (row: ReportRow) => Partial<ReportRow>>> = {
  themselves: () => ({}),
  'other-address': ({ name }) => ({
    address: `${name.toLowerCase()}@alias.example`,
    name: `${name} (Guest)`,
  }),
  'no-address': () => ({ address: '', identified: false }),
  'somebody-else': () => ({ address: 'kim@fabrikam.example', name: 'Kim Abroad' }),
};

/** What the log holds after all that. */
export function factsOf(world: Happened): { readonly facts: readonly Fact[]; readonly now: Instant } {
  const people = OTHERS.slice(0, world.others);
  const organizer = world.ownerOrganizes ? priya : marcus;
  const required = [priya, ...people].filter((one) => one.key !== organizer.key);
  const list: Attendee[] = [
    ...required.map((one) => attendee(one)),
    ...(world.withOptional ? [attendee(wei, 'optional')] : []),
  ];
  const told = about({
    ...refinement,
    series: SERIES,
    start: '15:00',
    minutes: 30,
    organizer,
    attendees: list,
    days: daily.days,
    firstDate: '2026-11-02',
    lastDate: '2026-11-06',
  });
  const planned = told.plannedSpan(DATE);
  const when = (minutes: number): Instant => planned.start + minutes * MINUTE;
  const early = at('2026-10-28 09:00');
  const facts: Fact[] = [
    told.seen({ seenAt: early }),
    told.sighted(DATE, { seenAt: early, ...answersOn(list, new Map(), world) }),
  ];
  if (world.window !== null) facts.push(told.ruled({ window: world.window }));

  const first: State = { span: planned, cancelled: false, answers: new Map() };
  const states: { readonly at: Instant; readonly state: State }[] = [{ at: early, state: first }];
  let state = first;
  for (const change of [...world.changes].sort((a, b) => a.at - b.at)) {
    const { what, mailed } = change;
    const now = when(change.at);
    if (state.cancelled) break;
    if (what.kind === 'cancel') {
      state = { ...state, cancelled: true };
      if (mailed) facts.push(told.mail('cancellation', DATE, now));
    } else if (what.kind === 'move') {
      const span = { start: state.span.start + what.by * MINUTE, end: state.span.end + what.by * MINUTE };
      if (mailed) facts.push(told.mail('update', DATE, now, { span, previous: state.span }));
      // Exchange forgets the answers when a meeting is moved.
      state = { ...state, span, answers: new Map() };
    } else {
      const person = whoIs(world, what.who);
      if (person.key === organizer.key) continue;
      // To an attendee, nobody else's answer can be seen, nor does a mail come.
      if (!world.ownerOrganizes && person.key !== priya.key) continue;
      state = {
        ...state,
        answers: new Map([...state.answers, [person.key, { response: what.response, at: now }]]),
      };
      if (mailed) facts.push(told.mail(what.response, DATE, now, { from: person }));
    }
    states.push({ at: now, state });
  }

  let [shown, lookedAt, gone] = [first, early, false];
  for (const look of [...world.looks].map(when).sort((a, b) => a - b)) {
    if (look <= early) continue;
    const current = states.findLast((one) => one.at <= look)?.state ?? first;
    if (current !== shown && !gone) {
      const between = { seenAt: look, lookedBefore: lookedAt };
      if (current.cancelled && world.ownerOrganizes) {
        gone = true;
        facts.push(told.missing(DATE, look, lookedAt), told.seen({ ...between, cancelledDates: [DATE] }));
      } else {
        const { span, cancelled, answers } = current;
        facts.push(told.sighted(DATE, { ...between, span, cancelled, ...answersOn(list, answers, world) }));
      }
    }
    [shown, lookedAt] = [current, look];
  }

  const rows = world.stays.map(({ who, from, seconds, noTimes, as }, number): ReportRow => {
    const start = state.span.start + from * MINUTE;
    const row = rowOf(
      whoIs(world, who),
      ...(noTimes && number === 3 ? [] : [{ start, end: start + seconds * 1000 }]),
    );
    return { ...row, row: `${number}`, ...SHOWN[as](row) };
  });
  const session = { start: state.span.start, end: state.span.end };
  const phones = Array.from({ length: world.phones }, (_, number) => phone(`+${number}`, session));
  if (rows.length > 0 && world.phones + world.stays.length > 0) {
    const all = [...rows, ...phones];
    facts.push(told.report(session, all, { totalParticipants: all.length + world.uncounted }));
  }
  for (const { at: minutes, said, people: named, minutes: together } of world.notes) {
    const words = named.map(({ who, said: what, wordBefore }): PersonSaid => {
      const wordAt = what === 'sent-word' && wordBefore !== null ? when(-wordBefore) : null;
      return { person: whoIs(world, Math.max(1, who)).key, said: what, wordAt };
    });
    facts.push(told.noted(DATE, when(minutes), said, said === 'we-met' ? together : null, words));
  }
  for (const { who, from, minutes } of world.away) {
    facts.push(away(whoIs(world, who), { start: when(from), end: when(from + minutes) }));
  }
  for (const who of world.holidays) facts.push(holiday(whoIs(world, who), DATE, null, 'Europe/London'));
  if (world.pause !== null) {
    const keep = (does: 'start' | 'pause' | 'resume', instant: Instant): Fact => ({
      ...told.kept(does, '2026-10-20 09:00'),
      recordedAt: instant,
    });
    facts.push(keep('start', early - HOUR), keep('pause', when(world.pause.from)));
    facts.push(keep('resume', when(world.pause.from + world.pause.minutes)));
  }
  return { facts, now: when(world.now) };
}

function answersOn(list: readonly Attendee[], answers: State['answers'], world: Happened) {
  const own = answers.get(priya.key);
  return {
    attendees: list.map((one): Attendee => {
      const answer = answers.get(one.person.key);
      if (!world.ownerOrganizes && one.person.key !== priya.key) return { ...one, response: 'not-visible' };
      return { ...one, response: answer?.response ?? 'none', respondedAt: null };
    }),
    ownResponse: world.ownerOrganizes ? ('organizer' as const) : (own?.response ?? ('none' as const)),
    ownRespondedAt: null,
  };
}
