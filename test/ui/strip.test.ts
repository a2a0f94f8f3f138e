import { describe, expect, test } from 'vitest';

import { OUTCOMES } from '../../src/domain/facts/things/outcomes';
import {
  furtherPart,
  lettersOf,
  MARKS,
  MOST_TILES,
  markOf,
  partOfHistory,
  planStrip,
} from '../../src/ui/parts/tile';
import { timeWords } from '../../src/ui/words/times';
import { goldenMonth, occurrenceOn } from './fixture';

const LONDON = timeWords('Europe/London');

const places = (dates: readonly string[], perWeek: number) => {
  const occurrences = goldenMonth().occurrences.filter(({ date }) => dates.includes(date));
  return planStrip(occurrences, LONDON, perWeek);
};

describe('The strip of occurrences', () => {
  test('rows are weeks and columns are the weekdays that occur', () => {
    const plan = planStrip(goldenMonth().occurrences, LONDON, 5);
    expect(plan.heads).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
    const at = (date: string) => {
      const place = plan.places.find(({ occurrence }) => occurrence.date === date);
      return [place?.row, place?.column];
    };
    expect(at('2026-10-26')).toEqual([1, 1]);
    expect(at('2026-11-13')).toEqual([3, 5]);
    expect(at('2026-11-20')).toEqual([4, 5]);
  });

  test.each([
    ['of a short history all of it', 180, 3, [0, 180]],
    ['of a long one its end', 50_000, 49_900, [49_790, 50_000]],
    ['its end where nothing is chosen', 50_000, -1, [49_790, 50_000]],
    ['what lies around an old one', 50_000, 1_000, [895, 1_105]],
    ['the beginning', 50_000, 0, [0, 105]],
  ] as const)('%s is drawn', (_, count, chosen, [from, to]) => {
    expect(partOfHistory(count, chosen)).toEqual([from, to]);
    expect(chosen < 0 || (from <= chosen && chosen < to)).toBe(true);
    expect(to - from).toBeLessThanOrEqual(MOST_TILES);
  });

  test('whoever goes through ten years of tiles never has more than a few months of them drawn', () => {
    const count = 2_600;
    const seen = new Set<number>();
    let part = partOfHistory(count, -1);
    for (const where of ['before', 'after'] as const) {
      while (where === 'before' ? part[0] > 0 : part[1] < count) {
        part = furtherPart(part, where, count);
        expect(part[1] - part[0]).toBeLessThanOrEqual(2 * MOST_TILES);
        for (let at = part[0]; at < part[1]; at++) seen.add(at);
      }
    }
    expect(seen.size).toBe(count);
  });

  test('a week without one day leaves its place empty', () => {
    const plan = places(['2026-10-26', '2026-10-29', '2026-11-05'], 2);
    expect(plan.columns).toBe(2);
    expect(plan.places.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
  });

  test('a weekly meeting does not waste a row on each week', () => {
    const plan = places(['2026-10-26', '2026-11-02', '2026-11-09'], 1);
    expect(plan.heads).toEqual([]);
    expect(plan.places.map(({ row }) => row)).toEqual([1, 1, 1]);
  });

  test('two on one day stand beside each other, never on each other', () => {
    const one = occurrenceOn('2026-10-26');
    const plan = planStrip([one, { ...one, key: 'other' }, occurrenceOn('2026-10-27')], LONDON, 5);
    expect(new Set(plan.places.map(({ row, column }) => `${row} ${column}`)).size).toBe(3);
  });

  test.each(OUTCOMES)('%s has a shape, so that colour is never needed', (outcome) => {
    expect(MARKS).toContain(markOf(outcome));
  });

  test.each([
    ['2026-10-29', '10 min'],
    ['2026-10-30', '3 d'],
    ['2026-10-28', '10 min'],
    ['2026-10-27', 'nobody'],
    ['2026-11-19', 'no record'],
    ['2026-11-23', ''],
  ])('the tile of %s says "%s" under its shape', (date, letters) => {
    expect(lettersOf(occurrenceOn(date))).toBe(letters);
  });
});
