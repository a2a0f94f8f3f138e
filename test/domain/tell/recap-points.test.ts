import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import { isCancelled, isExcluded, isNotHeld, OUTCOMES } from '../../../src/domain/facts/things/outcomes';
import { pointHistories } from '../../../src/domain/points/point-history';
import { pointsForRecap } from '../../../src/domain/tell/recap-points';
import { catchUpEntry, judged, lineageOf, recap } from '../builders/judged-month';
import { point, pointMail, pointStep } from '../builders/point-facts';
import { DANA, MARCUS, utc } from '../builders/readings';

const CANCELLED = judged('2026-11-18', 'cancelled-short-notice');
const of = (facts: readonly Fact[], occurrence = CANCELLED, readers = [MARCUS], oneToOne = true) =>
  pointsForRecap(occurrence, lineageOf([occurrence], { oneToOne }), pointHistories(facts), readers).map(
    ({ name }) => name,
  );

const ASKED = point(1);
const OF_MEETING = point(2, { person: null });

describe('Points in the recap of what did not take place (12.3)', () => {
  test.each(OUTCOMES)(
    '12.3 of an occurrence that is %s they go into its recap only where it was not held',
    (outcome) => {
      const isMissed = isCancelled(outcome) || isExcluded(outcome) || isNotHeld(outcome);
      expect(of([ASKED], judged('2026-11-18', outcome))).toEqual(isMissed ? ['P-001'] : []);
    },
  );

  test.each<[string, readonly string[], readonly Fact[], (typeof MARCUS)[], boolean]>([
    [
      'a point of its reader, and of a one-to-one with them',
      ['P-001', 'P-002'],
      [ASKED, OF_MEETING],
      [MARCUS],
      true,
    ],
    ['of a group the own ones alone', ['P-001'], [ASKED, OF_MEETING], [MARCUS], false],
    ['none of somebody else', [], [ASKED], [DANA], true],
    ['none in one mail to several', [], [ASKED], [MARCUS, DANA], true],
    ['none that was raised after it', [], [point(1, { raisedAt: utc('2026-11-19T09:00') })], [MARCUS], true],
    ['none that was answered', [], [ASKED, pointStep('p1', 'answered', '2026-11-17T09:00')], [MARCUS], true],
    [
      'one that had its mail before',
      ['P-001'],
      [ASKED, pointMail(['p1'], ['P-001'], '2026-11-17T09:00')],
      [MARCUS],
      true,
    ],
    [
      'none of which the mail before is on its way',
      [],
      [ASKED, pointMail(['p1'], ['P-001'], '2026-11-17T09:00', { step: 'sending' })],
      [MARCUS],
      true,
    ],
    [
      'none that had its mail after in another recap',
      [],
      [ASKED, recap('r', '2026-11-16', 'sent', { points: ['p1'] })],
      [MARCUS],
      true,
    ],
    [
      'none that is on its way in one',
      [],
      [ASKED, recap('r', '2026-11-16', 'sending', { points: ['p1'] })],
      [MARCUS],
      true,
    ],
    [
      'one whose mail after was taken back',
      ['P-001'],
      [ASKED, recap('r', '2026-11-16', 'taken-back', { points: ['p1'] })],
      [MARCUS],
      true,
    ],
    ['none that a catch-up told', [], [ASKED, catchUpEntry('c', 'sent', { points: ['p1'] })], [MARCUS], true],
  ])('12.4 has %s', (_, names, facts, readers, oneToOne) => {
    expect(of(facts, CANCELLED, readers, oneToOne)).toEqual(names);
  });

  test('12.4 however many occurrences pass, each point has one mail after at most', () => {
    const outcome = fc.constantFrom(
      'held',
      'cancelled-short-notice',
      'not-held-no-message',
      'excluded-away',
      'held-moved' as const,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, fc.boolean()), { minLength: 20, maxLength: 20 }), (drawn) => {
        const facts: Fact[] = [ASKED, OF_MEETING, point(3, { sort: 'news' })];
        const mailed: string[] = [];
        for (const [at, [came, sends]] of drawn.entries()) {
          const date = `2026-11-${String(at + 8).padStart(2, '0')}`;
          const names = of(facts, judged(date, came));
          if (!sends || names.length === 0) continue;
          mailed.push(...names);
          const points = pointHistories(facts).filter(({ name }) => names.includes(name));
          facts.push(
            recap(`r${date}`, date, 'sent', {
              points: points.map((one) => one.point.id),
              pointsCalled: names,
            }),
          );
        }
        expect(new Set(mailed).size).toBe(mailed.length);
        const wasMissed = drawn.some(([came, sends]) => sends && !came.startsWith('held'));
        expect(mailed.length > 0).toBe(wasMissed);
      }),
    );
  });
});
