import { addDays, weekdayOf } from './days';
import { type Instant, type LocalDate, overlapOf, type Span, type Weekday, type Zone } from './time';
import { instantAt, isKnownZone, localDate } from './zone';

/** When somebody works, as far as it is known. */
export interface WeekOfWork {
  readonly zone: Zone;
  readonly days: readonly Weekday[];
  /** Minutes after midnight at which their day begins and ends. */
  readonly startMinute: number;
  readonly endMinute: number;
  readonly holidays: ReadonlySet<LocalDate>;
  /** When they are out of office; spans may overlap. */
  readonly away: readonly Span[];
}

/** A day on which they would work, and why it does not count. */
export interface DayOff {
  readonly date: LocalDate;
  readonly why: 'holiday' | 'away';
}

/** Until when, and the days on the way to it that are not theirs to work. */
export interface WorkingDeadline {
  readonly at: Instant;
  readonly off: readonly DayOff[];
}

const HOUR_MINUTES = 60;

/** What is taken where nobody said otherwise: Monday to Friday, from 9:00 to 17:00. */
export const USUAL_WEEK = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  startMinute: 9 * HOUR_MINUTES,
  endMinute: 17 * HOUR_MINUTES,
  away: [],
} as const satisfies Partial<WeekOfWork>;

/** Whatever hours they keep. */
const ENDS = 17 * HOUR_MINUTES;

/** Further ahead nobody plans; somebody who never works is not waited for. */
const FURTHEST_DAYS = 400;

/** Why nobody is there on a day of their week; null on a day they work. Away for half of its hours or more, as in 4.3. */
function offOn(
  date: LocalDate,
  { zone, startMinute, endMinute, holidays, away }: WeekOfWork,
): DayOff['why'] | null {
  if (holidays.has(date)) return 'holiday';
  const day = { start: instantAt(date, startMinute, zone), end: instantAt(date, endMinute, zone) };
  let [gone, reached] = [0, day.start];
  for (const { start, end } of [...away].sort((a, b) => a.start - b.start)) {
    gone += overlapOf({ start: Math.max(start, reached), end }, day);
    reached = Math.max(reached, Math.min(end, day.end));
  }
  return gone > 0 && gone * 2 >= day.end - day.start ? 'away' : null;
}

/** A day of their week on which they are not off. */
export const isWorkingDay = (date: LocalDate, week: WeekOfWork): boolean =>
  week.days.includes(weekdayOf(date)) && offOn(date, week) === null;

/**
 * 17:00 on the n-th working day after the day on which somebody was asked, by their own calendar and clocks (11.4): the
 * rest of the day of asking is theirs. Null where they have too few working days, or their zone is not known.
 */
export function workingDeadline(
  asked: Instant,
  workingDays: number,
  week: WeekOfWork,
): WorkingDeadline | null {
  if (!isKnownZone(week.zone) || !Number.isInteger(workingDays) || workingDays < 1) return null;
  const off: DayOff[] = [];
  let date = localDate(asked, week.zone);
  let left = workingDays;
  for (let ahead = 0; ahead < FURTHEST_DAYS; ahead++) {
    date = addDays(date, 1);
    if (!week.days.includes(weekdayOf(date))) continue;
    const why = offOn(date, week);
    if (why !== null) {
      off.push({ date, why });
      continue;
    }
    left -= 1;
    if (left === 0) return { at: instantAt(date, ENDS, week.zone), off };
  }
  return null;
}
