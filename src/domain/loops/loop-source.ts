import { type DecisionHistory, decisionHistories } from '../agree/decision-history';
import type { RecapEntry } from '../facts/decided/recap-entry';
import type { Fact } from '../facts/log/fact';
import type { Owner, Person } from '../facts/things/person';
import type { JudgedLineage } from '../judge/judged/judged';
import { oneToOnesOf } from '../measure/hearing';
import type { Instant } from '../time/time';

/** What the open loops of a meeting are found in. */
export interface LoopSource {
  readonly owner: Owner;
  readonly lineage: JudgedLineage;
  /** What was decided, asked, told and put off in it, with what was taken back. */
  readonly facts: readonly Fact[];
  readonly recaps: readonly RecapEntry[];
  /** As they stand when all deadlines are over: what a deadline opens is kept with the moment from which it is open. */
  readonly histories: readonly DecisionHistory[];
  /** With whom the owner keeps a one-to-one, in whichever meeting (13.2). */
  readonly oneToOnes: readonly Person[];
  readonly now: Instant;
}

export const loopSourceOf = (
  owner: Owner,
  lineage: JudgedLineage,
  facts: readonly Fact[],
  now: Instant,
  oneToOnes: readonly Person[] = oneToOnesOf(lineage),
): LoopSource => ({
  ...{ owner, lineage, facts, oneToOnes, now },
  recaps: facts.filter((fact) => fact.kind === 'recap'),
  histories: decisionHistories(facts, Number.POSITIVE_INFINITY),
});
