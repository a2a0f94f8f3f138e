import {
  isCancelled,
  isNotHeld,
  type Outcome,
  type PersonOutcomeGroup,
  personGroupOf,
  wasPresent,
} from '../../facts/things/outcomes';
import type { JudgedOccurrence, JudgedPerson } from '../judged/judged';

/** How it stood with somebody who did not hear what was said. */
const NOT_THERE: readonly PersonOutcomeGroup[] = ['briefly', 'no-message', 'delegate', 'apologies', 'away'];

/** Outcomes after which there is nothing to tell anybody: not yet, elsewhere, or not to be. */
const NOTHING_TO_TELL: readonly Outcome[] = [
  'upcoming',
  'superseded',
  'excluded-paused',
  'excluded-agreed-skip',
];

/**
 * Did this person miss the occurrence? What did not take place was missed by everybody who was needed. Of one that
 * went ahead, or of which nothing is known, nobody is taken to be absent because nothing is known of them.
 */
export function missed(occurrence: JudgedOccurrence, { isOwner, needed, outcome }: JudgedPerson): boolean {
  if (isOwner || !needed || wasPresent(outcome)) return false;
  if (NOTHING_TO_TELL.includes(occurrence.outcome)) return false;
  if (outcome !== null && NOT_THERE.includes(personGroupOf(outcome))) return true;
  if (isCancelled(occurrence.outcome) || isNotHeld(occurrence.outcome)) return true;
  // A one-to-one was left out because the other one was away: that one hears what there was to say.
  return occurrence.oneToOne && ['excluded-away', 'excluded-holiday'].includes(occurrence.outcome);
}

export const absenteesOf = (occurrence: JudgedOccurrence): readonly JudgedPerson[] =>
  occurrence.people.filter((one) => missed(occurrence, one));

/** Somebody needed missed it, so there is somebody to tell. */
export const needsRecap = (occurrence: JudgedOccurrence): boolean => absenteesOf(occurrence).length > 0;
