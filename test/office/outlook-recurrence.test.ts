import { describe, expect, test } from 'vitest';
import type { Pattern } from '../../src/domain/facts/things/series';
import { patternOf } from '../../src/office/outlook-recurrence';

/** The words are those of `Office.MailboxEnums`: RecurrenceType, Days, WeekNumber, Month. */
const TOLD: readonly (readonly [string, object | null, Pattern | null])[] = [
  ['daily', { interval: 3 }, { every: 'day', interval: 3 }],
  ['daily', null, { every: 'day', interval: 1 }],
  [
    'weekday',
    { interval: 1 },
    {
      ...{ every: 'week', interval: 1, weekStart: 'sunday' },
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    },
  ],
  [
    'weekly',
    { interval: 2, days: ['fri', 'mon'], firstDayOfWeek: 'mon' },
    { every: 'week', interval: 2, days: ['monday', 'friday'], weekStart: 'monday' },
  ],
  ['weekly', { interval: 1, days: [] }, null],
  ['monthly', { interval: 1, dayOfMonth: 31 }, { every: 'month', interval: 1, day: 31 }],
  [
    'monthly',
    { interval: 1, weekNumber: 'last', dayOfWeek: 'weekendDay' },
    { every: 'month', interval: 1, which: 'last', days: ['saturday', 'sunday'] },
  ],
  ['monthly', { interval: 1, dayOfMonth: 0 }, null],
  ['yearly', { interval: 1, month: 'nov', dayOfMonth: 3 }, { every: 'year', interval: 1, month: 11, day: 3 }],
  [
    'yearly',
    { interval: 1, month: 'jan', weekNumber: 'second', dayOfWeek: 'tue' },
    { every: 'year', interval: 1, month: 1, which: 'second', days: ['tuesday'] },
  ],
  ['yearly', { interval: 1, dayOfMonth: 3 }, null],
  ['fortnightly', { interval: 1 }, null],
];

describe('The rule of a series in Outlook’s words', () => {
  test.each(TOLD)('%s %j', (recurrenceType, recurrenceProperties, pattern) => {
    const told = { recurrenceType, recurrenceProperties } as unknown as Office.Recurrence;
    expect(patternOf(told)).toEqual(pattern);
  });
});
