import { type Instant, isExact, MINUTE, type Moment } from '../../time/time';
import type { Notice } from '../judged/judged';
import { classOfMoment, type Yardstick } from './window';

/** 5.1: how long before `start` the owner could have known. `start` is the effective start before the change. */
export function noticeOf(moment: Moment, start: Instant, yardstick: Yardstick): Notice {
  const minutes = (start - moment.until) / MINUTE;
  const kind = classOfMoment(moment, start, yardstick);
  const working = workingNotice(moment, start, yardstick);
  if (isExact(moment)) {
    return { at: moment.until, minutes, lower: null, upper: null, class: kind, ...working };
  }
  const upper = moment.after === null ? null : (start - moment.after) / MINUTE;
  return { at: null, minutes: null, lower: minutes, upper, class: kind, ...working };
}

/** 5.2: shown beside the clock notice where working hours are known. */
function workingNotice(moment: Moment, start: Instant, { worked }: Yardstick): Pick<Notice, 'working'> {
  if (worked === undefined) return {};
  const since = (at: Instant) => (at >= start ? 0 : worked({ start: at, end: start }));
  const least = since(moment.until);
  if (isExact(moment)) return { working: { minutes: least, lower: null, upper: null } };
  const most = moment.after === null ? null : since(moment.after);
  return { working: { minutes: null, lower: least, upper: most } };
}

/** A range (open, closed]; exact where nothing lies between its ends. */
export function rangeOf(after: Instant | null, until: Instant): Moment {
  return after !== null && after >= until ? { after: until, until } : { after, until };
}
