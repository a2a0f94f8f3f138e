import { SAME_DAY, type WindowRule } from '../../facts/entered/window-rule';
import { onSameDay } from '../../time/local-day';
import { type Instant, isExact, MINUTE, type Moment, type Span, type Zone } from '../../time/time';
import type { NoticeClass } from '../judged/judged';

/** 5.2: series of three or more a week have the short default. */
export const OFTEN = 3;
export const defaultWindow = (perWeek: number): WindowRule =>
  perWeek >= OFTEN ? SAME_DAY : { minutes: 24 * 60 };

/** What notice is measured against: the window of the series, and the owner's zone for "same day". */
export interface Yardstick {
  readonly rule: WindowRule;
  readonly zone: Zone;
  /** Minutes of the owner's working time in a span; absent where nobody knows when they work. */
  readonly worked?: (span: Span) => number;
  /** 5.2: the owner chose working time. Where it is not known, the clock counts. */
  readonly byWorkingTime?: boolean;
}

/** 5.2 for one instant. Exactly the window is with notice, exactly the start is after it. */
export function classOfInstant(at: Instant, start: Instant, yardstick: Yardstick): NoticeClass {
  const { rule, zone, worked, byWorkingTime } = yardstick;
  if (at >= start) return 'after-start';
  const minutes =
    byWorkingTime === true && worked !== undefined
      ? worked({ start: at, end: start })
      : (start - at) / MINUTE;
  if (rule !== 'same-day-or-12h') return minutes < rule.minutes ? 'short-notice' : 'with-notice';
  return minutes < 12 * 60 || onSameDay(at, start, zone) ? 'short-notice' : 'with-notice';
}

/** 5.1: a range is classified only if everything in it gives the same class. Its open end is not in it. */
export function classOfMoment(moment: Moment, start: Instant, yardstick: Yardstick): NoticeClass {
  const latest = classOfInstant(moment.until, start, yardstick);
  if (isExact(moment)) return latest;
  // Less notice never makes a better class, so that both ends speak for all between.
  const earliest = moment.after === null ? 'with-notice' : classOfInstant(moment.after + 1, start, yardstick);
  return earliest === latest ? latest : 'unknown';
}
