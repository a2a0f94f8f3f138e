import {
  type Outcome,
  type PersonOutcomeGroup,
  personGroupOf,
  wasPresent,
} from '../../facts/things/outcomes';
import type { JudgedOccurrence, JudgedPerson } from '../judged/judged';

/** Who of those needed missed an occurrence that came to this: everybody, those who were not there, or nobody. */
type Missing = 'everybody' | 'absentees' | 'the-other-one' | 'nobody';
const MISSING: Readonly<Record<Outcome, Missing>> = {
  // Not yet, or elsewhere: there is nothing to tell anybody.
  upcoming: 'nobody',
  superseded: 'nobody',
  'held-moved': 'absentees',
  'held-reinstated': 'absentees',
  held: 'absentees',
  'held-part': 'absentees',
  // While a series is paused nobody is expected (4.2).
  'excluded-paused': 'nobody',
  'excluded-agreed-skip': 'everybody',
  // In a one-to-one nobody met; a group can have met without the owner.
  'excluded-own-absence': 'the-other-one',
  'excluded-holiday': 'the-other-one',
  'excluded-away': 'the-other-one',
  'excluded-short-invitation': 'absentees',
  'cancelled-with-notice': 'everybody',
  'cancelled-short-notice': 'everybody',
  'cancelled-after-start': 'everybody',
  'cancelled-notice-unknown': 'everybody',
  'not-held-apologies-with-notice': 'everybody',
  'not-held-apologies-short-notice': 'everybody',
  'not-held-apologies-notice-unknown': 'everybody',
  'not-held-no-message': 'everybody',
  // Nobody knows whether it was held: it may have been, or not, and with whom (13.2).
  'not-recorded': 'nobody',
};

/** Whether somebody with this outcome did not hear what was said. */
const IS_ABSENTEE: Readonly<Record<PersonOutcomeGroup, boolean>> = {
  briefly: true,
  present: false,
  apologies: true,
  'no-message': true,
  delegate: true,
  away: true,
  'not-expected': false,
  'not-recorded': false,
};

/**
 * Did this person miss the occurrence (13.2)? What did not take place was missed by everybody who was needed. Of one that
 * went ahead nobody is taken to be absent because nothing is known of them, and one that is not recorded nobody missed,
 * whatever is known of their plans.
 */
export function missed(occurrence: JudgedOccurrence, { isOwner, needed, outcome }: JudgedPerson): boolean {
  const missing = MISSING[occurrence.outcome];
  if (isOwner || !needed || wasPresent(outcome) || missing === 'nobody') return false;
  // 13.2: never the not expected, also where nobody met.
  if (outcome === 'not-expected') return false;
  if (outcome !== null && IS_ABSENTEE[personGroupOf(outcome)]) return true;
  return missing === 'everybody' || (missing === 'the-other-one' && occurrence.oneToOne);
}

export const absenteesOf = (occurrence: JudgedOccurrence): readonly JudgedPerson[] =>
  occurrence.people.filter((one) => missed(occurrence, one));

/** Somebody needed missed it, so there is somebody to tell. */
export const needsRecap = (occurrence: JudgedOccurrence): boolean => absenteesOf(occurrence).length > 0;
