import type { JudgedOccurrence, JudgedPerson } from './judged';
import { isCancelled, isNotHeld, wasPresent } from './outcomes';

const NOT_THERE: readonly (string | null)[] = [
  'connected-briefly',
  'not-present-no-message',
  'delegate-attended',
  'apologies-with-notice',
  'apologies-short-notice',
  'apologies-notice-unknown',
  'away',
];

/** Outcomes after which there is nothing to tell anybody: not yet, elsewhere, or not to be. */
const NOTHING_TO_TELL: readonly string[] = [
  'upcoming',
  'superseded',
  'excluded-paused',
  'excluded-agreed-skip',
];

/**
 * Did this person miss the occurrence, by evidence? In a group, nobody is taken to be absent because nothing is known
 * of them; in a one-to-one that did not take place the other person missed what one had to say.
 */
export function missed(occurrence: JudgedOccurrence, { isOwner, needed, outcome }: JudgedPerson): boolean {
  if (isOwner || !needed || wasPresent(outcome)) return false;
  if (NOTHING_TO_TELL.includes(occurrence.outcome)) return false;
  if (NOT_THERE.includes(outcome)) return true;
  return occurrence.oneToOne && didNotTakePlace(occurrence);
}

const didNotTakePlace = ({ outcome }: JudgedOccurrence): boolean =>
  isCancelled(outcome) || isNotHeld(outcome) || outcome === 'excluded-away' || outcome === 'excluded-holiday';

export const absenteesOf = (occurrence: JudgedOccurrence): readonly JudgedPerson[] =>
  occurrence.people.filter((one) => missed(occurrence, one));

/** Somebody needed missed it, so there is somebody to tell. */
export const needsRecap = (occurrence: JudgedOccurrence): boolean => absenteesOf(occurrence).length > 0;
