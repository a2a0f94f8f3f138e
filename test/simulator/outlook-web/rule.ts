import { windowsZone } from '../graph/wire-time';
import type { LocalDate } from '../time';
import type { Meeting, World } from '../world';

/** How a series repeats, as Office.js is told it; only weekly ones, which is what the worlds have. */
export interface Rule {
  recurrenceType: string;
  recurrenceProperties: object;
  recurrenceTimeZone: { name: string };
  seriesTimeJson: object;
}

/** The rule of the series of this title that was in force on a day; a split begins another one. */
export function ruleOn(world: World, subject: string, date: LocalDate): Rule | null {
  const series = world.meetings.filter((one) => one.subject === subject && one.firstDate <= date);
  const last = series.sort((a, b) => (a.firstDate < b.firstDate ? -1 : 1)).findLast((one) => one.recurrence);
  return last === undefined ? null : ruleOf(last);
}

function ruleOf({ recurrence, firstDate, time, minutes, zone, zoneName }: Meeting): Rule | null {
  if (recurrence?.every !== 'week') return null;
  const [startYear, startMonth, startDay] = firstDate.split('-').map(Number);
  const [hours = 0, minute = 0] = time.split(':').map(Number);
  return {
    recurrenceType: 'weekly',
    recurrenceProperties: {
      interval: recurrence.interval,
      days: recurrence.days.map((day) => day.slice(0, 3)),
      firstDayOfWeek: 'mon',
    },
    recurrenceTimeZone: { name: zoneName ?? windowsZone(zone) },
    seriesTimeJson: {
      ...{ startYear, startMonth, startDay, noEndDate: true },
      startTimeMin: hours * 60 + minute,
      durationMin: minutes,
    },
  };
}
