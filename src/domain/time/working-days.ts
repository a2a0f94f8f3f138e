import type { Instant, LocalDate, Weekday, Zone } from './time';
import { addDays, instantAt, isKnownZone, localDate, weekdayOf } from './zone';

/** When somebody works, as far as it is known. */
export interface WorkingWeek {
  readonly zone: Zone;
  readonly days: readonly Weekday[];
  /** Minutes after midnight at which their day ends. */
  readonly endMinute: number;
  readonly holidays: ReadonlySet<LocalDate>;
}

const HOUR_MINUTES = 60;

/** What is taken where nobody said otherwise: Monday to Friday, until 17:00. */
export const USUAL_WEEK = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  endMinute: 17 * HOUR_MINUTES,
} as const satisfies Partial<WorkingWeek>;

/** Further ahead nobody plans; somebody who never works is not waited for. */
const FURTHEST_DAYS = 400;

export const isWorkingDay = (date: LocalDate, { days, holidays }: WorkingWeek): boolean =>
  days.includes(weekdayOf(date)) && !holidays.has(date);

/**
 * The end of the n-th working day after the day on which somebody was asked, by their own calendar and clocks: the
 * rest of the day of asking is theirs. Null where they have too few working days, or their zone is not known.
 */
export function endOfWorkingDay(asked: Instant, workingDays: number, week: WorkingWeek): Instant | null {
  if (!isKnownZone(week.zone) || !Number.isInteger(workingDays) || workingDays < 1) return null;
  let date = localDate(asked, week.zone);
  let left = workingDays;
  for (let ahead = 0; ahead < FURTHEST_DAYS; ahead++) {
    date = addDays(date, 1);
    if (!isWorkingDay(date, week)) continue;
    left -= 1;
    if (left === 0) return instantAt(date, week.endMinute, week.zone);
  }
  return null;
}
