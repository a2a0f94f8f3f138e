import { dateOfDay, dayNumber, weekdayIndex } from '../../time/days';
import {
  type Instant,
  MINUTE,
  overlapOf,
  type Span,
  WEEKDAYS,
  type Weekday,
  type Zone,
} from '../../time/time';
import { instantAt, localDate } from '../../time/zone';
import type { PersonKey } from './person';

/** When somebody works: the same hours on each of these days, on the clocks of the zone. */
export interface WorkingWeek {
  readonly zone: Zone;
  readonly days: readonly Weekday[];
  /** Minutes after midnight. An end that is not after the start is one of the next day. */
  readonly startMinute: number;
  readonly endMinute: number;
}

/** The working hours of a person, as their calendar shows them to their colleagues. Of several the latest counts. */
export interface WorkingHours extends WorkingWeek {
  readonly kind: 'working-hours';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly person: PersonKey;
}

export const isSameWeek = (a: WorkingWeek, b: WorkingWeek): boolean =>
  a.zone === b.zone &&
  a.startMinute === b.startMinute &&
  a.endMinute === b.endMinute &&
  WEEKDAYS.every((day) => a.days.includes(day) === b.days.includes(day));

const DAY_MINUTES = 1440;
/** Nobody gives more notice than a year and a bit; what lies before is not walked through, day by day. */
const LONGEST_WALK = 400;

/** Minutes of working time in a span, exact. `isOff` says of a day's working time that it is a holiday. */
export function workingMinutes(
  span: Span,
  week: WorkingWeek,
  isOff: (shift: Span) => boolean = () => false,
): number {
  if (!(span.start < span.end)) return 0;
  const days = new Set(week.days.map((day) => WEEKDAYS.indexOf(day)));
  const last = dayNumber(localDate(span.end, week.zone));
  // Hours that reach over midnight began the day before.
  const first = Math.max(dayNumber(localDate(span.start, week.zone)) - 1, last - LONGEST_WALK);
  let worked = 0;
  for (let day = first; day <= last; day++) {
    if (!days.has(weekdayIndex(day))) continue;
    const shift = shiftOn(day, week);
    const time = overlapOf(shift, span);
    if (time > 0 && !isOff(shift)) worked += time;
  }
  return worked / MINUTE;
}

function shiftOn(day: number, { zone, startMinute, endMinute }: WorkingWeek): Span {
  const date = dateOfDay(day);
  const end = endMinute > startMinute ? endMinute : endMinute + DAY_MINUTES;
  return { start: instantAt(date, startMinute, zone), end: instantAt(date, end, zone) };
}
