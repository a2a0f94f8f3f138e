import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decisionHistories,
  decisionHistory,
  standingAmong,
} from '../../../src/domain/agree/decision-history';
import type { ConsultFact } from '../../../src/domain/facts/decided/consulting';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { answer, DEADLINE, request, step } from '../builders/consult-facts';
import { decision } from '../builders/judged-month';
import { DANA, utc } from '../builders/readings';

const D14 = decision(14, { decidedAt: utc('2026-11-10T15:50'), proposed: true });
const courseAt = (now: string, ...facts: readonly ConsultFact[]) => decisionHistory(D14, facts, utc(now));
const LATE = '2026-11-20T12:00';

describe('How a decision stands', () => {
  const ok = answer('ok', '2026-11-12T15:00');
  const talk = answer('talk', '2026-11-12T15:00');
  const problem = answer('problem', '2026-11-18T10:00');
  const went = step('decided', '2026-11-17T09:00', { noReply: ['k1'] });
  test.each<[string, string, string, readonly ConsultFact[]]>([
    ['written down, nobody asked', 'open', LATE, []],
    ['asked', 'asked', '2026-11-16T21:59', [request()]],
    ['the minute of the deadline is over', 'no-reply', '2026-11-16T22:00', [request()]],
    ['answered in time', 'answered', '2026-11-12T16:00', [request(), ok]],
    ['answered in time, looked at later', 'answered', LATE, [request(), ok]],
    ['a late answer is an answer', 'answered', LATE, [request(), answer('ok', '2026-11-17T09:00')]],
    ['"let us talk first" is an answer', 'answered', LATE, [request(), talk]],
    ['an answer nobody asked for', 'answered', LATE, [ok]],
    [
      'a mail that was taken back asked nobody',
      'open',
      LATE,
      [request(), request({ id: 'r2', step: 'taken-back' })],
    ],
    ['a mail on its way has not asked yet', 'open', LATE, [request({ step: 'sending' })]],
    ['sent, as far as anybody knows', 'asked', '2026-11-12T09:00', [request({ step: 'unverified' })]],
    ['sent by the owner', 'asked', '2026-11-12T09:00', [request({ step: 'by-hand' })]],
    [
      'one of two answered',
      'asked',
      '2026-11-13T09:00',
      [request(), request({ id: 'r2', mailKey: 'k2', person: DANA }), ok],
    ],
    [
      'one of two did not',
      'no-reply',
      LATE,
      [request(), request({ id: 'r2', mailKey: 'k2', person: DANA }), ok],
    ],
    [
      'asked again after the deadline',
      'asked',
      '2026-11-17T12:00',
      [
        request(),
        request({
          id: 'r2',
          mailKey: 'k2',
          askedAt: utc('2026-11-17T09:00'),
          deadline: utc('2026-11-18T22:00'),
        }),
      ],
    ],
    ['decided after the deadline', 'decided', LATE, [request(), went]],
    ['held', 'held', LATE, [request(), step('held', '2026-11-17T09:00')]],
    [
      'held, and then they answered',
      'answered',
      LATE,
      [request(), step('held', '2026-11-17T09:00'), problem],
    ],
    ['a problem reopens what was decided', 'reopened', LATE, [request(), went, problem]],
    [
      'a problem before it was decided is an answer',
      'answered',
      LATE,
      [request(), answer('problem', '2026-11-12T15:00')],
    ],
    [
      'OK after it was decided leaves it',
      'decided',
      LATE,
      [request(), went, answer('ok', '2026-11-18T10:00')],
    ],
    [
      'reopened and asked again',
      'asked',
      '2026-11-19T12:00',
      [
        request(),
        went,
        problem,
        request({
          id: 'r2',
          mailKey: 'k2',
          askedAt: utc('2026-11-18T12:00'),
          deadline: utc('2026-11-23T22:00'),
        }),
      ],
    ],
    [
      'reopened and decided again',
      'decided',
      LATE,
      [request(), went, problem, step('decided', '2026-11-19T09:00')],
    ],
    ['reopened by the owner', 'reopened', LATE, [went, step('reopened', '2026-11-19T09:00')]],
    ['replaced', 'superseded', LATE, [went, step('superseded', '2026-11-19T09:00', { by: 'd15' })]],
    [
      'a problem with what was replaced changes nothing',
      'superseded',
      LATE,
      [went, step('superseded', '2026-11-17T10:00', { by: 'd15' }), problem],
    ],
  ])('%s: %s', (_, standing, now, facts) => {
    expect(courseAt(now, ...facts).standing).toBe(standing);
  });

  test('a decision of before there were steps is decided, when it was written down', () => {
    const old = decision(3, { decidedAt: utc('2026-10-29T15:20') });
    expect(decisionHistory(old, [], utc(LATE))).toMatchObject({
      standing: 'decided',
      decidedAt: utc('2026-10-29T15:20'),
      events: [],
    });
  });

  test('the whole of story 16 stays in its events, whatever came after', () => {
    const history = courseAt(LATE, problem, went, request());
    expect(history.events.map(({ kind }) => kind)).toEqual(['input-request', 'decision-step', 'answer']);
    expect(history.reopenedBy).toBe(problem);
    expect(history.decidedAt).toBeNull();
    expect(history.answers).toEqual([]);
  });

  test('an answer that came late is told beside the deadline that was missed', () => {
    const late = answer('ok', '2026-11-17T09:00');
    const [asked] = courseAt(LATE, request(), late).asked;
    expect(asked).toMatchObject({ answer: late, standing: 'answered' });
    expect(asked?.request.deadline).toBe(DEADLINE);
  });

  test('what was taken back did not happen', () => {
    const undo: Fact = { kind: 'undo', id: 'u1', recordedAt: utc(LATE), of: problem.id };
    const facts = [D14, request(), went, problem];
    expect(standingAmong(decisionHistories(facts, utc(LATE)))).toEqual([]);
    expect(standingAmong(decisionHistories([...facts, undo], utc(LATE)))).toMatchObject([
      { number: 14, decidedAt: utc('2026-11-17T09:00') },
    ]);
  });

  test('only what stands is told: neither asked, held, reopened nor replaced decisions', () => {
    const facts: Fact[] = [
      decision(1),
      decision(2, { proposed: true }),
      decision(3),
      step('superseded', '2026-11-02T09:00', { decision: 'd3', by: 'd1' }),
      decision(4),
      answer('problem', '2026-11-03T09:00', { decision: 'd4' }),
    ];
    expect(standingAmong(decisionHistories(facts, utc(LATE))).map(({ number }) => number)).toEqual([1]);
  });

  const events = fc.array(
    fc.oneof(
      fc.record({ at: fc.nat(12), does: fc.constantFrom('ok', 'talk', 'problem') }),
      fc.record({ at: fc.nat(12), does: fc.constantFrom('decided', 'held', 'superseded', 'reopened') }),
      fc.record({ at: fc.nat(12), does: fc.constant('asked') }),
    ),
    { maxLength: 8 },
  );
  const day = (at: number): string => `2026-11-${String(at + 10).padStart(2, '0')}T12:00`;
  const factsOf = (told: readonly { at: number; does: string }[]): ConsultFact[] =>
    told.map(({ at, does }, index) => {
      const id = `e${index}`;
      if (does === 'asked') {
        const deadline = utc(day(at + 3));
        return request({ id, mailKey: id, askedAt: utc(day(at)), deadline });
      }
      if (does === 'ok' || does === 'talk' || does === 'problem') return answer(does, day(at), { id });
      return step(does as 'held', day(at), { id });
    });
  const anyDay = fc.nat(20).map((at) => utc(`2026-11-${String(at + 10).padStart(2, '0')}T12:00`));

  test('neither the order nor the number of times in which facts come matters', () => {
    fc.assert(
      fc.property(events, anyDay, fc.infiniteStream(fc.nat()), (told, now, dice) => {
        const facts = factsOf(told);
        const shuffled = facts
          .map((fact) => ({ fact, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ fact }) => fact);
        expect(decisionHistory(D14, shuffled, now)).toEqual(decisionHistory(D14, facts, now));
      }),
    );
  });

  test('time alone decides nothing: it only turns "asked" into "no reply"', () => {
    fc.assert(
      fc.property(events, anyDay, anyDay, (told, a, b) => {
        const facts = factsOf(told);
        const early = decisionHistory(D14, facts, Math.min(a, b));
        const late = decisionHistory(D14, facts, Math.max(a, b));
        if (early.standing === late.standing) return;
        expect([early.standing, late.standing]).toEqual(['asked', 'no-reply']);
      }),
    );
  });

  test('nothing is decided without the owner having said so, and everything stays visible', () => {
    fc.assert(
      fc.property(events, anyDay, (told, now) => {
        const facts = factsOf(told);
        const history = decisionHistory(D14, facts, now);
        if (history.standing === 'decided') {
          expect(told.some(({ does }) => does === 'decided')).toBe(true);
        }
        expect(history.events).toHaveLength(facts.length);
      }),
    );
  });

  test('a problem said last reopens whatever stands as decided', () => {
    fc.assert(
      fc.property(events, anyDay, (told, now) => {
        const facts = factsOf(told);
        const before = decisionHistory(D14, facts, now);
        const after = decisionHistory(D14, [...facts, answer('problem', '2026-12-30T12:00')], now);
        if (before.standing === 'decided') expect(after.standing).toBe('reopened');
        if (before.standing === 'superseded') expect(after.standing).toBe('superseded');
        expect(after.standing).not.toBe('decided');
      }),
    );
  });

  test('facts of decisions nobody knows are left alone', () => {
    expect(decisionHistories([request(), answer('ok', '2026-11-12T15:00')], utc(LATE))).toEqual([]);
  });
});
