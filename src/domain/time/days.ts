import { DAY, type Instant, type LocalDate, WEEKDAYS, type Weekday } from './time';

/** Years 1 to 9999: what `yyyy-MM-dd` can write. Anything else is drawn to the nearer end, never thrown at. */
export const FIRST = -62_135_596_800_000;
export const LAST = 253_402_300_799_999;
export const within = (instant: Instant): Instant =>
  Number.isNaN(instant) ? 0 : Math.min(LAST, Math.max(FIRST, instant));

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** The day with this number, counted from 1970-01-01. (`toISOString` says the same in four times the time.) */
export function dateOfDay(day: number): LocalDate {
  const date = new Date(within(day * DAY));
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

/** Days since 1970-01-01. NaN for what is no date. */
export const dayNumber = (date: LocalDate): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

/** 0 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const weekdayOf = (date: LocalDate): Weekday => WEEKDAYS[weekdayIndex(dayNumber(date))] ?? 'sunday';

/** Weeks begin on Monday; they are counted from the one in which 1970 began, on its Thursday. */
export const isoWeek = (day: number): number => Math.floor((day + 3) / 7);
export const mondayOf = (week: number): LocalDate => dateOfDay(week * 7 - 3);

/** Monday of the ISO week. */
export const isoMonday = (date: LocalDate): LocalDate => mondayOf(isoWeek(dayNumber(date)));

/** The day that a midnight stands for, in whatever zone it was told: the nearest midnight of UTC. */
export const dayOfMidnight = (midnight: Instant): LocalDate =>
  dateOfDay(Math.floor((midnight + DAY / 2) / DAY));
