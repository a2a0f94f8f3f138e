import type { PersonSaying } from '../../domain/facts/entered/check-in';
import { sentApologies, wasPresent } from '../../domain/facts/things/outcomes';
import type { Response } from '../../domain/facts/things/person';
import type { JudgedPerson } from '../../domain/judge/judged/judged';
import type { RecipientReason } from '../../domain/tell/recipients';
import { noticeWords } from './notice';
import { PERSON_OUTCOME_NAMES } from './outcome-names';
import { minuteWords } from './times';

export const PERSON_SAYING_NAMES: Readonly<Record<PersonSaying, string>> = {
  'was-there': 'Was there',
  missing: 'Missing',
  'sent-word': 'Sent word',
  away: 'Away',
  'sent-somebody': 'Sent somebody',
};

/** 4.4: what the copy does not show is said to be invisible, never guessed. */
export const RESPONSE_NAMES: Readonly<Record<Response, string>> = {
  organizer: 'organizes',
  accepted: 'accepted',
  tentative: 'tentative',
  declined: 'declined',
  none: 'no answer',
  'not-visible': 'answer not visible to you',
};

export const RECIPIENT_REASONS_WORDS: Readonly<Record<RecipientReason, string>> = {
  'was-not-there': 'was not there',
  'was-to-be-there': 'was to be there',
  'connected-briefly': 'was connected briefly',
  'sent-somebody': 'sent somebody',
  'there-for-part': 'was there for part',
  away: 'was away',
  apologies: 'sent apologies',
  optional: 'optional',
  'should-hear': 'should hear of a decision',
  'was-there': 'was there',
  'not-recorded': 'not recorded',
};

/** What is known of a person in an occurrence: `There · 20 min`, `Apologies · 5 min before`. */
export function personOutcomeWords({ outcome, minutes, notice }: JudgedPerson): string {
  if (outcome === null) return 'Nothing to record';
  if (sentApologies(outcome) && notice !== null) return `Apologies, ${noticeWords(notice)}`;
  const name = PERSON_OUTCOME_NAMES[outcome];
  return wasPresent(outcome) && minutes !== null ? `${name}, ${minuteWords(minutes)}` : name;
}
