import type { DecisionHistory } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { ConsultFact } from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import { type AgreementFact, isAgreementFact } from '../facts/decided/topic-step';
import type { Gesture } from '../facts/entered/gesture';
import type { Rhythm } from '../facts/entered/rhythm';
import type { Fact } from '../facts/log/fact';
import type { Person } from '../facts/things/person';
import type { JudgedLineage } from '../judge/judged/judged';
import type { PointHistory } from '../points/point-history';
import type { PromiseHistory } from '../promises/promise-history';

/** Every kept lineage as judged now, and everything that was decided, asked, agreed, raised, promised, told and offered. */
export interface WholeRecord {
  readonly lineages: readonly JudgedLineage[];
  /** All that were written down, also those that do not stand. */
  readonly decisions: readonly Decision[];
  readonly recaps: readonly Telling[];
  readonly consulting: readonly ConsultFact[];
  readonly agreements: readonly AgreementFact[];
  readonly gestures: readonly Gesture[];
  /** With whom the owner keeps a one-to-one, in whichever meeting; absent: as far as one meeting tells. */
  readonly oneToOnes?: readonly Person[];
  readonly points: readonly PointHistory[];
  readonly promises: readonly PromiseHistory[];
  /** How often people hear what they missed, in the order chosen. */
  readonly rhythms: readonly Rhythm[];
}

/** What was asked and agreed, of facts that stand. */
export const consultedIn = (standing: readonly Fact[]): Pick<WholeRecord, 'consulting' | 'agreements'> => ({
  consulting: standing.filter(
    (fact) => fact.kind === 'input-request' || fact.kind === 'answer' || fact.kind === 'decision-step',
  ),
  agreements: standing.filter(isAgreementFact),
});

/** The part of it that is about one person: the meetings shared with them, and all that was decided. */
export interface PersonRecord extends WholeRecord {
  /** Under all addresses that are known of them. */
  readonly person: Person;
  /** Every decision with what became of it. */
  readonly histories: readonly DecisionHistory[];
}
