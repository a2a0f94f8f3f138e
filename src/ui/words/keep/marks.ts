import type { Mark, MarkFault, MarkKind } from '../../../domain/facts/log/mark';
import { calendarDay } from '../calendar-days';
import type { TimeWords } from '../times';

export const MARK_NAMES: Readonly<Record<MarkKind, string>> = {
  away: 'Away',
  holiday: 'Holiday',
};

export const MARK_FAULTS: Readonly<Record<MarkFault, string>> = {
  'day-missing': 'Please give both days.',
  'ends-before-it-starts': 'The last day is before the first.',
  'too-long': 'Time away can be a year at most, a holiday 31 days.',
};

/** `Away Wed 4 Nov – Thu 5 Nov`, `Holiday Wed 11 Nov`. */
export function markWords(mark: Mark, time: TimeWords): string {
  if (mark.kind === 'holiday') return `Holiday ${calendarDay(mark.date)}`;
  const [first, last] = [time.day(mark.span.start), time.day(mark.span.end - 1)];
  return first === last ? `Away ${first}` : `Away ${first} – ${last}`;
}
