/** What an occurrence came to, in the large: the groups of section 2. */
export type OutcomeGroup =
  | 'upcoming'
  | 'superseded'
  | 'held'
  | 'excluded'
  | 'cancelled'
  | 'apologies'
  | 'no-message'
  | 'not-recorded';

/** How much warning there was of an occurrence that fell out (5.2); `none`: nobody said anything before its start. */
type Warning = 'with-notice' | 'short-notice' | 'none' | 'unknown';

interface OutcomeRow {
  readonly group: OutcomeGroup;
  /** Only of what fell out. */
  readonly warning?: Warning;
}

/** The outcomes of an occurrence, in the order of section 2: the first rule that matches wins. */
const OUTCOME_ROWS = {
  upcoming: { group: 'upcoming' },
  superseded: { group: 'superseded' },
  'held-moved': { group: 'held' },
  'held-reinstated': { group: 'held' },
  held: { group: 'held' },
  'held-part': { group: 'held' },
  'excluded-paused': { group: 'excluded' },
  'excluded-agreed-skip': { group: 'excluded' },
  'excluded-own-absence': { group: 'excluded' },
  'excluded-holiday': { group: 'excluded' },
  'excluded-away': { group: 'excluded' },
  'excluded-short-invitation': { group: 'excluded' },
  'cancelled-with-notice': { group: 'cancelled', warning: 'with-notice' },
  'cancelled-short-notice': { group: 'cancelled', warning: 'short-notice' },
  'cancelled-after-start': { group: 'cancelled', warning: 'none' },
  'cancelled-notice-unknown': { group: 'cancelled', warning: 'unknown' },
  'not-held-apologies-with-notice': { group: 'apologies', warning: 'with-notice' },
  'not-held-apologies-short-notice': { group: 'apologies', warning: 'short-notice' },
  'not-held-apologies-notice-unknown': { group: 'apologies', warning: 'unknown' },
  'not-held-no-message': { group: 'no-message', warning: 'none' },
  'not-recorded': { group: 'not-recorded' },
} as const satisfies Readonly<Record<string, OutcomeRow>>;
export type Outcome = keyof typeof OUTCOME_ROWS;
export const OUTCOMES = Object.keys(OUTCOME_ROWS) as readonly Outcome[];

/** What a person was in an occurrence, in the large: the groups of 4.1. */
export type PersonOutcomeGroup =
  | 'briefly'
  | 'present'
  | 'apologies'
  | 'no-message'
  | 'delegate'
  | 'away'
  | 'not-expected'
  | 'not-recorded';

/** The outcomes of a person in an occurrence, in the order of 4.1. */
const PERSON_OUTCOME_ROWS = {
  'connected-briefly': 'briefly',
  present: 'present',
  'present-joined-later': 'present',
  'present-left-earlier': 'present',
  'present-part': 'present',
  'apologies-with-notice': 'apologies',
  'apologies-short-notice': 'apologies',
  'apologies-notice-unknown': 'apologies',
  'not-present-no-message': 'no-message',
  'delegate-attended': 'delegate',
  away: 'away',
  'not-expected': 'not-expected',
  'not-recorded': 'not-recorded',
} as const satisfies Readonly<Record<string, PersonOutcomeGroup>>;
export type PersonOutcome = keyof typeof PERSON_OUTCOME_ROWS;
export const PERSON_OUTCOMES = Object.keys(PERSON_OUTCOME_ROWS) as readonly PersonOutcome[];

export const GRADES = ['documented', 'noted', 'inferred'] as const;
export type Grade = (typeof GRADES)[number];

export const groupOf = (outcome: Outcome): OutcomeGroup => OUTCOME_ROWS[outcome].group;
/** null: it did not fall out, so there was nothing to warn of. */
export const warningOf = (outcome: Outcome): Warning | null => {
  const row: OutcomeRow = OUTCOME_ROWS[outcome];
  return row.warning ?? null;
};
export const isHeld = (outcome: Outcome): boolean => groupOf(outcome) === 'held';
export const isCancelled = (outcome: Outcome): boolean => groupOf(outcome) === 'cancelled';
export const isExcluded = (outcome: Outcome): boolean => groupOf(outcome) === 'excluded';
export const isApologies = (outcome: Outcome): boolean => groupOf(outcome) === 'apologies';
export const isNotHeld = (outcome: Outcome): boolean =>
  isApologies(outcome) || groupOf(outcome) === 'no-message';
/** Occurrences that were due: people have an outcome in them (4.1). */
export const wasDue = (outcome: Outcome): boolean =>
  isHeld(outcome) || isNotHeld(outcome) || outcome === 'not-recorded';

export const personGroupOf = (outcome: PersonOutcome): PersonOutcomeGroup => PERSON_OUTCOME_ROWS[outcome];
/** People who were there, in whatever measure. `connected-briefly` is not. */
export const wasPresent = (outcome: PersonOutcome | null): boolean =>
  outcome !== null && personGroupOf(outcome) === 'present';
/** People who declined or sent word, whenever it came. */
export const sentApologies = (outcome: PersonOutcome | null): boolean =>
  outcome !== null && personGroupOf(outcome) === 'apologies';
