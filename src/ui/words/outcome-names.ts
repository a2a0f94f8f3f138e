import type { Outcome, PersonOutcome } from '../../domain/facts/things/outcomes';

/** One word or two for a heading of a group, an option, a table cell (definitions, section 8). */
export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  upcoming: 'Upcoming',
  superseded: 'Replaced by another time',
  'held-moved': 'Met, moved',
  'held-reinstated': 'Met, after being cancelled',
  held: 'Met',
  'held-part': 'Met for part',
  'excluded-paused': 'Log paused',
  'excluded-agreed-skip': 'Skipped, as agreed',
  'excluded-own-absence': 'You were not there',
  'excluded-holiday': 'Holiday',
  'excluded-away': 'Away',
  'excluded-short-invitation': 'Invited too shortly before',
  'cancelled-with-notice': 'Cancelled with notice',
  'cancelled-short-notice': 'Cancelled at short notice',
  'cancelled-after-start': 'Cancelled after the start',
  'cancelled-notice-unknown': 'Cancelled, notice not known',
  'not-held-apologies-with-notice': 'Apologies with notice',
  'not-held-apologies-short-notice': 'Apologies at short notice',
  'not-held-apologies-notice-unknown': 'Apologies, notice not known',
  'not-held-no-message': 'Nobody joined, no message found',
  'not-recorded': 'Not recorded',
};

/** Neutral names for how it stands with a person (definitions, section 8). */
export const PERSON_OUTCOME_NAMES: Readonly<Record<PersonOutcome, string>> = {
  'connected-briefly': 'Connected briefly',
  present: 'There',
  'present-joined-later': 'There, joined later',
  'present-left-earlier': 'There, left earlier',
  'present-part': 'There for part',
  'apologies-with-notice': 'Apologies, with notice',
  'apologies-short-notice': 'Apologies, short notice',
  'apologies-notice-unknown': 'Apologies, notice not known',
  'not-present-no-message': 'Not there, no message found',
  'delegate-attended': 'Somebody came for them',
  away: 'Away',
  'not-expected': 'Not expected',
  'not-recorded': 'Not recorded',
};
