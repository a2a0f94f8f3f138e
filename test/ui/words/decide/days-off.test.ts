import { describe, expect, test } from 'vitest';
import type { DayOff } from '../../../../src/domain/time/working-days';
import { offWords } from '../../../../src/ui/words/decide/days-off';

const off = (why: DayOff['why'], ...days: readonly number[]): readonly DayOff[] =>
  days.map((day) => ({ date: `2026-11-${day}`, why }));

describe('Why a deadline is later than a plain count of days', () => {
  test.each([
    ['nothing is said where all days count', [], ''],
    ['a holiday', off('holiday', 11), 'Wed 11 Nov is a holiday for Marcus.'],
    ['two holidays', off('holiday', 11, 26), 'Wed 11 Nov and Thu 26 Nov are holidays for Marcus.'],
    ['a day away', off('away', 12), 'Marcus is away on Thu 12 Nov.'],
    [
      'days in a row, over a weekend',
      off('away', 12, 13, 16),
      'Marcus is away from Thu 12 Nov to Mon 16 Nov.',
    ],
    ['days apart', off('away', 11, 13), 'Marcus is away on Wed 11 Nov and on Fri 13 Nov.'],
    [
      'both, the holiday between two days away',
      [...off('away', 10), ...off('holiday', 11), ...off('away', 12)],
      'Wed 11 Nov is a holiday for Marcus. Marcus is away from Tue 10 Nov to Thu 12 Nov.',
    ],
  ])('%s', (_, days, words) => {
    expect(offWords(days, 'Marcus')).toBe(words);
  });
});
