import type { Notice } from '../../domain/judge/judged/judged';
import { minuteWords } from './times';

const beforeOrAfter = (minutes: number): string => {
  if (minutes > 0) return `${minuteWords(minutes)} before`;
  return minutes === 0 ? 'at the start' : `${minuteWords(-minutes)} after the start`;
};

/** `10 min before`; for a range both ends, as far as they are known (5.1). */
export function noticeWords(notice: Notice): string {
  const { minutes, lower, upper } = notice;
  if (minutes !== null) return beforeOrAfter(minutes);
  if (lower === null) return upper === null ? 'at a time not known' : `${beforeOrAfter(upper)} or later`;
  if (upper === null) return lower > 0 ? `at least ${beforeOrAfter(lower)}` : 'at a time not known';
  if (lower >= 0) return `between ${minuteWords(lower)} and ${minuteWords(upper)} before`;
  return `between ${beforeOrAfter(upper)} and ${beforeOrAfter(lower)}`;
}
