import { addDays, dateOfDay, dayNumber, type LocalDate } from '../../time';
import { MONTH_WEEKS, type Recurrence, WEEKDAYS } from '../../world';

/** 1 Jan 1970 was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;

const monthNumber = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const firstOfMonth = (month: number): LocalDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/**
 * The dates a recurrence plans between two dates, both included, in order. `first` is the first date of the
 * series; weeks begin on Sunday, which matters for an interval above one.
 */
export function plannedDates(
  recurrence: Recurrence,
  first: LocalDate,
  from: LocalDate,
  to: LocalDate,
): LocalDate[] {
  const start = dayNumber(first);
  const low = Math.max(start, dayNumber(from));
  const high = Math.min(
    dayNumber(to),
    recurrence.until === undefined ? Infinity : dayNumber(recurrence.until),
  );
  if (recurrence.every === 'month' || recurrence.every === 'month-weekday') {
    return monthlyDates(recurrence, first, low, high);
  }
  const dates: LocalDate[] = [];
  for (let day = low; day <= high; day += 1) {
    if (fits(recurrence, start, day)) dates.push(dateOfDay(day));
  }
  return dates;
}

function fits(recurrence: Recurrence & { every: 'day' | 'week' }, start: number, day: number): boolean {
  if (recurrence.every === 'day') return (day - start) % recurrence.interval === 0;
  const weekday = WEEKDAYS[weekdayOf(day)];
  if (weekday === undefined || !recurrence.days.includes(weekday)) return false;
  const weeks = (day - weekdayOf(day) - (start - weekdayOf(start))) / 7;
  return weeks % recurrence.interval === 0;
}

function monthlyDates(
  recurrence: Recurrence & { every: 'month' | 'month-weekday' },
  first: LocalDate,
  low: number,
  high: number,
): LocalDate[] {
  const dates: LocalDate[] = [];
  const beginning = monthNumber(first);
  for (let month = beginning; dayNumber(firstOfMonth(month)) <= high; month += recurrence.interval) {
    const day = dayNumber(dayInMonth(recurrence, month));
    if (day >= low && day <= high) dates.push(dateOfDay(day));
  }
  return dates;
}

function dayInMonth(recurrence: Recurrence & { every: 'month' | 'month-weekday' }, month: number): LocalDate {
  const first = firstOfMonth(month);
  const next = dayNumber(firstOfMonth(month + 1));
  if (recurrence.every === 'month')
    return dateOfDay(Math.min(dayNumber(first) + recurrence.day - 1, next - 1));
  const wanted = WEEKDAYS.indexOf(recurrence.day);
  if (recurrence.week === 'last') {
    const last = next - 1;
    return dateOfDay(last - ((weekdayOf(last) - wanted + 7) % 7));
  }
  const ahead = (wanted - weekdayOf(dayNumber(first)) + 7) % 7;
  return addDays(first, ahead + 7 * MONTH_WEEKS.indexOf(recurrence.week));
}

/** The recurrence in Graph's own words; `zone` is empty on some attendees' copies. */
export function recurrenceJson(recurrence: Recurrence, first: LocalDate, zone: string) {
  const words = {
    type: '',
    interval: recurrence.interval,
    month: 0,
    dayOfMonth: 0,
    firstDayOfWeek: 'sunday',
    index: 'first',
  };
  const pattern = patternJson(recurrence, words);
  return {
    pattern,
    range: {
      type: recurrence.until === undefined ? 'noEnd' : 'endDate',
      startDate: first,
      endDate: recurrence.until ?? '0001-01-01',
      recurrenceTimeZone: zone,
      numberOfOccurrences: 0,
    },
  };
}

function patternJson(recurrence: Recurrence, words: Record<string, unknown>) {
  switch (recurrence.every) {
    case 'day':
      return { ...words, type: 'daily' };
    case 'week':
      return { ...words, type: 'weekly', daysOfWeek: recurrence.days };
    case 'month':
      return { ...words, type: 'absoluteMonthly', dayOfMonth: recurrence.day };
    case 'month-weekday':
      return { ...words, type: 'relativeMonthly', daysOfWeek: [recurrence.day], index: recurrence.week };
  }
}
