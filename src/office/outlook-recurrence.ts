import { type Pattern, WHICH_WEEK } from '../domain/facts/things/series';
import { WEEKDAYS, type Weekday } from '../domain/time/time';

const WORKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `mon`, or a word for several: `weekday`, `weekendDay`, `day`. */
function daysOf(name: unknown): readonly Weekday[] {
  const word = String(name ?? '').toLowerCase();
  if (word === 'day') return WEEKDAYS;
  if (word === 'weekday') return WORKDAYS;
  if (word === 'weekendday') return ['saturday', 'sunday'];
  return WEEKDAYS.filter((day) => word.length >= 3 && day.slice(0, 3) === word.slice(0, 3));
}

/** On which days a series repeats, in Outlook's words; null where they cannot be read. */
export function patternOf({ recurrenceType, recurrenceProperties }: Office.Recurrence): Pattern | null {
  const told: Partial<Office.RecurrenceProperties> = recurrenceProperties ?? {};
  const interval = Math.max(1, Math.floor(Number(told.interval ?? 1)) || 1);
  const [weekStart = 'sunday'] = daysOf(told.firstDayOfWeek);
  const named = (told.days ?? []).flatMap((day) => daysOf(day));
  const days = WEEKDAYS.filter((day) => named.includes(day));
  const which = WHICH_WEEK.find((week) => week === String(told.weekNumber ?? '').toLowerCase());
  const ofWeek = daysOf(told.dayOfWeek);
  const month = MONTHS.indexOf(String(told.month ?? '').toLowerCase()) + 1;
  const day = Number(told.dayOfMonth ?? 0);
  switch (String(recurrenceType).toLowerCase()) {
    case 'daily':
      return { every: 'day', interval };
    case 'weekday':
      return { every: 'week', interval: 1, days: WORKDAYS, weekStart };
    case 'weekly':
      return days.length === 0 ? null : { every: 'week', interval, days, weekStart };
    case 'monthly':
      if (which !== undefined && ofWeek.length > 0) return { every: 'month', interval, which, days: ofWeek };
      return day >= 1 && day <= 31 ? { every: 'month', interval, day } : null;
    case 'yearly':
      if (month === 0) return null;
      if (which !== undefined && ofWeek.length > 0) {
        return { every: 'year', interval, month, which, days: ofWeek };
      }
      return day >= 1 && day <= 31 ? { every: 'year', interval, month, day } : null;
    default:
      return null;
  }
}
