import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import { measuresOf } from '../../../../src/domain/measure/measures';
import { about, at, daily, judge, sameMeeting } from '../../builders/facts';

/** 10.3: one occurrence of a series that is not kept, kept by itself, has its usual key. */

const NOW = at('2026-11-20 18:00');
const one = about({ ...daily, series: 'one' });
const world: readonly Fact[] = [
  one.seen(),
  ...['2026-11-10', '2026-11-11', '2026-11-12'].map((date) => one.sighted(date)),
  one.noted('2026-11-10', '2026-11-10 17:00', 'we-met'),
  one.noted('2026-11-11', '2026-11-11 17:00', 'we-met'),
  one.cancelledBy('2026-11-12', '2026-11-11 18:00'),
];
const alone = one.keptAlone('2026-11-11', '2026-11-09 09:00');
const judged = (...facts: readonly Fact[]) => judge([...world, ...facts], 'one', NOW);
const rows = (...facts: readonly Fact[]) =>
  judged(...facts)?.occurrences.map(({ key, outcome }) => [key, outcome]);

describe('One occurrence of a series that is not kept (10.3)', () => {
  test('kept by itself is one row under its usual key, judged as what takes place once', () => {
    expect(rows(alone)).toEqual([['one/2026-11-11', 'held']]);
    const lineage = judged(alone);
    expect(lineage).toMatchObject({ single: true, inParts: true, stopped: false, id: 'one' });
    expect(lineage?.window).toEqual({ minutes: 24 * 60 });
    expect(lineage && measuresOf(lineage, [], [])).toEqual([]);
    expect(lineage?.splitQuestions).toEqual([]);
    expect(lineage?.unscheduled).toEqual([]);
  });

  test('several are so many, and none between them', () => {
    const other = one.keptAlone('2026-11-12', '2026-11-10 09:00');
    expect(rows(alone, other)).toEqual([
      ['one/2026-11-11', 'held'],
      // Twenty-one and a half hours before: less than the 24 of a single meeting.
      ['one/2026-11-12', 'cancelled-short-notice'],
    ]);
  });

  test('of long ago it stays, whether the whole series is kept later or not', () => {
    const later = one.kept('start', '2026-11-12 09:00', at('2026-11-12 00:00'));
    expect(rows(alone, later)?.filter(([key]) => key === 'one/2026-11-11')).toEqual([
      ['one/2026-11-11', 'held'],
    ]);
    expect(rows(alone, later)?.some(([key]) => key === 'one/2026-11-10')).toBe(false);
    expect(judged(alone, later)?.single).toBeUndefined();
  });

  test('found to be part of a kept lineage it is that occurrence, once', () => {
    const whole = about({ ...daily, series: 'before', firstDate: '2026-10-01' });
    const facts = [
      ...[
        whole.seen(),
        whole.kept('start', '2026-10-20 09:00'),
        sameMeeting('before', 'one', '2026-11-15 09:00'),
      ],
      alone,
    ];
    const keys = rows(...facts)?.map(([key]) => key) ?? [];
    expect(keys.filter((key) => key?.endsWith('/2026-11-11') && key.startsWith('one/'))).toHaveLength(1);
    expect(judged(...facts)?.inParts).toBeUndefined();
  });

  test('stopped before it began it is no row; afterwards it stays', () => {
    expect(rows(alone, one.kept('stop', '2026-11-10 09:00'))).toEqual([]);
    expect(rows(alone, one.kept('stop', '2026-11-19 09:00'))).toEqual([['one/2026-11-11', 'held']]);
    expect(judged(alone, one.kept('stop', '2026-11-19 09:00'))?.stopped).toBe(true);
  });

  test('whatever is kept in whatever order, each is a row once, and never less than was kept', () => {
    const dates = ['2026-11-10', '2026-11-11', '2026-11-12'] as const;
    const whole = one.kept('start', '2026-11-13 09:00');
    const parts = dates.map((date) => one.keptAlone(date, '2026-11-09 09:00'));
    fc.assert(
      fc.property(fc.subarray(parts, { minLength: 1 }), fc.boolean(), fc.boolean(), (some, all, turned) => {
        const facts = [...some, ...(all ? [whole] : [])];
        const keys = rows(...(turned ? facts.reverse() : facts))?.map(([key]) => key) ?? [];
        expect(new Set(keys).size).toBe(keys.length);
        for (const { only } of some) expect(keys).toContain(only);
        if (!all) expect(keys).toHaveLength(some.length);
      }),
    );
  });
});
