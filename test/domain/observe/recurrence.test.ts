import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Pattern,
  type Recurrence,
  WHICH_WEEK,
  type WhichWeek,
} from '../../../src/domain/facts/things/series';
import { perWeek, plannedOccurrences } from '../../../src/domain/observe/recurrence';
import { addDays, dayNumber, weekdayOf } from '../../../src/domain/time/days';
import { DAY, HOUR, type LocalDate, MINUTE, type Span, WEEKDAYS } from '../../../src/domain/time/time';
import { instantAt } from '../../../src/domain/time/zone';

const utc = (text: string): number => Date.parse(`${text}Z`);
const span = (from: string, to: string): Span => ({ start: utc(from), end: utc(to) });

const rule = (pattern: Pattern, more: Partial<Recurrence> = {}): Recurrence => ({
  pattern,
  zone: 'Europe/London',
  firstDate: '2026-10-01',
  lastDate: null,
  count: null,
  startMinute: 15 * 60,
  lengthMinutes: 30,
  allDay: false,
  ...more,
});
const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const workdays: Pattern = { every: 'week', interval: 1, days: WORKDAYS, weekStart: 'sunday' };
const datesOf = (recurrence: Recurrence, window: Span): readonly LocalDate[] =>
  plannedOccurrences(recurrence, window).map(({ date }) => date);

/** Asks of every day whether the rule means it, and looks at nothing else. */
function naively(recurrence: Recurrence, window: Span): readonly LocalDate[] {
  const { pattern, firstDate, lastDate, count } = recurrence;
  const found: LocalDate[] = [];
  let seen = 0;
  for (let date = firstDate; date <= addDays('2030-01-01', 0); date = addDays(date, 1)) {
    if (lastDate !== null && date > lastDate) break;
    if (!means(pattern, firstDate, date)) continue;
    seen += 1;
    if (count !== null && seen > count) break;
    const start = instantAt(date, recurrence.startMinute, recurrence.zone);
    if (start >= window.start && start < window.end) found.push(date);
  }
  return found;
}

function means(pattern: Pattern, first: LocalDate, date: LocalDate): boolean {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  const [fy = 0, fm = 0] = first.split('-').map(Number);
  if (pattern.every === 'day') return (dayNumber(date) - dayNumber(first)) % pattern.interval === 0;
  if (pattern.every === 'week') {
    const startOfWeek = (of: LocalDate): number => {
      let day = of;
      while (weekdayOf(day) !== pattern.weekStart) day = addDays(day, -1);
      return dayNumber(day);
    };
    const weeks = (startOfWeek(date) - startOfWeek(first)) / 7;
    return weeks % pattern.interval === 0 && pattern.days.includes(weekdayOf(date));
  }
  const months = y * 12 + m - (fy * 12 + fm);
  const inStep =
    pattern.every === 'month'
      ? months % pattern.interval === 0
      : m === pattern.month && (y - fy) % pattern.interval === 0;
  if (!inStep) return false;
  const length = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if ('day' in pattern) return d === Math.min(pattern.day, length);
  const fits = Array.from({ length }, (_, at) => addDays(date, at + 1 - d)).filter((one) =>
    pattern.days.includes(weekdayOf(one)),
  );
  return fits.at(pattern.which === 'last' ? -1 : WHICH_WEEK.indexOf(pattern.which)) === date;
}

describe('what a rule plans', () => {
  test('the workdays of the golden month, at the same local time on both sides of the clock change', () => {
    const planned = plannedOccurrences(rule(workdays), span('2026-10-22T00:00', '2026-10-28T00:00'));
    expect(planned.map((one) => new Date(one.span.start).toISOString().slice(0, 16))).toEqual([
      '2026-10-22T14:00',
      '2026-10-23T14:00',
      '2026-10-26T15:00',
      '2026-10-27T15:00',
    ]);
    expect(planned.every((one) => one.span.end - one.span.start === 30 * MINUTE)).toBe(true);
  });

  test.each<[string, Pattern, Partial<Recurrence>, LocalDate[]]>([
    [
      'every third day',
      { every: 'day', interval: 3 },
      {},
      ['2026-10-01', '2026-10-04', '2026-10-07', '2026-10-10'],
    ],
    [
      'Sunday and Monday every other week, weeks from Monday',
      { every: 'week', interval: 2, days: ['sunday', 'monday'], weekStart: 'monday' },
      { firstDate: '2026-10-04' },
      ['2026-10-04', '2026-10-12', '2026-10-18', '2026-10-26'],
    ],
    [
      'the same, weeks from Sunday',
      { every: 'week', interval: 2, days: ['sunday', 'monday'], weekStart: 'sunday' },
      { firstDate: '2026-10-04' },
      ['2026-10-04', '2026-10-05', '2026-10-18', '2026-10-19'],
    ],
    [
      'the 31st: in shorter months the last day',
      { every: 'month', interval: 1, day: 31 },
      { firstDate: '2026-10-31' },
      ['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'],
    ],
    [
      'the second Tuesday of every other month',
      { every: 'month', interval: 2, which: 'second', days: ['tuesday'] },
      {},
      ['2026-10-13', '2026-12-08', '2027-02-09'],
    ],
    [
      'the last workday of the month',
      { every: 'month', interval: 1, which: 'last', days: WORKDAYS },
      {},
      ['2026-10-30', '2026-11-30', '2026-12-31'],
    ],
    [
      '29 February',
      { every: 'year', interval: 1, month: 2, day: 29 },
      { firstDate: '2027-01-01' },
      ['2027-02-28', '2028-02-29'],
    ],
    [
      'the fourth Thursday of November',
      { every: 'year', interval: 1, month: 11, which: 'fourth', days: ['thursday'] },
      {},
      ['2026-11-26', '2027-11-25'],
    ],
  ])('%s', (_, pattern, more, dates) => {
    const recurrence = rule(pattern, more);
    const window = span('2026-09-01T00:00', '2029-01-01T00:00');
    expect(datesOf(recurrence, window).slice(0, dates.length)).toEqual(dates);
  });

  test('the last date is included, a count is counted from the first date', () => {
    const window = span('2026-10-06T00:00', '2027-10-01T00:00');
    expect(datesOf(rule(workdays, { lastDate: '2026-10-07' }), window)).toEqual(['2026-10-06', '2026-10-07']);
    expect(datesOf(rule(workdays, { count: 5 }), window)).toEqual(['2026-10-06', '2026-10-07']);
  });

  test('the window has its start and not its end', () => {
    const start = instantAt('2026-11-20', 900, 'Europe/London');
    expect(datesOf(rule(workdays), { start, end: start + 1 })).toEqual(['2026-11-20']);
    expect(datesOf(rule(workdays), { start: start - DAY / 2, end: start })).toEqual([]);
  });

  test('a time that the clocks skip is planned an hour later, a time shown twice the first time', () => {
    const daily: Pattern = { every: 'day', interval: 1 };
    const night = rule(daily, { startMinute: 90, firstDate: '2026-01-01' });
    const spring = plannedOccurrences(night, span('2026-03-29T00:00', '2026-03-30T00:00'));
    expect(spring.map((one) => one.span.start)).toEqual([utc('2026-03-29T01:30')]);
    const autumn = plannedOccurrences(night, span('2026-10-25T00:00', '2026-10-26T00:00'));
    expect(autumn.map((one) => one.span.start)).toEqual([utc('2026-10-25T00:30')]);
  });

  test('an all-day occurrence lasts from midnight to midnight, whatever the clocks do', () => {
    const allDay = rule({ every: 'day', interval: 1 }, { allDay: true, startMinute: 0, lengthMinutes: 1440 });
    const [day] = plannedOccurrences(allDay, span('2026-10-24T22:00', '2026-10-25T12:00'));
    expect(day?.date).toBe('2026-10-25');
    expect((day?.span.end ?? 0) - (day?.span.start ?? 0)).toBe(25 * HOUR);
  });

  const patterns: fc.Arbitrary<Pattern> = fc.oneof(
    fc.record({ every: fc.constant('day' as const), interval: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      every: fc.constant('week' as const),
      interval: fc.integer({ min: 1, max: 4 }),
      days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      weekStart: fc.constantFrom(...WEEKDAYS),
    }),
    fc.record({
      every: fc.constant('month' as const),
      interval: fc.integer({ min: 1, max: 5 }),
      day: fc.integer({ min: 1, max: 31 }),
    }),
    fc.record({
      every: fc.constant('month' as const),
      interval: fc.integer({ min: 1, max: 5 }),
      which: fc.constantFrom<WhichWeek>(...WHICH_WEEK),
      days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    }),
    fc.record({
      every: fc.constant('year' as const),
      interval: fc.integer({ min: 1, max: 2 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    }),
    fc.record({
      every: fc.constant('year' as const),
      interval: fc.integer({ min: 1, max: 2 }),
      month: fc.integer({ min: 1, max: 12 }),
      which: fc.constantFrom<WhichWeek>(...WHICH_WEEK),
      days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    }),
  );

  test('every rule plans what asking day by day gives', () => {
    fc.assert(
      fc.property(
        patterns,
        fc.integer({ min: 0, max: 700 }),
        fc.option(fc.integer({ min: 0, max: 900 })),
        fc.option(fc.integer({ min: 1, max: 60 })),
        fc.integer({ min: -400, max: 700 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
        fc.integer({ min: 0, max: 1439 }),
        (pattern, first, last, count, from, length, zone, startMinute) => {
          const firstDate = addDays('2025-01-01', first);
          const lastDate = last === null ? null : addDays(firstDate, last);
          const recurrence = rule(pattern, { firstDate, lastDate, count, zone, startMinute });
          const start = utc('2026-03-01T05:30') + from * DAY;
          const window = { start, end: start + length * DAY };
          expect(datesOf(recurrence, window)).toEqual(naively(recurrence, window));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('rules that make no sense plan nothing, or what can be read of them, and never hang', () => {
    const forever = { start: -1e18, end: 1e18 };
    expect(datesOf(rule(workdays, { firstDate: 'soon' }), forever)).toEqual([]);
    expect(datesOf(rule(workdays), { start: Number.NaN, end: Number.NaN })).toEqual([]);
    expect(datesOf(rule({ every: 'day', interval: 0 }, { count: 3 }), forever)).toHaveLength(3);
    const week = span('2026-10-05T00:00', '2026-10-12T00:00');
    const noDays: Pattern = { every: 'week', interval: 1, days: [], weekStart: 'sunday' };
    expect(datesOf(rule(noDays), week)).toEqual(['2026-10-08']);
    expect(datesOf(rule(workdays, { zone: 'Nowhere/At-All' }), week)).toHaveLength(5);
    expect(datesOf(rule(workdays, { count: 0 }), week)).toEqual([]);
  });
});

describe('4.2, 5.2 occurrences a week', () => {
  test.each<[Pattern, number]>([
    [workdays, 5],
    [{ every: 'day', interval: 1 }, 7],
    [{ every: 'day', interval: 3 }, 7 / 3],
    [{ every: 'week', interval: 2, days: ['monday', 'tuesday'], weekStart: 'monday' }, 1],
    [{ every: 'month', interval: 1, day: 1 }, 12 / (365.2425 / 7)],
  ])('%j: %d', (pattern, expected) => {
    expect(perWeek(rule(pattern))).toBeCloseTo(expected, 9);
  });
});
