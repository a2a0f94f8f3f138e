import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Point, PointStep } from '../../../src/domain/facts/decided/point';
import { isHeld } from '../../../src/domain/facts/things/outcomes';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { pointHistories } from '../../../src/domain/points/point-history';
import { askedAfter, openAt } from '../../../src/domain/points/talked-about';
import { days, judged, lineageOf, part } from '../builders/judged-month';
import { point, pointStep } from '../builders/point-facts';
import { DANA, MARCUS, PRIYA, SAM, utc } from '../builders/readings';

/** Beside which days it is asked about which points. */
const asked = (lineage: JudgedLineage, facts: readonly (Point | PointStep)[]) =>
  lineage.occurrences.flatMap((one) =>
    askedAfter(lineage, one, pointHistories(facts)).map(({ name }) => `${one.date.slice(8)} ${name}`),
  );

const EARLY = { raisedAt: utc('2026-01-02T09:00') };

describe('Talked about? (12.3)', () => {
  test('12.3 is asked once of each open point, after the last meeting that was held, whatever else there was', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('h', 'p', 'c', 'w', 'n', '?', 'x', 'u', 's'),
          minLength: 20,
          maxLength: 20,
        }),
        (letters) => {
          const lineage = lineageOf(days(letters));
          const last = lineage.occurrences.findLast(
            ({ outcome, people }) => isHeld(outcome) && people[1]?.outcome !== null,
          );
          const found = asked(lineage, [point(1, EARLY), point(2, { ...EARLY, person: null })]);
          expect(found).toEqual(
            last === undefined ? [] : [`${last.date.slice(8)} P-001`, `${last.date.slice(8)} P-002`],
          );
        },
      ),
    );
  });

  test('12.3 not yet carries it to the next one by itself, yes ends it', () => {
    const before = lineageOf(days('hhn'));
    const notYet = pointStep('p1', 'not-yet', '2026-01-06T16:00', { occurrence: 'daily/2026-01-06' });
    expect(asked(before, [point(1, EARLY)])).toEqual(['06 P-001']);
    expect(asked(before, [point(1, EARLY), notYet])).toEqual([]);
    expect(asked(lineageOf(days('hhnh')), [point(1, EARLY), notYet])).toEqual(['08 P-001']);
    const yes = { ...notYet, step: 'talked-about' } as const;
    expect(asked(lineageOf(days('hhnh')), [point(1, EARLY), yes])).toEqual([]);
  });

  test('12.3 a person’s point is asked where they were, and never beside a meeting that was over before it was raised', () => {
    const met = (date: string, ...there: readonly (typeof DANA)[]) =>
      judged(date, 'held', {
        oneToOne: false,
        people: [
          part(PRIYA, 'present'),
          ...[DANA, SAM].map((one) => part(one, there.includes(one) ? 'present' : 'away')),
        ],
      });
    const lineage = lineageOf([met('2026-01-05', DANA, SAM), met('2026-01-06', SAM)], { oneToOne: false });
    expect(
      asked(lineage, [point(1, { ...EARLY, person: DANA }), point(2, { ...EARLY, person: SAM })]),
    ).toEqual(['05 P-001', '06 P-002']);
    expect(asked(lineage, [point(1, { ...EARLY, person: MARCUS })])).toEqual([]);
    expect(asked(lineage, [point(1, { person: SAM, raisedAt: utc('2026-01-07T09:00') })])).toEqual([]);
  });

  test('12.1 what is open with the people of a meeting, raised in whichever, and with the meeting itself stands there', () => {
    const lineage = lineageOf(days('h'));
    const [first] = lineage.occurrences;
    const facts = [
      point(1, { series: 'other' }),
      point(2, { person: null }),
      point(3, { person: null, series: 'other' }),
      point(4, { person: DANA }),
    ];
    const open = first === undefined ? [] : openAt(lineage, first, pointHistories(facts));
    expect(open.map(({ name }) => name)).toEqual(['P-001', 'P-002']);
  });
});
