import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { agreementViews } from '../../../../src/domain/agree/agreed';
import { decisionHistories } from '../../../../src/domain/agree/decision-history';
import { ANSWERS, DECISION_STEPS } from '../../../../src/domain/facts/decided/consulting';
import { POINT_SORTS, POINT_STEPS } from '../../../../src/domain/facts/decided/point';
import { isJournalled } from '../../../../src/domain/facts/decided/pressed';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { tellingsIn } from '../../../../src/domain/facts/log/tellings';
import type { JudgedOccurrence } from '../../../../src/domain/judge/judged/judged';
import { pointHistories } from '../../../../src/domain/points/point-history';
import { catchUpOf } from '../../../../src/domain/tell/catch-up/catch-up';
import type { CatchUpKnown, CaughtUp } from '../../../../src/domain/tell/catch-up/caught-up';
import { keysThatCameBack } from '../../../../src/domain/tell/catch-up/returned-mail';
import { toldIn } from '../../../../src/domain/tell/catch-up/told-in';
import { DAY, HOUR } from '../../../../src/domain/time/time';
import { agreement, answer, reply, request, step } from '../../builders/consult-facts';
import { catchUpEntry, days, decision, lineageOf, part, recap } from '../../builders/judged-month';
import { point, pointMail, pointStep } from '../../builders/point-facts';
import { DANA, MARCUS, PRIYA, utc } from '../../builders/readings';
import { type NaiveWorld, naiveCatchUp } from '../../naive/naive-catch-up';

const FIRST = utc('2026-10-26T00:00');
/** Four weeks of a daily one-to-one, and of a group that meets an hour later. */
const LENGTH = 20;
const NOW = utc('2026-11-20T12:00');
const LEVELS = { '2027 scope': 'trunk', Pricing: 'root', Vendors: 'branch', 'Bug fixes': 'leaf' } as const;
const IDS = ['d1', 'd2', 'd3', 'd4'];
const POINTS = ['p1', 'p2', 'p3'];

const group = (letters: string): readonly JudgedOccurrence[] =>
  days(letters, '2026-10-26').map((one) => ({
    ...one,
    ...{ key: `atlas/${one.date}`, series: 'atlas', oneToOne: false },
    effective: { start: one.effective.start + HOUR, end: one.effective.end + HOUR },
    people: [...one.people, part(DANA, 'not-recorded')],
  }));

const knownOf = ({ facts, occurrences }: Omit<NaiveWorld, 'levels'>): CatchUpKnown => {
  const inSeries = (series: string) => occurrences.filter((one) => one.series === series);
  return {
    owner: PRIYA,
    lineages: [
      lineageOf(inSeries('daily')),
      lineageOf(inSeries('atlas'), {
        ...{ id: 'atlas', series: ['atlas'], oneToOne: false, people: [MARCUS, PRIYA, DANA] },
      }),
    ],
    histories: decisionHistories(facts, NOW),
    recaps: tellingsIn(facts),
    requests: facts.filter((fact) => fact.kind === 'input-request'),
    agreements: agreementViews(facts),
    points: pointHistories(facts),
  };
};

const said = (one: CaughtUp): string =>
  one.kind === 'point' ? `point ${one.history.point.id}` : `${one.kind} ${one.history.decision.id}`;
const told = (world: Omit<NaiveWorld, 'levels'>, now = NOW): readonly string[] => {
  const { whole, lines } = catchUpOf(knownOf(world), MARCUS, now);
  return [...whole, ...lines].map(said);
};

const hour = fc.integer({ min: 0, max: 25 * 24 - 1 });
const which = fc.integer({ min: 0, max: LENGTH - 1 });
const id = fc.constantFrom(...IDS);
const pointId = fc.constantFrom(...POINTS);
const who = fc.constantFrom(MARCUS, MARCUS, MARCUS, DANA);
const happening = fc.oneof(
  fc.record({ what: fc.constant('answer' as const), id, who, said: fc.constantFrom(...ANSWERS) }),
  fc.record({
    ...{ what: fc.constant('step' as const), id, by: id, does: fc.constantFrom(...DECISION_STEPS) },
    // In the meeting of that day, in none, or as it was before anybody was asked.
    place: fc.constantFrom('daily', 'atlas', null, undefined),
  }),
  fc.record({
    ...{ what: fc.constant('ask' as const), id, who, days: fc.integer({ min: 1, max: 9 }) },
    ...{ goes: fc.boolean(), ahead: fc.boolean() },
  }),
  fc.record({
    ...{
      what: fc.constant('mail' as const),
      who,
      decisions: fc.uniqueArray(id),
      questions: fc.uniqueArray(id),
    },
    does: fc.constantFrom('sending' as const, 'sent' as const, 'taken-back' as const, 'refused' as const),
  }),
  fc.record({
    ...{ what: fc.constant('catch-up' as const), who, decisions: fc.uniqueArray(id) },
    ...{ questions: fc.uniqueArray(id), points: fc.uniqueArray(pointId) },
    does: fc.constantFrom('sending' as const, 'sent' as const, 'by-hand' as const, 'refused' as const),
  }),
  fc.record({
    ...{ what: fc.constant('before' as const), points: fc.uniqueArray(pointId) },
    does: fc.constantFrom('sending' as const, 'sent' as const, 'taken-back' as const),
  }),
  fc.record({ what: fc.constant('back' as const), nth: fc.nat(3) }),
  fc.record({ what: fc.constant('word' as const), of: pointId, step: fc.constantFrom(...POINT_STEPS) }),
);
const letters = fc.string({
  unit: fc.constantFrom('h', 'p', 'c', 'n', '?', 'u'),
  minLength: LENGTH,
  maxLength: LENGTH,
});
const world = fc.record({
  ...{ daily: letters, atlas: letters, isAgreed: fc.boolean() },
  decided: fc.array(
    fc.record({
      ...{ which, proposed: fc.boolean(), topic: fc.constantFrom('', ...Object.keys(LEVELS)) },
      where: fc.constantFrom('daily', 'atlas', 'nowhere'),
      reach: fc.constantFrom('ours' as const, 'large' as const),
      informed: fc.boolean(),
    }),
    { minLength: 1, maxLength: IDS.length },
  ),
  raised: fc.array(
    fc.record({
      ...{ at: hour, person: fc.constantFrom(MARCUS, MARCUS, null, DANA) },
      ...{ series: fc.constantFrom('daily', 'atlas'), sort: fc.constantFrom(...POINT_SORTS) },
    }),
    { maxLength: POINTS.length },
  ),
  happenings: fc.uniqueArray(fc.tuple(hour, happening), { selector: ([at]) => at, maxLength: 14 }),
});

type World = typeof world extends fc.Arbitrary<infer Of> ? Of : never;

/** What happened in it, in order. */
function factsOf({ daily, atlas, isAgreed, decided, raised, happenings }: World) {
  const occurrences = [...days(daily, '2026-10-26'), ...group(atlas)];
  const facts: Fact[] = isAgreed ? [agreement(1), reply(1, 'agreed', '2026-10-30T13:00')] : [];
  decided.forEach(({ which: at, where, proposed, topic, reach, informed }, n) => {
    const date = occurrences[at]?.date ?? '';
    const when = utc(`${date}T15:20`) + n;
    facts.push(
      decision(n + 1, {
        ...{ decidedAt: when, recordedAt: when, topic, reach, informed: informed ? [MARCUS] : [] },
        ...(proposed ? { proposed } : {}),
        ...{ series: where === 'atlas' ? 'atlas' : 'daily' },
        occurrence: where === 'nowhere' ? null : `${where}/${date}`,
      }),
    );
  });
  raised.forEach(({ at, person, series, sort }, n) => {
    const when = FIRST + at * HOUR + 2 + n;
    facts.push(point(n + 1, { raisedAt: when, recordedAt: when, person, series, sort }));
  });
  for (const [at, one] of [...happenings].sort(([a], [b]) => a - b)) {
    const on = FIRST + at * HOUR + 1;
    const stamp = { id: `e${String(at).padStart(4, '0')}`, recordedAt: on };
    const when = new Date(on).toISOString().slice(0, 16);
    if (one.what === 'answer')
      facts.push(answer(one.said, when, { ...stamp, decision: one.id, person: one.who, at: on }));
    if (one.what === 'step') {
      const day = occurrences.findLast(
        ({ series, effective }) => series === one.place && effective.start <= on,
      );
      const occurrence = one.place === undefined ? {} : { occurrence: day?.key ?? null };
      const began = Math.max(day?.effective.start ?? on, FIRST);
      facts.push(step(one.does, when, { ...stamp, decision: one.id, at: began, by: one.by, ...occurrence }));
    }
    if (one.what === 'ask')
      facts.push(
        request({
          ...{ ...stamp, mailKey: stamp.id, decision: one.id, person: one.who, askedAt: on },
          ...{ deadline: on + one.days * DAY, step: one.goes ? 'sent' : 'sending' },
          silence: one.ahead ? 'go-ahead' : 'hold',
        }),
      );
    if (one.what === 'mail')
      facts.push(
        recap(stamp.id, '2026-11-20', one.does, {
          ...{ recordedAt: on, mailKey: stamp.id, to: [one.who], sentAt: one.does === 'sent' ? on : null },
          ...{ decisions: one.decisions, questions: one.questions },
        }),
      );
    if (one.what === 'catch-up')
      facts.push(
        catchUpEntry(stamp.id, one.does, {
          ...{ recordedAt: on, mailKey: stamp.id, to: [one.who] },
          sentAt: one.does === 'sent' || one.does === 'by-hand' ? on : null,
          ...{ decisions: one.decisions, questions: one.questions, points: one.points },
        }),
      );
    if (one.what === 'before')
      facts.push(
        pointMail(one.points, [], when, {
          ...{ ...stamp, mailKey: stamp.id, step: one.does, sentAt: one.does === 'sent' ? on : null },
        }),
      );
    if (one.what === 'back') {
      const went = facts.filter(isJournalled).filter(({ step: did }) => did === 'sent');
      const mail = went.filter(({ mailKey }) => !keysThatCameBack(facts).has(mailKey))[one.nth];
      if (mail !== undefined) facts.push({ ...mail, ...stamp, step: 'came-back' });
    }
    if (one.what === 'word') {
      const isThere = one.step === 'not-yet' || one.step === 'talked-about';
      const occurrence = isThere ? `daily/${when.slice(0, 10)}` : null;
      facts.push(pointStep(one.of, one.step, when, { ...stamp, at: on, occurrence }));
    }
  }
  return { facts, occurrences };
}

describe('The catch-up (13.3)', () => {
  test('is exactly what a plain walk over the same history says they should hear and were not told, in its order', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(world, (drawn) => {
        const { facts, occurrences } = factsOf(drawn);
        const levels = drawn.isAgreed ? LEVELS : {};
        const expected = naiveCatchUp({ facts, occurrences, levels }, MARCUS, NOW);
        for (const line of expected) {
          const kind = line.slice(0, line.indexOf(' '));
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
        }
        expect(told({ facts, occurrences })).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
    expect(seen.get('decided')).toBeGreaterThan(100);
    expect(seen.get('question')).toBeGreaterThan(100);
    expect(seen.get('point')).toBeGreaterThan(100);
  });

  test('13.1 is empty once it was told, by mail or by hand, and full again once that was taken back', () => {
    fc.assert(
      fc.property(world, fc.boolean(), (drawn, byHand) => {
        const { facts: all, occurrences } = factsOf(drawn);
        const facts = all.filter(({ recordedAt }) => recordedAt < NOW);
        const before = told({ facts, occurrences });
        const parts = toldIn(catchUpOf(knownOf({ facts, occurrences }), MARCUS, NOW));
        const entries = parts.map((part, at) =>
          catchUpEntry(`z${at}`, byHand ? 'by-hand' : 'sent', { ...part, recordedAt: NOW, sentAt: NOW }),
        );
        const after = [...facts, ...entries];
        expect(told({ facts: after, occurrences }, NOW + 1)).toEqual([]);
        const undone = entries.map(
          ({ id: of }): Fact => ({ kind: 'undo', id: `zz${of}`, recordedAt: NOW, of }),
        );
        expect(told({ facts: [...after, ...undone], occurrences }, NOW)).toEqual(before);
        // On its way it lets no other one of the same follow.
        const going = entries.map((one) => ({ ...one, step: 'sending' as const, sentAt: null }));
        expect(told({ facts: [...facts, ...going], occurrences }, NOW + 1)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  const missedDay = days('c', '2026-11-16');
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const decidedAt = utc('2026-11-16T15:20') + at;
      return decision(at + 1, { decidedAt, occurrence: 'daily/2026-11-16' });
    });

  test('13.3 has seven in full, from the eighth on a line each, thirty in all, and leaves the rest for the next', () => {
    const { whole, lines, later } = catchUpOf(
      knownOf({ facts: many(33), occurrences: missedDay }),
      MARCUS,
      NOW,
    );
    expect([whole.length, lines.length, later]).toEqual([7, 23, 3]);
    expect([whole[0], lines[0]].map((one) => one && said(one))).toEqual(['decided d33', 'decided d26']);
  });

  test('13.3 tells what is of the last 90 days, and what was decided anew in them', () => {
    const old = decision(1, { decidedAt: NOW - 91 * DAY, occurrence: 'daily/2026-11-16' });
    const world = { facts: [old], occurrences: missedDay };
    expect(told(world)).toEqual([]);
    const anew = step('decided', '2026-11-17T10:00', { decision: 'd1' });
    expect(told({ ...world, facts: [old, anew] })).toEqual(['decided d1']);
  });

  test('13.1 tells nothing again while a mail with it is on its way, and lets it stand once that was taken back', () => {
    const sending = recap('r1', '2026-11-16', 'sending', { decisions: ['d1'] });
    const world = { facts: [...many(1), sending], occurrences: missedDay };
    expect(told(world)).toEqual([]);
    const back = recap('r2', '2026-11-16', 'taken-back', { decisions: ['d1'] });
    expect(told({ ...world, facts: [...world.facts, back] })).toEqual(['decided d1']);
  });

  test('10.4 knows somebody by each of their addresses: what went to one of them is told', () => {
    const both = { ...MARCUS, key: 'm.hale@other.example', address: 'm.hale@other.example' };
    const joined = { ...MARCUS, otherAddresses: [MARCUS.address, both.address] };
    const mail = recap('r1', '2026-11-16', 'sent', { decisions: ['d1'], to: [both] });
    const ok = answer('ok', '2026-11-17T10:00', { decision: 'd2', person: both });
    const known = knownOf({ facts: [...many(3), mail, ok], occurrences: missedDay });
    expect(catchUpOf(known, joined, NOW).whole.map(said)).toEqual(['decided d3']);
  });

  test.each([
    ['of the state that it names, and that is the present one', 3, true],
    ['of an earlier one that it names, whatever came since', 1, false],
    ['of what was last mailed to them, where it names none', undefined, false],
  ])('13.1 an answer tells %s', (_, state, isTold) => {
    const mail = recap('r1', '2026-11-16', 'sent', { decisions: ['d1'] });
    const anew = [
      step('reopened', '2026-11-17T10:00', { decision: 'd1' }),
      step('decided', '2026-11-17T11:00', { decision: 'd1' }),
    ];
    const named = state === undefined ? {} : { state };
    const ok = answer('ok', '2026-11-18T10:00', { decision: 'd1', ...named });
    const world = { facts: [...many(1), mail, ...anew, ok], occurrences: missedDay };
    expect(told(world)).toEqual(isTold ? [] : ['decided d1']);
  });
});
