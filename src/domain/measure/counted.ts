import { isCancelled, isExcluded, isHeld, isNotHeld } from '../facts/things/outcomes';
import type { JudgedOccurrence } from '../judge/judged/judged';
import type { Span } from '../time/time';

/** The occurrences of a span that count somewhere: a disputed one counts nowhere (9). */
export const undisputed = (
  occurrences: readonly JudgedOccurrence[],
  span?: Span,
): readonly JudgedOccurrence[] =>
  occurrences.filter(
    ({ disputed, effective }) =>
      !disputed && (span === undefined || (effective.start >= span.start && effective.start < span.end)),
  );

/** 6: due = occurrences − excluded − superseded − upcoming. */
export const isDue = ({ outcome }: Pick<JudgedOccurrence, 'outcome'>): boolean =>
  !isExcluded(outcome) && outcome !== 'superseded' && outcome !== 'upcoming';

/** 6: counted, and recorded: what is due and known. */
export const isCounted = (occurrence: Pick<JudgedOccurrence, 'outcome'>): boolean =>
  isDue(occurrence) && occurrence.outcome !== 'not-recorded';

/** 7.1: below 80 % coverage there are no percentages. In whole numbers, so that 4 of 5 is exactly enough. */
export const isCovered = (recorded: number, due: number): boolean => recorded * 5 >= due * 4;

/** In which of the four ways a counted occurrence ended (7.2). */
export type WeekPart = 'held' | 'heldPart' | 'cancelled' | 'notHeld';

export function partOf({ outcome }: Pick<JudgedOccurrence, 'outcome'>): WeekPart | null {
  if (outcome === 'held-part') return 'heldPart';
  if (isHeld(outcome)) return 'held';
  if (isCancelled(outcome)) return 'cancelled';
  return isNotHeld(outcome) ? 'notHeld' : null;
}

/** 7.2: recorded occurrences in the rolling window. */
export const windowSize = (perWeek: number): number => (perWeek >= 3 ? 20 : 12);
