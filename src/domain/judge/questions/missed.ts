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
  // Not to be.
  'excluded-paused': 'nobody',
  'excluded-agreed-skip': 'nobody',
  'excluded-own-absence': 'absentees',
  // A one-to-one was left out because the other one was away: that one hears what there was to say.
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
  'not-recorded': 'absentees',
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
 * Did this person miss the occurrence? What did not take place was missed by everybody who was needed. Of one that
 * went ahead, or of which nothing is known, nobody is taken to be absent because nothing is known of them.
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
