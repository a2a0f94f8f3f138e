/** The outcomes of an occurrence, in the order of section 2: the first rule that matches wins. */
export const OUTCOMES = [
  'upcoming',
  'superseded',
  'held-moved',
  'held-reinstated',
  'held',
  'held-part',
  'excluded-paused',
  'excluded-agreed-skip',
  'excluded-own-absence',
  'excluded-holiday',
  'excluded-away',
  'excluded-short-invitation',
  'cancelled-with-notice',
  'cancelled-short-notice',
  'cancelled-after-start',
  'cancelled-notice-unknown',
  'not-held-apologies-with-notice',
  'not-held-apologies-short-notice',
  'not-held-apologies-notice-unknown',
  'not-held-no-message',
  'not-recorded',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const PERSON_OUTCOMES = [
  'connected-briefly',
  'present',
  'present-joined-later',
  'present-left-earlier',
  'present-part',
  'apologies-with-notice',
  'apologies-short-notice',
  'apologies-notice-unknown',
  'not-present-no-message',
  'delegate-attended',
  'away',
  'not-expected',
  'not-recorded',
] as const;
export type PersonOutcome = (typeof PERSON_OUTCOMES)[number];

export const GRADES = ['documented', 'noted', 'inferred'] as const;
export type Grade = (typeof GRADES)[number];

export const isHeld = (outcome: Outcome): boolean => outcome.startsWith('held');
export const isCancelled = (outcome: Outcome): boolean => outcome.startsWith('cancelled');
export const isExcluded = (outcome: Outcome): boolean => outcome.startsWith('excluded');
export const isNotHeld = (outcome: Outcome): boolean => outcome.startsWith('not-held');
/** Occurrences that were due: people have an outcome in them (4.1). */
export const wasDue = (outcome: Outcome): boolean =>
  isHeld(outcome) || isNotHeld(outcome) || outcome === 'not-recorded';
/** People who were there, in whatever measure. `connected-briefly` is not. */
export const wasPresent = (outcome: PersonOutcome | null): boolean => outcome?.startsWith('present') ?? false;
