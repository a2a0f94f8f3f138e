import type { Instant } from '../../time/time';
import type { JudgedLineage } from '../judged/judged';

/**
 * When the judgement can change next by time alone: an occurrence begins (the question "What happened?" can be asked)
 * or is over (2.1). Null: not by what is planned so far.
 */
export function nextInstant(
  { occurrences }: Pick<JudgedLineage, 'occurrences'>,
  now: Instant,
): Instant | null {
  let next: Instant | null = null;
  for (const { original, effective } of occurrences) {
    for (const at of [original.start, effective.start, effective.end]) {
      if (at > now && (next === null || at < next)) next = at;
    }
  }
  return next;
}
