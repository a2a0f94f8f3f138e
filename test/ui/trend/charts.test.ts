import { describe, expect, test } from 'vitest';

import { columnsOf } from '../../../src/domain/measure/columns';
import { noticeBinsOf } from '../../../src/domain/measure/notice-bins';
import { type RollingPoint, trendOf, type WeekPoint } from '../../../src/domain/measure/trend';
import { MARKS } from '../../../src/ui/parts/tile';
import { hasLine } from '../../../src/ui/trend/charts';
import { planLine } from '../../../src/ui/trend/line';
import { MARK_LEGEND, trendSentence, weekWords } from '../../../src/ui/words/trend';
import { goldenMonth } from '../fixture';

const FRAME = { width: 296, height: 132 };
const week = (more: Partial<WeekPoint>): WeekPoint => ({
  monday: '2026-10-26',
  held: 0,
  heldPart: 0,
  cancelled: 0,
  notHeld: 0,
  notRecorded: 0,
  excluded: 0,
  counted: 0,
  ...more,
});

describe('The line of the last ones', () => {
  const point = (percent: number | null): RollingPoint => ({
    at: 0,
    of: 12,
    count: 6,
    percent,
    range: percent === null ? null : { low: percent - 20, high: percent + 20 },
  });

  test.each([
    [0, false],
    [30, false],
    [31, true],
  ])('of %i that are recorded it is drawn: %s', (recorded, drawn) => {
    expect(hasLine({ rolling: Array.from({ length: recorded }, () => point(50)) })).toBe(drawn);
  });

  test('it breaks where nobody can know', () => {
    const { line } = planLine([50, 55, null, 60, 40].map(point), FRAME);
    expect(line.match(/M/g)).toHaveLength(2);
  });

  test('7.1 it is not drawn at all while there are under ten', () => {
    const plan = planLine([null, null].map(point), FRAME);
    expect(plan.line).toBe('');
    expect(plan.last).toBeNull();
  });

  test.each([
    [100, 72, 100],
    [95, 76, 99],
    [90, 70, 97],
    [50, 30, 70],
    [5, 1, 24],
    [0, 0, 28],
  ])('the names of %i %% and its range from %i to %i stay apart and inside', (percent, low, high) => {
    const known = { at: 0, of: 20, count: 0, percent, range: { low, high } };
    const last = planLine([known], { width: 296, height: 96 }).last;
    const ys = [last?.highY, last?.y, last?.lowY].filter((y) => y != null);
    ys.forEach((y, at) => {
      expect(y).toBeGreaterThanOrEqual(4);
      expect(y).toBeLessThanOrEqual(94);
      if (at > 0) expect(y - (ys[at - 1] ?? 0)).toBeGreaterThanOrEqual(12);
    });
  });

  test('more stands higher', () => {
    const { yOf } = planLine([point(50)], FRAME);
    expect(yOf(80)).toBeLessThan(yOf(20));
  });
});

describe('The sentence above the chart', () => {
  test('it says what one sees in the golden month, and claims no change (7.3)', () => {
    const columns = columnsOf(goldenMonth());
    const trend = trendOf(columns, goldenMonth().perWeek, 'Europe/London');
    expect(trendSentence(trend)).toBe(
      'Met 7 of 14 over 4 weeks, between 1 and 3 a week. Too little is recorded to see a change.',
    );
    expect(noticeBinsOf(columns, 'Europe/London')['under-1h']).toBe(2);
  });

  test('without anything counted it promises nothing', () => {
    const empty = { weeks: [], rolling: [], windowSize: 20, change: 'not-enough' } as const;
    expect(trendSentence(empty)).toMatch(/^Nothing has been counted yet/);
  });

  test('a week reads aloud with what was not counted', () => {
    expect(weekWords(week({ held: 2, counted: 5, notRecorded: 1, excluded: 1 }), '26 Oct')).toBe(
      'Week of 26 Oct: met 2 of 5, 1 not recorded, 1 not counted',
    );
  });

  test('a week of which nothing counts is not called none of none', () => {
    expect(weekWords(week({ notRecorded: 4, excluded: 1 }), '26 Oct')).toBe(
      'Week of 26 Oct: none counted, 4 not recorded, 1 not counted',
    );
  });

  test('every shape that an outcome is drawn with has a name beside it', () => {
    for (const mark of MARKS) expect(MARK_LEGEND[mark]).toMatch(/^[A-Z]/);
  });
});
