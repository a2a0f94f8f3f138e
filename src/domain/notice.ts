import type { Notice } from './judged';
import { type Instant, isExact, MINUTE, type Moment } from './time';
import { classOfMoment, type Yardstick } from './window';

/** 5.1: how long before `start` the owner could have known. `start` is the effective start before the change. */
export function noticeOf(moment: Moment, start: Instant, yardstick: Yardstick): Notice {
  const minutes = (start - moment.until) / MINUTE;
  const kind = classOfMoment(moment, start, yardstick);
  if (isExact(moment)) return { at: moment.until, minutes, lower: null, upper: null, class: kind };
  const upper = moment.after === null ? null : (start - moment.after) / MINUTE;
  return { at: null, minutes: null, lower: minutes, upper, class: kind };
}

/** A range (open, closed]; exact where nothing lies between its ends. */
export function rangeOf(after: Instant | null, until: Instant): Moment {
  return after !== null && after >= until ? { after: until, until } : { after, until };
}
