import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Instant } from '../../domain/time/time';
import { listWords, type TimeWords } from './times';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const LOOKED_AT = 10;
/** Times a week, from which on all the days that were seen are the days it takes place. */
const DAILY = 6.5;
const WORKDAYS = 4.5;

/** How often it takes place and when: `Weekdays 15:30–16:00`, `Every other Tuesday 14:00–15:00`. */
export function meetingDaysWords(lineage: JudgedLineage, time: TimeWords): string {
  const recent = lineage.occurrences.slice(-LOOKED_AT);
  const last = recent.at(-1);
  if (last === undefined) return '';
  const hours = last.allDay ? 'all day' : time.span(last.original);
  if (lineage.single === true && recent.length === 1)
    return `${lineage.inParts ? 'Only' : 'Once,'} ${time.longDay(last.original.start)} ${hours}`;
  const there = recent.map(({ original }) => time.weekday(original.start));
  const days = DAYS.filter((day) => there.some((one) => one === day));
  return `${daysWords(days, lineage.perWeek)} ${hours}`;
}

function daysWords(days: readonly string[], perWeek: number): string {
  if (days.length === 7 && perWeek >= DAILY) return 'Every day';
  if (days.length === 5 && perWeek >= WORKDAYS && days[0] === 'Monday' && days[4] === 'Friday')
    return 'Weekdays';
  const named = days.length === 1 ? (days[0] ?? '') : listWords(days.map((day) => day.slice(0, 3)));
  // Without its rule (0) nobody can know how often it takes place: only the days that were seen are said.
  if (perWeek === 0) return days.length === 1 ? `On a ${named}` : named;
  if (perWeek >= 0.8) return days.length === 1 ? `Every ${named}` : named;
  if (perWeek >= 0.4) return `Every other ${named}`;
  return days.length === 1 ? `On a ${named}, about monthly` : 'About monthly';
}

/** The next one that is still to come. */
export const nextOf = (lineage: JudgedLineage, now: Instant): JudgedOccurrence | undefined =>
  lineage.occurrences.find(({ outcome, effective }) => outcome === 'upcoming' && effective.start > now);
