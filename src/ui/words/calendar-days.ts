import type { LocalDate } from '../../domain/time/time';
import { instantAt } from '../../domain/time/zone';
import { timeWords } from './times';

/** A day of the calendar is that day wherever one reads it: written with the clocks of another zone it can be the next. */
const CALENDAR = timeWords('UTC');

/** `Thu 29 Oct` */
export const calendarDay = (date: LocalDate): string => CALENDAR.day(instantAt(date, 0, 'UTC'));

/** `Thu 29 Oct 2026` */
export const longCalendarDay = (date: LocalDate): string => `${calendarDay(date)} ${date.slice(0, 4)}`;
