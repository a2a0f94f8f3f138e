import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { OUTCOMES, type Outcome } from '../../../src/domain/facts/things/outcomes';
import { columnsOf } from '../../../src/domain/measure/columns';
import { trendOf } from '../../../src/domain/measure/trend';
import { weekRows } from '../../../src/domain/measure/week-rows';
import { isoMonday } from '../../../src/domain/time/days';
import { localDate } from '../../../src/domain/time/zone';
import { days, goldenMonth, judged, lineageOf } from '../builders/judged-month';

const rowsOf = (lineage: ReturnType<typeof lineageOf>, zone: string, most = 13) => {
  const columns = columnsOf(lineage);
  return weekRows(columns, trendOf(columns, lineage.perWeek, zone).weeks, zone, most);
};

describe('7.2 the rows of the weeks', () => {
  test('the golden month has one mark for each occurrence, in the order in which they were planned', () => {
    const rows = rowsOf(goldenMonth(), 'Europe/London');
    expect(rows.map(({ week, outcomes }) => [week.monday, outcomes.length])).toEqual([
      ['2026-10-26', 5],
      ['2026-11-02', 5],
      ['2026-11-09', 5],
      ['2026-11-16', 5],
    ]);
  });

  test('the order within a week is that of its days', () => {
    const [row] = rowsOf(lineageOf(days('hn?xp')), 'Europe/London');
    expect(row?.outcomes).toEqual([
      'held',
      'not-held-no-message',
      'not-recorded',
      'excluded-away',
      'held-part',
    ]);
  });

  test('what lies ahead, was moved away or is disputed has no mark; a week without any has no row', () => {
    const rows = rowsOf(
      lineageOf([
        judged('2026-01-05', 'held'),
        judged('2026-01-13', 'superseded'),
        judged('2026-01-20', 'cancelled-short-notice'),
        judged('2026-01-21', 'held', { disputed: true }),
        judged('2026-01-27', 'upcoming'),
      ]),
      'Europe/London',
    );
    expect(rows.map(({ week, outcomes }) => [week.monday, outcomes])).toEqual([
      ['2026-01-05', ['held']],
      ['2026-01-19', ['cancelled-short-notice']],
    ]);
  });

  test('the last weeks are the whole of their weeks, in any zone, and as many marks as they count', () => {
    const outcome = fc.constantFrom(...OUTCOMES.filter((one) => one !== 'upcoming' && one !== 'superseded'));
    const zone = fc.constantFrom('Europe/London', 'Asia/Kolkata', 'Pacific/Auckland', 'America/New_York');
    fc.assert(
      fc.property(
        fc.array(outcome, { maxLength: 80 }),
        zone,
        fc.integer({ min: 1, max: 6 }),
        (all, at, most) => {
          const occurrences = all.map((one: Outcome, day) =>
            judged(new Date(Date.UTC(2026, 0, 5 + day * 3)).toISOString().slice(0, 10), one),
          );
          const rows = rowsOf(lineageOf(occurrences), at, most);
          const mondayOf = (one: (typeof occurrences)[number]) =>
            isoMonday(localDate(one.effective.start, at));
          const naive = [...new Set(occurrences.map(mondayOf))].slice(-most).map((monday) => {
            const inIt = occurrences.filter((one) => mondayOf(one) === monday);
            return [monday, inIt.map((one) => one.outcome)];
          });
          expect(rows.map(({ week, outcomes }) => [week.monday, outcomes])).toEqual(naive);
          for (const { week, outcomes } of rows) {
            expect(outcomes).toHaveLength(week.counted + week.notRecorded + week.excluded);
          }
        },
      ),
    );
  });
});
