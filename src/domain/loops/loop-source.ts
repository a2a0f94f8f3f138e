import { type DecisionHistory, decisionHistories } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { Fact } from '../facts/log/fact';
import { tellingsIn } from '../facts/log/tellings';
import type { SeriesId } from '../facts/things/occurrence';
import type { Owner, Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { wholeDaysIn } from '../judge/judged/whole-days';
import { oneToOnesOf } from '../measure/hearing';
import { type PointHistory, pointHistories } from '../points/point-history';
import type { Instant } from '../time/time';

/** What the open loops of a meeting are found in. */
export interface LoopSource {
  readonly owner: Owner;
  /** Null: what was decided outside of meetings (10.2). */
  readonly lineage: JudgedLineage | null;
  /** What was decided, asked, told and put off there, with what was taken back. */
  readonly facts: readonly Fact[];
  /** Those that tell of it. */
  readonly recaps: readonly Telling[];
  /** As they stand when all deadlines are over: what a deadline opens is kept with the moment from which it is open. */
  readonly histories: readonly DecisionHistory[];
  /** With whom the owner keeps a one-to-one, in whichever meeting (13.2). */
  readonly oneToOnes: readonly Person[];
  /** Occurrences of other meetings in which decisions of this one got a later state (10.2). */
  readonly elsewhere: readonly JudgedOccurrence[];
  /** Raised in it, with anybody. */
  readonly points: readonly PointHistory[];
  readonly now: Instant;
}

/** `facts`: of the lineage; without one every entry of the log, as a mail of any meeting can tell of what was made in none. */
export const loopSourceOf = (
  owner: Owner,
  lineage: JudgedLineage | null,
  facts: readonly Fact[],
  now: Instant,
  oneToOnes: readonly Person[] = lineage === null ? [] : oneToOnesOf(lineage),
  elsewhere: readonly JudgedOccurrence[] = [],
): LoopSource => ({
  // The day of a whole day is the date on which it stands, whoever looks.
  ...{ owner, lineage: lineage === null ? null : wholeDaysIn(lineage, owner.zone), facts, oneToOnes, now },
  elsewhere,
  recaps: tellingsIn(facts),
  histories: decisionHistories(facts, Number.POSITIVE_INFINITY).filter(
    ({ decision }) => lineage !== null || decision.series === null,
  ),
  points: pointHistories(facts),
});

/** What was said there: without a lineage that alone which has no series. */
export const saidThere = <One extends { readonly series: SeriesId | null }>(
  { lineage }: LoopSource,
  all: readonly One[],
): readonly One[] => (lineage === null ? all.filter(({ series }) => series === null) : all);
