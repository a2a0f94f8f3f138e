import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { type TimeWords, timeWords } from './times';

/**
 * `Thu 29 Oct`: the day for which it was planned. One of a whole day is a date, wherever it is read (1): its midnights are
 * those of its own zone.
 */
export const dayWords = (
  { allDay, zone, original: { start } }: Pick<JudgedOccurrence, 'allDay' | 'zone' | 'original'>,
  own: TimeWords,
): string => (allDay ? timeWords(zone) : own).day(start);
