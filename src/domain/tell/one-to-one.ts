import type { Telling } from '../facts/decided/catch-up-entry';
import type { Decision } from '../facts/decided/decision';
import { sentRecaps } from '../facts/decided/sending';
import { isHeld, type Outcome, warningOf, wasPresent } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { type Measure, measuresOf } from '../measure/measures';
import { measuresOfPerson } from '../measure/measures-of-person';
import { type Instant, minutesOf } from '../time/time';
import { occasionsOf } from './occasions';

/** What the log can say in a conversation with one person: what went well first, and at most three facts. */
export interface OneToOneFacts {
  /** Occurrences with this person that count, oldest first. */
  readonly counted: readonly JudgedOccurrence[];
  readonly coverage: Measure;
  readonly wentWell: {
    readonly together: readonly JudgedOccurrence[];
    /** Minutes together of those. */
    readonly minutes: number;
    /** Cancelled or declined in good time, so that nobody waited. */
    readonly withNotice: readonly JudgedOccurrence[];
  };
  readonly facts: readonly ConversationFact[];
}

export const FACT_KINDS = ['share', 'no-message', 'short-notice', 'short-notice-moves'] as const;

/** Situation, behaviour and impact of one thing, as far as the log knows them. */
export interface ConversationFact {
  readonly what: (typeof FACT_KINDS)[number];
  /** For `share`. */
  readonly measure: Measure | null;
  readonly occurrences: readonly JudgedOccurrence[];
  /** Decisions that belong to those occurrences, and which of them were told by message. */
  readonly decisions: readonly Decision[];
  readonly told: readonly Decision[];
  /** The mails and words by hand that told them. */
  readonly by: readonly Telling[];
}

const MOST_FACTS = 3;

export interface ConversationBasis {
  readonly lineage: JudgedLineage;
  readonly decisions: readonly Decision[];
  readonly recaps: readonly Telling[];
}

export function oneToOneFacts(basis: ConversationBasis, person: Person, now: Instant): OneToOneFacts {
  const { lineage, decisions, recaps } = basis;
  const counted = occasionsOf(lineage, person, now, ({ outcome }) => outcome !== 'not-recorded');
  const measures = lineage.oneToOne
    ? measuresOf(lineage, decisions, recaps)
    : measuresOfPerson(lineage, person).measures;
  const named = (name: Measure['name']) => measures.find((one) => one.name === name);
  // 5.5: what the owner changed, or had asked for, is no conduct of the other person's.
  const isTheirs = ({ people }: JudgedOccurrence, by: Person | null) =>
    by === null || !people.some(({ isOwner, person: one }) => isOwner && isSamePerson(one, by));
  const share = named(lineage.oneToOne ? 'went-ahead' : 'there-when-it-started');
  const coverage = named('coverage');
  if (share === undefined || coverage === undefined)
    throw new RangeError('a measure of section 6 is missing');

  const among = (isOne: (one: JudgedOccurrence) => boolean) => counted.filter(isOne);
  const outcomeOf = (one: JudgedOccurrence) =>
    one.people.find((other) => isSamePerson(other.person, person))?.outcome ?? null;
  const together = among((one) => isHeld(one.outcome) && wasPresent(outcomeOf(one)));
  const fact = (
    what: ConversationFact['what'],
    occurrences: readonly JudgedOccurrence[],
    measure: Measure | null = null,
  ): ConversationFact => ({ what, measure, occurrences, ...toldOn(occurrences, basis, person) });

  const facts = [
    ...(share.of === 0 ? [] : [fact('share', together, share)]),
    fact(
      'no-message',
      among(
        (one) =>
          outcomeOf(one) === 'not-present-no-message' ||
          // What was cancelled after its start had a message (2.8): it is called off late.
          (lineage.oneToOne && one.outcome === 'not-held-no-message'),
      ),
    ),
    fact(
      'short-notice',
      among(
        (one) =>
          outcomeOf(one) === 'apologies-short-notice' ||
          (isSamePerson(one.changedBy ?? NOBODY, person) && one.outcome === 'cancelled-short-notice') ||
          (lineage.oneToOne && isCalledOffLate(one.outcome) && isTheirs(one, one.changedBy)),
      ),
    ),
    fact(
      'short-notice-moves',
      among((one) =>
        one.moves.some(
          ({ notice, by }) =>
            (notice.class === 'short-notice' || notice.class === 'after-start') && isTheirs(one, by),
        ),
      ),
    ),
  ].filter(({ what, occurrences }) => what === 'share' || occurrences.length > 0);

  return {
    counted,
    coverage,
    wentWell: {
      together,
      minutes: together.reduce((sum, one) => sum + (one.minutesTogether ?? minutesOf(one.effective)), 0),
      withNotice: among(
        (one) =>
          outcomeOf(one) === 'apologies-with-notice' ||
          (lineage.oneToOne && warningOf(one.outcome) === 'with-notice'),
      ),
    },
    facts: facts.slice(0, MOST_FACTS),
  };
}

const isCalledOffLate = (outcome: Outcome): boolean =>
  warningOf(outcome) === 'short-notice' || outcome === 'cancelled-after-start';

const NOBODY: Person = { key: '', name: '', address: '' };

/** Impact is what the log knows: which decisions were made there, and which of them this person was told. */
function toldOn(
  occurrences: readonly JudgedOccurrence[],
  { decisions, recaps }: ConversationBasis,
  person: Person,
): Pick<ConversationFact, 'decisions' | 'told' | 'by'> {
  const keys = new Set(occurrences.map(({ key }) => key));
  const there = decisions
    .filter(({ occurrence }) => occurrence !== null && keys.has(occurrence))
    .sort((a, b) => a.number - b.number);
  const sent = sentRecaps(recaps).filter(({ to }) => to.some((one) => isSamePerson(one, person)));
  const by = sent.filter((recap) => there.some(({ id }) => recap.decisions.includes(id)));
  return {
    decisions: there,
    told: there.filter(({ id }) => by.some((one) => one.decisions.includes(id))),
    by,
  };
}
