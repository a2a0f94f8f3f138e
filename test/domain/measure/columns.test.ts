import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { OUTCOMES, type Outcome } from '../../../src/domain/facts/things/outcomes';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import {
  areColumns,
  type Columns,
  columnsOf,
  isSameColumns,
  joined,
  OUTCOME_CODES,
  yearsOf,
} from '../../../src/domain/measure/columns';
import { noticeBinsOf } from '../../../src/domain/measure/notice-bins';
import { trendOf } from '../../../src/domain/measure/trend';
import { DAY, MINUTE } from '../../../src/domain/time/time';
import { utcYear } from '../../../src/domain/time/zone';
import { judged, lineageOf, notice } from '../builders/judged-month';
import { naiveBins, naiveTrend } from '../naive/naive-trend';

const SEED = 20_261_121;
const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');

const anyNotice = fc.oneof(
  fc.constant(null),
  fc.double({ min: -90, max: 6000, noNaN: true }).map((minutes) => notice(minutes)),
  fc
    .tuple(fc.option(fc.integer({ min: -90, max: 3000 })), fc.option(fc.nat(4000)))
    .map(([lower, more]) => notice(null, { lower, upper: more === null ? null : (lower ?? 0) + more })),
);

const anyOutcome = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Outcome>('not-held-no-message', 'cancelled-short-notice') },
  { weight: 1, arbitrary: fc.constantFrom(...OUTCOMES) },
);

/** A log of some years, in whose second half they meet more or less often than before. Not in order: some were moved. */
const anyLineage: fc.Arbitrary<JudgedLineage> = fc
  .record({
    told: fc.array(
      fc.record({
        gap: fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
        minute: fc.nat(3000),
        roll: fc.nat(9),
        outcome: anyOutcome,
        given: anyNotice,
        disputed: fc.integer({ min: 0, max: 19 }).map((one) => one === 0),
      }),
      { maxLength: 120, size: 'max' },
    ),
    luck: fc.tuple(fc.nat(10), fc.nat(10)),
    perWeek: fc.constantFrom(0, 1, 5),
    until: fc.integer({ min: 20_000, max: 21_000 }),
  })
  .map(({ told, luck, perWeek, until }) => {
    let day = 19_900;
    const occurrences = told.map(({ gap, minute, roll, outcome, given, disputed }, at) => {
      day += gap;
      const start = day * DAY + minute * MINUTE;
      const met = roll < luck[at * 2 < told.length ? 0 : 1];
      return judged(new Date(start).toISOString().slice(0, 10), met ? 'held' : outcome, {
        effective: { start, end: start + 30 * MINUTE },
        notice: given,
        disputed,
      });
    });
    return lineageOf(occurrences, { perWeek, judgedAt: until * DAY });
  });

const years = (columns: Columns) => [...yearsOf(columns)];

describe('The columns of a log', () => {
  test('are counted as its occurrences are, one by one', () => {
    const changes = new Set<string>();
    fc.assert(
      fc.property(anyLineage, zones, (lineage, zone) => {
        const columns = columnsOf(lineage);
        const trend = trendOf(columns, lineage.perWeek, zone);
        expect(trend).toEqual(naiveTrend(lineage, zone));
        expect(noticeBinsOf(columns, zone)).toEqual(naiveBins(lineage, zone));
        changes.add(trend.change);
      }),
      { numRuns: 300, seed: SEED },
    );
    expect([...changes].sort()).toEqual(['fewer', 'more', 'not-enough']);
  });

  test('are the same when they were split into years, kept, and joined', () => {
    fc.assert(
      fc.property(anyLineage, (lineage) => {
        const columns = columnsOf(lineage);
        for (const [year, { starts }] of years(columns)) {
          expect([...new Set(Array.from(starts, utcYear))]).toEqual([year]);
        }
        const kept = years(columns).map(([, one]) => structuredClone(one));
        expect(kept.every(areColumns)).toBe(true);
        expect(joined(kept)).toEqual(columns);
        expect(isSameColumns(joined(kept), columns)).toBe(true);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  test('of a year do not drag along the memory of all others', () => {
    const lineage = lineageOf([judged('2025-12-31', 'held'), judged('2026-01-02', 'held')]);
    for (const [, { starts }] of years(columnsOf(lineage))) expect(starts.buffer.byteLength).toBe(8);
  });

  test('hold nothing of what is disputed, moved elsewhere, still to come, or a holiday ahead', () => {
    const lineage = lineageOf([
      judged('2026-11-02', 'held', { disputed: true }),
      judged('2026-11-03', 'superseded'),
      judged('2026-11-04', 'excluded-holiday'),
      judged('2026-11-25', 'excluded-holiday'),
      judged('2026-11-26', 'upcoming'),
    ]);
    expect([...columnsOf(lineage).outcomes]).toEqual([OUTCOME_CODES['excluded-holiday']]);
  });

  test('are told from anything else that a disk could give back', () => {
    const columns = columnsOf(lineageOf([judged('2026-11-02', 'held'), judged('2026-11-03', 'held-part')]));
    const damaged: readonly unknown[] = [
      ...[null, undefined, 'columns', 7, []],
      { ...columns, starts: [...columns.starts] },
      { ...columns, outcomes: columns.starts },
      { ...columns, shortest: undefined },
      { ...columns, longest: columns.longest.slice(1) },
      { ...columns, outcomes: Uint8Array.of(OUTCOME_CODES.held, 255) },
      { ...columns, outcomes: Uint8Array.of(OUTCOME_CODES.held, OUTCOME_CODES.upcoming) },
    ];
    expect(areColumns(columns)).toBe(true);
    expect(damaged.filter(areColumns)).toEqual([]);
  });
});

test('The code of an outcome is kept for years: it never changes, and new ones come last', () => {
  expect(Object.entries(OUTCOME_CODES).sort(([, a], [, b]) => a - b)).toEqual(
    [
      ...['upcoming', 'superseded', 'held-moved', 'held-reinstated', 'held', 'held-part'],
      ...['excluded-paused', 'excluded-agreed-skip', 'excluded-own-absence', 'excluded-holiday'],
      ...['excluded-away', 'excluded-short-invitation', 'cancelled-with-notice', 'cancelled-short-notice'],
      ...['cancelled-after-start', 'cancelled-notice-unknown', 'not-held-apologies-with-notice'],
      ...['not-held-apologies-short-notice', 'not-held-apologies-notice-unknown', 'not-held-no-message'],
      'not-recorded',
    ].map((outcome, code) => [outcome, code]),
  );
});
