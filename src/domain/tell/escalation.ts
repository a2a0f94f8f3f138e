import type { AgreementFact } from '../facts/decided/topic-step';
import { type Gesture, gesturesOf, lastDone } from '../facts/entered/gesture';
import { isHeld, wasPresent } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage } from '../judge/judged/judged';
import { isCounted, isCovered, isDue, undisputed } from '../measure/counted';
import { FEWEST_FOR_PERCENT } from '../measure/wilson';
import { DAY, type Instant } from '../time/time';

/** What must have been done before anything is written to a third person, in this order (background, escalation). */
export const CONDITIONS = [
  'one-to-one',
  'agreement-tried',
  'enough-recorded',
  'covered',
  'own-side-read',
  'their-words',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface ConditionState {
  readonly condition: Condition;
  readonly met: boolean;
  /** How far it is: one-to-ones held, days tried, occurrences recorded, percent covered, notes included. */
  readonly count: number;
  /** Of the first, while none was held: how often one was offered. */
  readonly offered?: number;
  /** Of what is recorded: nothing was due yet, so there is no share of it. */
  readonly nothingDue?: boolean;
}

/** So many days what was agreed is abided by before anybody else reads of it (need: "for a month"). */
export const DAYS_TRIED = 30;
/** The own side must have been read not longer ago: it grows, too. */
const FRESH = 30 * DAY;

export interface EscalationBasis {
  readonly lineage: JudgedLineage;
  readonly gestures: readonly Gesture[];
  readonly agreements: readonly AgreementFact[];
}

/** Every condition with how it stands; a brief is offered only where all are met. */
export function conditionsFor(
  { lineage, gestures, agreements }: EscalationBasis,
  person: Person,
  now: Instant,
): readonly ConditionState[] {
  const due = undisputed(lineage.occurrences).filter(
    (one) => isDue(one) && one.people.some((other) => isSamePerson(other.person, person)),
  );
  const recorded = due.filter(isCounted).length;
  const held = due.filter(
    ({ oneToOne, outcome, people }) =>
      oneToOne &&
      isHeld(outcome) &&
      people.some((one) => isSamePerson(one.person, person) && wasPresent(one.outcome)),
  ).length;
  const offered = gesturesOf(gestures, 'offered-one-to-one', person).filter(({ done }) => done).length;
  const tried = daysTried(agreements, person, now);
  const read = lastDone(gestures, 'read-own-side');
  const notes = theirWords(lineage, person).length;
  const state = (condition: Condition, met: boolean, count: number): ConditionState => ({
    condition,
    met,
    count,
  });
  return [
    { ...state('one-to-one', held > 0, held), offered },
    state('agreement-tried', tried >= DAYS_TRIED, tried),
    state('enough-recorded', recorded >= FEWEST_FOR_PERCENT, recorded),
    {
      ...state(
        'covered',
        due.length > 0 && isCovered(recorded, due.length),
        due.length === 0 ? 0 : Math.floor((recorded * 100) / due.length),
      ),
      ...(due.length === 0 && { nothingDue: true }),
    },
    state('own-side-read', read !== null && now - read <= FRESH, read === null ? 0 : 1),
    // Their notes travel with the record by themselves: there is nothing to do, only to see.
    state('their-words', true, notes),
  ];
}

/** Whole days from their first yes until they ended it; while it holds, until now. */
function daysTried(facts: EscalationBasis['agreements'], person: Person, now: Instant): number {
  const theirs = new Set(
    facts.flatMap((fact) =>
      fact.kind === 'agreement' && isSamePerson(fact.person, person) ? [fact.id] : [],
    ),
  );
  const replies = facts.flatMap((fact) =>
    fact.kind === 'agreement-reply' && theirs.has(fact.agreement) ? [fact] : [],
  );
  const from = Math.min(...replies.filter(({ said }) => said === 'agreed').map(({ at }) => at));
  const until = Math.min(
    now,
    ...replies.filter(({ said, at }) => said === 'ended' && at > from).map(({ at }) => at),
  );
  return Number.isFinite(from) ? Math.max(0, Math.floor((until - from) / DAY)) : 0;
}

export const isReady = (states: readonly ConditionState[]): boolean => states.every(({ met }) => met);

/** What a person said about the record, with the occurrence it is about; oldest first. */
export const theirWords = (
  { occurrences }: JudgedLineage,
  person: Person,
): readonly { readonly at: Instant; readonly words: string; readonly start: Instant }[] =>
  occurrences
    .flatMap(({ reasons, effective }) =>
      reasons
        .filter(
          (reason) =>
            reason.what === 'note' && reason.person !== undefined && isSamePerson(reason.person, person),
        )
        .map(({ at, words = '' }) => ({ at, words, start: effective.start })),
    )
    .sort((a, b) => a.at - b.at);
