import { type Pattern, type Recurrence, WHICH_WEEK } from '../../domain/facts/things/series';
import { dayNumber } from '../../domain/time/days';
import { DAY, MINUTE, minutesOf, type Span, WEEKDAYS, type Zone } from '../../domain/time/time';
import { localDate, localMinute } from '../../domain/time/zone';
import { countOf, type Json, listOf, textOf, within } from '../client/json';
import { isDate } from '../shapes/graph-times';
import { zoneOf } from '../shapes/zone-names';
import { standInZone } from '../shapes/zone-words';

const DAY_MINUTES = DAY / MINUTE;

/**
 * The rule of a series master. A day without time has dates in whatever zone; of anything else, a rule in a zone that
 * nobody knows plans nothing. What Graph says beside it, or the mailbox's own zone, is believed only where the first
 * occurrence then lies on the first day of the rule.
 */
export function readRule(
  event: Json,
  { span, allDay, zone }: { readonly span: Span; readonly allDay: boolean; readonly zone: Zone },
): Recurrence | null {
  const rule = readRecurrence(event.recurrence, span, allDay, zone);
  const own = within(event.recurrence, 'range').recurrenceTimeZone;
  if (rule === null || allDay || zoneOf(own) !== null) return rule;
  const beside = zoneOf(event.originalStartTimeZone);
  const names = [own, event.originalStartTimeZone].map((name) => textOf(name)?.trim() ?? '');
  const isNamed = beside !== null && (names[0] === '' || beside !== 'UTC');
  const isSilent = names.every((name) => name === '');
  if ((isNamed || isSilent) && localDate(span.start, zone) === rule.firstDate) return rule;
  const standIn = standInZone(span.start, dayNumber(rule.firstDate), zone);
  return { ...rule, zone: standIn, startMinute: localMinute(span.start, standIn), zoneUnknown: true };
}

/** A `patternedRecurrence`, or null where it is none that can be read. `first` is the first occurrence. */
function readRecurrence(json: unknown, first: Span, allDay: boolean, zone: Zone): Recurrence | null {
  const pattern = patternOf(within(json, 'pattern'));
  if (pattern === null) return null;
  const range = within(json, 'range');
  const kind = textOf(range.type)?.toLowerCase();
  const count = kind === 'numbered' ? countOf(range.numberOfOccurrences) : null;
  const minutes = Math.round(minutesOf(first));
  return {
    pattern,
    zone,
    firstDate: isDate(range.startDate) ? range.startDate : localDate(first.start, zone),
    lastDate: kind === 'enddate' && isDate(range.endDate) ? range.endDate : null,
    count: count === 0 ? null : count,
    startMinute: allDay ? 0 : localMinute(first.start, zone),
    // A day on which the clocks change has 23 or 25 hours, and is still one day.
    lengthMinutes: allDay ? Math.max(1, Math.round(minutes / DAY_MINUTES)) * DAY_MINUTES : minutes,
    allDay,
  };
}

const oneTo = (value: unknown, most: number): number | null => {
  const count = countOf(value);
  return count !== null && count >= 1 && count <= most ? count : null;
};

function patternOf(json: Json): Pattern | null {
  const interval = oneTo(json.interval, 1000) ?? 1;
  const days = WEEKDAYS.filter((day) => listOf(json.daysOfWeek).some((name) => same(name, day)));
  const day = oneTo(json.dayOfMonth, 31);
  const month = oneTo(json.month, 12);
  const which = WHICH_WEEK.find((week) => same(json.index, week)) ?? 'first';
  switch (textOf(json.type)?.toLowerCase()) {
    case 'daily':
      return { every: 'day', interval };
    case 'weekly': {
      const weekStart = WEEKDAYS.find((name) => same(json.firstDayOfWeek, name)) ?? 'sunday';
      return days.length === 0 ? null : { every: 'week', interval, days, weekStart };
    }
    case 'absolutemonthly':
      return day === null ? null : { every: 'month', interval, day };
    case 'relativemonthly':
      return days.length === 0 ? null : { every: 'month', interval, which, days };
    case 'absoluteyearly':
      return day === null || month === null ? null : { every: 'year', interval, month, day };
    case 'relativeyearly':
      return days.length === 0 || month === null ? null : { every: 'year', interval, month, which, days };
    default:
      return null;
  }
}

const same = (value: unknown, name: string): boolean => textOf(value)?.toLowerCase() === name;
