import { describe, expect, test } from 'vitest';

import type { PointFact } from '../../../src/domain/facts/decided/point';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { pointHistories } from '../../../src/domain/points/point-history';
import { beforeSync, syncAhead } from '../../../src/domain/tell/before-sync';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time/time';
import { days, judged, lineageOf, part } from '../builders/judged-month';
import { point, pointMail } from '../builders/point-facts';
import { DANA, MARCUS, PRIYA, SAM, utc, WEI } from '../builders/readings';

/** Mon 5 to Fri 9 Jan, at 15:00 for half an hour. */
const week = lineageOf(days('hhuuu'));
const THURSDAY = utc('2026-01-08T15:00');

const offered = (lineage: JudgedLineage, at: number, facts: readonly PointFact[]) => {
  const sync = syncAhead(lineage, at);
  if (sync === null) return [];
  return beforeSync(lineage, sync, pointHistories(facts), PRIYA).map(
    ({ person, points }) =>
      `${sync.date.slice(8)} ${person.name}: ${points.map(({ name }) => name).join(' ')}`,
  );
};

describe('Before the sync (12.2)', () => {
  test('12.2 is offered from a day before one that stands, once the one before is over, until its start', () => {
    const open = [point(1)];
    expect(offered(week, THURSDAY - DAY - 1, open)).toEqual(['07 Marcus: P-001']);
    // Of a daily one the one before ends within that day.
    expect(offered(week, THURSDAY - DAY + MINUTE, open)).toEqual([]);
    expect(offered(week, THURSDAY - DAY + 30 * MINUTE, open)).toEqual(['08 Marcus: P-001']);
    expect(offered(week, THURSDAY - 1, open)).toEqual(['08 Marcus: P-001']);
    expect(offered(week, THURSDAY, open)).toEqual([]);
    const weekly = lineageOf(days('u', '2026-01-12'));
    const start = utc('2026-01-12T15:00');
    expect(offered(weekly, start - DAY - 1, open)).toEqual([]);
    expect(offered(weekly, start - DAY, open)).toEqual(['12 Marcus: P-001']);
  });

  test.each(['c', 'w', 'x', 's'])('12.2 not of one that does not stand (%s): then of the next', (letter) => {
    const lineage = lineageOf(days(`hh${letter}uu`));
    expect(offered(lineage, THURSDAY - 2 * HOUR, [point(1)])).toEqual(['08 Marcus: P-001']);
    expect(offered(lineage, THURSDAY - DAY - HOUR, [point(1)])).toEqual([]);
  });

  test('12.2 holds the oldest first, as many as have 125 words together, at least one, at most three', () => {
    const at = (number: number, words: number, more = {}) =>
      point(number, { text: 'word '.repeat(words), raisedAt: utc('2026-01-02T09:00') + number, ...more });
    const told = (...facts: readonly PointFact[]) => offered(week, THURSDAY - 1, facts);
    expect(told(at(4, 1), at(3, 1), at(2, 1), at(1, 1))).toEqual(['08 Marcus: P-001 P-002 P-003']);
    expect(told(at(1, 60), at(2, 60), at(3, 5))).toEqual(['08 Marcus: P-001 P-002 P-003']);
    expect(told(at(1, 60), at(2, 60), at(3, 6))).toEqual(['08 Marcus: P-001 P-002']);
    expect(told(at(1, 126), at(2, 1))).toEqual(['08 Marcus: P-001']);
    // Nobody writes spaces there: every letter would pass as one word.
    expect(told(at(1, 0, { text: '会'.repeat(251) }), at(2, 1))).toEqual(['08 Marcus: P-001']);
    expect(told()).toEqual([]);
  });

  test('12.4 goes once to a person and occurrence, and a point goes there once, however the mail ended but taken back', () => {
    const facts = [point(1), point(2)];
    const mail = (date: string, more = {}) =>
      pointMail(['p1'], ['P-001'], `${date}T09:00`, { occurrence: `daily/${date}`, ...more });
    expect(offered(week, THURSDAY - 1, [...facts, mail('2026-01-08')])).toEqual([]);
    expect(offered(week, THURSDAY - 1, [...facts, mail('2026-01-08', { step: 'sending' })])).toEqual([]);
    expect(offered(week, THURSDAY - 1, [...facts, mail('2026-01-07')])).toEqual(['08 Marcus: P-002']);
    for (const step of ['taken-back', 'refused'] as const)
      expect(offered(week, THURSDAY - 1, [...facts, mail('2026-01-08', { step })])).toEqual([
        '08 Marcus: P-001 P-002',
      ]);
  });

  test('12.2 goes to whoever is needed there and can be ticked, each with what is open with them', () => {
    const outside = { ...SAM, address: 'sam@elsewhere.example' };
    const unknown = { ...WEI, address: '' };
    const sync = judged('2026-01-08', 'upcoming', {
      oneToOne: false,
      people: [
        ...[PRIYA, DANA, outside, unknown].map((one) => part(one, null)),
        part(MARCUS, null, { needed: false, role: 'optional' }),
      ],
    });
    const facts = [
      point(1, { person: DANA }),
      point(2, { person: null }),
      ...[outside, unknown, MARCUS].map((person, at) => point(3 + at, { person })),
      point(9, { person: DANA, series: 'elsewhere' }),
    ];
    expect(offered(lineageOf([sync], { oneToOne: false }), THURSDAY - 1, facts)).toEqual([
      '08 Dana: P-001 P-002 P-009',
    ]);
  });
});
