import type { WorkingWeek } from '../../domain/facts/things/working-time';
import type { Notice } from '../../domain/judge/judged/judged';
import { WEEKDAYS } from '../../domain/time/time';
import { listWords } from './times';

/** Monday first. */
const DAYS = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)];
const short = (day: string) => `${day.charAt(0).toUpperCase()}${day.slice(1, 3)}`;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `Mon–Fri 09:00–17:00`, `Mon, Wed and Fri 08:30–12:00`. */
export function weekWords({ days, startMinute, endMinute }: WorkingWeek): string {
  const worked = DAYS.filter((day) => days.includes(day));
  const first = DAYS.findIndex((day) => days.includes(day));
  const isRun = worked.every((day, at) => day === DAYS[first + at]);
  const names = worked.map(short);
  const named = isRun && names.length > 2 ? `${names[0]}–${names.at(-1)}` : listWords(names);
  return `${named} ${clock(startMinute)}–${clock(endMinute)}`;
}

/** `63 h 20 min`: hours are not made into days, which are of another length at work. */
export function hourWords(minutes: number): string {
  const whole = Math.floor(minutes + 1e-9);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return whole === 0 && minutes > 0 ? 'under 1 min' : `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/**
 * 5.2: `Notice by the clock: 63 h 20 min, none of it in your working time.` Null where there is nothing to compare:
 * nobody knows when the owner works, or there was no notice at all.
 */
export function workingNoticeWords(notice: Notice, byWorkingTime: boolean): string | null {
  const words = noticeByBoth(notice);
  return words === null
    ? null
    : `${words}. ${byWorkingTime ? 'Working time counts here.' : 'The clock counts here.'}`;
}

function noticeByBoth({ minutes, lower, upper, working, class: kind }: Notice): string | null {
  if (working === undefined || kind === 'after-start') return null;
  if (minutes !== null && working.minutes !== null) {
    const part =
      working.minutes === 0
        ? 'none of it'
        : working.minutes === minutes
          ? 'all of it'
          : hourWords(working.minutes);
    return `Notice by the clock: ${hourWords(minutes)}, ${part} in your working time`;
  }
  const byClock = rangeWords(lower, upper);
  const byWork = rangeWords(working.lower, working.upper);
  return byClock === null || byWork === null
    ? null
    : `Notice by the clock: ${byClock}; in your working time: ${byWork}`;
}

function rangeWords(lower: number | null, upper: number | null): string | null {
  if (lower === null) return null;
  const least = Math.max(0, lower);
  if (upper === null) return `at least ${hourWords(least)}`;
  return least === upper ? hourWords(least) : `between ${hourWords(least)} and ${hourWords(upper)}`;
}

/** What counting working time means in this log. */
export const workingTimeHint = (week: WorkingWeek | undefined): string =>
  week === undefined
    ? 'Your calendar does not show when you work, so the clock counts.'
    : `You work ${weekWords(week)} by your calendar. Notice over a weekend then counts as none, and 24 h means 24 hours of work.`;
