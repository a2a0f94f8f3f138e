import { describe, expect, test } from 'vitest';
import { decisionBadges, waitsFor } from '../../../src/domain/agree/badges';
import { decisionHistory } from '../../../src/domain/agree/decision-history';
import type { ConsultFact } from '../../../src/domain/facts/decided/consulting';
import { answer, request, step } from '../builders/consult-facts';
import { decision } from '../builders/judged-month';
import { DANA, utc } from '../builders/readings';

const ZONE = 'Europe/London';
const proposed = decision(14, { decidedAt: utc('2026-11-10T15:50'), proposed: true });
const decided = decision(14, { decidedAt: utc('2026-11-10T15:50') });
const LATE = '2026-11-20T12:00';

const badges = (now: string, of: typeof decided, ...facts: readonly ConsultFact[]) =>
  decisionBadges(decisionHistory(of, facts, utc(now)), utc(now), ZONE);

describe('What is said of a decision before anything else', () => {
  const problem = answer('problem', '2026-11-18T10:00');
  const talk = answer('talk', '2026-11-18T10:00');
  test.each<[string, readonly string[], ReturnType<typeof badges>]>([
    ['decided', ['decided'], badges(LATE, decided)],
    ['nobody asked yet', ['open'], badges(LATE, proposed)],
    ['asked', ['asked'], badges('2026-11-16T21:59', proposed, request())],
    ['the time is over', ['no-reply'], badges(LATE, proposed, request())],
    ['on hold', ['held'], badges(LATE, proposed, step('held', '2026-11-17T09:00'))],
    [
      'a problem opens it again: both are said, the problem first (14.1 (2))',
      ['problem', 'reopened'],
      badges(LATE, decided, problem),
    ],
    [
      'a wish to talk leaves it decided: both are said (11.4)',
      ['talk', 'decided'],
      badges(LATE, decided, talk),
    ],
    ['an answer is not said twice', ['problem'], badges(LATE, proposed, request(), problem)],
    [
      'of two people the graver word, and the other answer after it',
      ['problem', 'answered'],
      badges(LATE, proposed, problem, answer('ok', '2026-11-19T10:00', { person: DANA })),
    ],
    [
      'an OK after it settles it (14.1 (2))',
      ['answered'],
      badges(LATE, proposed, problem, answer('ok', '2026-11-19T10:00')),
    ],
    [
      'decided again settles it (14.1 (2))',
      ['decided'],
      badges(LATE, proposed, problem, step('decided', '2026-11-19T09:00')),
    ],
    [
      'on hold settles it (14.1 (2))',
      ['held'],
      badges(LATE, proposed, problem, step('held', '2026-11-19T09:00')),
    ],
  ])('%s', (_, wanted, found) => {
    expect(found).toEqual(wanted);
  });

  test('it is to be looked at again from that day on, of the owner, until it is decided anew (14.1 (8))', () => {
    const due = { ...decided, revisitOn: '2026-11-20' };
    const newYork = (now: string) =>
      decisionBadges(decisionHistory(due, [], utc(now)), utc(now), 'America/New_York');
    expect(newYork('2026-11-20T04:59')).toEqual(['decided']);
    expect(newYork('2026-11-20T05:00')).toEqual(['look-again']);
    const anew = step('decided', '2026-11-20T09:00');
    expect(badges('2026-11-21T09:00', due, step('reopened', '2026-11-20T08:00'), anew)).toEqual(['decided']);
  });
});

describe('Whom a decision waits for', () => {
  const later = { askedAt: utc('2026-11-12T09:00'), deadline: utc('2026-11-18T22:00') };
  const of = (now: string, ...facts: readonly ConsultFact[]) =>
    waitsFor(decisionHistory(proposed, facts, utc(now)));

  test('everybody whose time is not over, until the latest of them (11.4)', () => {
    const dana = request({ id: 'r2', mailKey: 'k2', person: DANA, ...later });
    expect(of('2026-11-13T09:00', request(), dana)).toMatchObject({
      people: [{ name: 'Marcus' }, { name: 'Dana' }],
      last: { deadline: later.deadline },
    });
    expect(of('2026-11-17T09:00', request(), dana)?.people).toEqual([dana.person]);
    expect(of('2026-11-19T09:00', request(), dana)).toBeNull();
  });

  test('nobody twice who was asked again', () => {
    const again = request({ id: 'r2', mailKey: 'k2', ...later });
    expect(of('2026-11-13T09:00', request(), again)).toMatchObject({
      people: [request().person],
      last: { deadline: later.deadline },
    });
  });
});
