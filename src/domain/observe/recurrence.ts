import type { Pattern, Recurrence, WhichWeek } from '../facts/things/series';
import { dateOfDay, dayNumber, weekdayIndex } from '../time/days';
import { DAY, type LocalDate, MINUTE, type Span, WEEKDAYS, type Weekday } from '../time/time';
import { instantAt, localDate } from '../time/zone';

/** An occurrence as the rule plans it, before any move or cancellation. */
export interface Planned {
  /** In the zone of the recurrence; the date of the occurrence's key. */
  readonly date: LocalDate;
  readonly span: Span;
}

/** What repeats: `length` days on average, and the days (since 1970) that the k-th repetition plans, in order. */
interface Cycle {
  readonly length: number;
  readonly days: (k: number) => readonly number[];
}

/** Against a rule that never ends, read for a window that never ends. */
const MOST = 50_000;

/** The occurrences whose planned start lies in the window (end excluded), oldest first. */
export function plannedOccurrences(recurrence: Recurrence, window: Span): readonly Planned[] {
  const first = dayNumber(recurrence.firstDate);
  if (recurrence.zoneUnknown === true) return [];
  if (!Number.isFinite(first) || !(window.start < window.end)) return [];
  const last = Math.min(
    recurrence.lastDate === null ? Number.POSITIVE_INFINITY : dayNumber(recurrence.lastDate),
    dayNumber(localDate(window.end, recurrence.zone)) + 1,
  );
  const from = dayNumber(localDate(window.start, recurrence.zone)) - 1;
  const cycle = cycleOf(recurrence.pattern, first);
  // A rule that ends after a number of occurrences has to be counted from its beginning.
  const skipped = recurrence.count === null ? Math.floor((from - first) / cycle.length) - 2 : 0;

  const planned: Planned[] = [];
  let count = 0;
  for (let k = Math.max(0, skipped); k < Math.max(0, skipped) + MOST; k++) {
    for (const day of cycle.days(k)) {
      if (day < first) continue;
      if (day > last || (recurrence.count !== null && ++count > recurrence.count)) return planned;
      if (day < from) continue;
      const one = plannedOn(recurrence, dateOfDay(day));
      if (one.span.start >= window.start && one.span.start < window.end) planned.push(one);
    }
  }
  return planned;
}

/** What the rule would plan on a day, whether or not it plans that day. */
export function plannedOn(recurrence: Recurrence, date: LocalDate): Planned {
  const { zone, startMinute, lengthMinutes, allDay } = recurrence;
  const start = instantAt(date, startMinute, zone);
  // A day without time ends at a midnight, however many hours it had; a meeting takes as long as it takes.
  const end = allDay ? instantAt(date, startMinute + lengthMinutes, zone) : start + lengthMinutes * MINUTE;
  return { date, span: { start, end } };
}

/** Occurrences that the rule plans a week, on average (4.2, 5.2). */
export function perWeek({ pattern }: Recurrence): number {
  const each = pattern.every === 'week' ? Math.max(1, new Set(pattern.days).size) : 1;
  return (each * 7) / (DAYS_OF[pattern.every] * stepOf(pattern));
}

const DAYS_OF = { day: 1, week: 7, month: 365.2425 / 12, year: 365.2425 } as const;

const stepOf = ({ interval }: Pattern): number => (interval >= 1 ? Math.floor(interval) : 1);

function cycleOf(pattern: Pattern, first: number): Cycle {
  const step = stepOf(pattern);
  const length = step * DAYS_OF[pattern.every];
  if (pattern.every === 'day') return { length, days: (k) => [first + k * step] };
  if (pattern.every === 'week') return { length, days: weekly(pattern, first, step) };

  const start = new Date(first * DAY);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  const monthOf =
    pattern.every === 'month'
      ? (k: number) => year * 12 + month + k * step
      : (k: number) => (year + k * step) * 12 + pattern.month - 1;
  const dayIn =
    'day' in pattern
      ? (months: number) => dayOfMonth(months, pattern.day)
      : (months: number) => whichOfMonth(months, pattern.which, pattern.days);
  return { length, days: (k) => [dayIn(monthOf(k))] };
}

function weekly(pattern: Pattern & { every: 'week' }, first: number, step: number): Cycle['days'] {
  const weekStart = WEEKDAYS.indexOf(pattern.weekStart);
  const offset = (weekday: number): number => (weekday - weekStart + 7) % 7;
  const monday = first - offset(weekdayIndex(first));
  const given = pattern.days.map((day) => offset(WEEKDAYS.indexOf(day)));
  const offsets = given.length > 0 ? [...new Set(given)].sort((a, b) => a - b) : [first - monday];
  return (k) => offsets.map((days) => monday + k * step * 7 + days);
}

const firstOfMonth = (months: number): number => Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY;

/** In a shorter month Outlook plans the last day. */
function dayOfMonth(months: number, day: number): number {
  const first = firstOfMonth(months);
  return Math.min(first + Math.max(1, day) - 1, firstOfMonth(months + 1) - 1);
}

const WHICH = { first: 0, second: 1, third: 2, fourth: 3, last: -1 } as const satisfies Record<
  WhichWeek,
  number
>;

/** "The second Tuesday", "the last weekday": counted among all the days of the month that are named. */
function whichOfMonth(months: number, which: WhichWeek, days: readonly Weekday[]): number {
  const [first, next] = [firstOfMonth(months), firstOfMonth(months + 1)];
  const named = new Set(days.map((day) => WEEKDAYS.indexOf(day)));
  const fits: number[] = [];
  for (let day = first; day < next; day++) if (named.has(weekdayIndex(day))) fits.push(day);
  return fits.at(WHICH[which]) ?? first;
}
