import type { TheirRhythm } from '../../facts/entered/rhythm';
import { addDays, weekdayOf } from '../../time/days';
import type { Instant, LocalDate } from '../../time/time';
import { isWorkingDay, type WeekOfWork } from '../../time/working-days';
import { instantAt, isKnownZone, localDate } from '../../time/zone';

/** From then on, on the day itself (13.5). */
const MORNING = 9 * 60;
/** A moment of the week before can fall after what came about since: its day was one off. */
const BEFORE = 7;
/** Further ahead nobody plans; who never works is not waited for. */
const FURTHEST = 400;

/**
 * From when what came about at a moment is to be told in this rhythm (13.5): the first of its moments after it. Each is at
 * nine on its day, theirs, or on the next day that they work. With each miss that is at once.
 */
export function dueMoment({ often, weekday }: TheirRhythm, at: Instant, week: WeekOfWork): Instant {
  if (often === 'each-miss') return at;
  const zone = isKnownZone(week.zone) ? week.zone : 'UTC';
  const isItsDay = (date: LocalDate): boolean =>
    often === 'daily' || weekdayOf(date) === (weekday ?? 'monday');
  const from = localDate(at, zone);
  for (let ahead = -BEFORE; ahead < FURTHEST; ahead++) {
    const date = addDays(from, ahead);
    if (!isItsDay(date)) continue;
    const moment = instantAt(nextWorkingDay(date, { ...week, zone }) ?? date, MORNING, zone);
    if (moment > at) return moment;
  }
  return at;
}

/** That day or the next one that they work; null where they never do. */
function nextWorkingDay(from: LocalDate, week: WeekOfWork): LocalDate | null {
  for (let ahead = 0; ahead < FURTHEST; ahead++) {
    const date = addDays(from, ahead);
    if (isWorkingDay(date, week)) return date;
  }
  return null;
}
