import { addDays, weekdayOf } from '../../../domain/time/days';
import type { LocalDate, Weekday } from '../../../domain/time/time';
import type { DayOff } from '../../../domain/time/working-days';
import { calendarDay } from '../calendar-days';
import { listWords } from '../times';

/** Why the deadline is later than a plain count of days: `Wed 11 Nov is a holiday for Marcus.` */
export function offWords(off: readonly DayOff[], name: string): string {
  const holidays = off.filter(({ why }) => why === 'holiday').map(({ date }) => calendarDay(date));
  const gone = off.filter(({ why }) => why === 'away').map(({ date }) => date);
  const away = stretchesOf(gone, off).map(([first, last]) =>
    first === last ? `on ${calendarDay(first)}` : `from ${calendarDay(first)} to ${calendarDay(last)}`,
  );
  const said = [
    ...(holidays.length === 0
      ? []
      : [`${listWords(holidays)} ${holidays.length === 1 ? 'is a holiday' : 'are holidays'} for ${name}.`]),
    ...(away.length === 0 ? [] : [`${name} is away ${listWords(away)}.`]),
  ];
  return said.join(' ');
}

const isWeekend = (day: Weekday): boolean => day === 'saturday' || day === 'sunday';

/** Days away in a row, with nothing but days off and weekends between them. */
function stretchesOf(
  gone: readonly LocalDate[],
  off: readonly DayOff[],
): readonly (readonly [LocalDate, LocalDate])[] {
  const isOff = (date: LocalDate) => isWeekend(weekdayOf(date)) || off.some((one) => one.date === date);
  const found: [LocalDate, LocalDate][] = [];
  for (const date of gone) {
    const last = found.at(-1);
    let next = last === undefined ? date : addDays(last[1], 1);
    while (next < date && isOff(next)) next = addDays(next, 1);
    if (last === undefined || next < date) found.push([date, date]);
    else last[1] = date;
  }
  return found;
}
