import { describe, expect, test } from 'vitest';
import type { WorkingWeek } from '../../../src/domain/facts/things/working-time';
import type { Notice } from '../../../src/domain/judge/judged/judged';
import { hourWords, weekWords, workingNoticeWords, workingTimeHint } from '../../../src/ui/words/working';

const week = (change: Partial<WorkingWeek> = {}): WorkingWeek => ({
  ...{ zone: 'Europe/London', days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
  ...{ startMinute: 540, endMinute: 1020 },
  ...change,
});
const notice = (change: Partial<Notice>): Notice => ({
  ...{ at: 0, minutes: null, lower: null, upper: null, class: 'short-notice' },
  ...change,
});
const exact = (minutes: number, worked: number) =>
  notice({ minutes, working: { minutes: worked, lower: null, upper: null } });

describe('The notice by the clock and in working time', () => {
  test.each([
    [
      exact(3800, 0),
      false,
      'Notice by the clock: 63 h 20 min, none of it in your working time. The clock counts here.',
    ],
    [
      exact(3800, 0),
      true,
      'Notice by the clock: 63 h 20 min, none of it in your working time. Working time counts here.',
    ],
    [
      exact(10, 10),
      false,
      'Notice by the clock: 10 min, all of it in your working time. The clock counts here.',
    ],
    [exact(2940, 360), false, 'Notice by the clock: 49 h, 6 h in your working time. The clock counts here.'],
    [
      notice({ lower: 60, upper: 240, working: { minutes: null, lower: 0, upper: 90 } }),
      false,
      'Notice by the clock: between 1 h and 4 h; in your working time: between 0 min and 1 h 30 min. The clock counts here.',
    ],
    [
      notice({ lower: 60, working: { minutes: null, lower: 60, upper: null } }),
      false,
      'Notice by the clock: at least 1 h; in your working time: at least 1 h. The clock counts here.',
    ],
  ])('5.2 %j, by working time %s: %s', (given, byWorkingTime, words) => {
    expect(workingNoticeWords(given, byWorkingTime)).toBe(words);
  });

  test('5.2 is not spoken of where nobody knows the hours, or nothing came before the start', () => {
    expect(workingNoticeWords(notice({ minutes: 10 }), true)).toBeNull();
    expect(workingNoticeWords({ ...exact(-5, 0), class: 'after-start' }, false)).toBeNull();
  });
});

test.each([
  [week(), 'Mon–Fri 09:00–17:00'],
  [week({ days: ['friday', 'monday', 'wednesday'] }), 'Mon, Wed and Fri 09:00–17:00'],
  [week({ days: ['monday', 'tuesday'], startMinute: 510, endMinute: 720 }), 'Mon and Tue 08:30–12:00'],
  [
    week({ days: ['sunday', 'saturday', 'friday'], startMinute: 1320, endMinute: 360 }),
    'Fri–Sun 22:00–06:00',
  ],
  [week({ days: ['sunday', 'monday', 'tuesday'] }), 'Mon, Tue and Sun 09:00–17:00'],
])('%j is said as %s', (one, words) => {
  expect(weekWords(one)).toBe(words);
});

test.each([
  [0, '0 min'],
  [0.5, 'under 1 min'],
  [59, '59 min'],
  [60, '1 h'],
  [3800, '63 h 20 min'],
])('%d minutes are %s', (minutes, words) => {
  expect(hourWords(minutes)).toBe(words);
});

test('where nobody knows the working hours, Settings say that the clock counts', () => {
  expect(workingTimeHint(undefined)).toContain('so the clock counts');
  expect(workingTimeHint(week())).toContain('Mon–Fri 09:00–17:00');
});
