import { occasionsOfStates } from '../agree/decided-in';
import type { DecisionHistory } from '../agree/decision-history';
import { type TopicNames, topicNames } from '../agree/topic-names';
import { carriedBy } from '../agree/topics';
import type { Decision } from '../facts/decided/decision';
import { type SeriesId, seriesOf } from '../facts/things/occurrence';
import { wasPresent } from '../facts/things/outcomes';
import { amongPeople } from '../facts/things/people';
import type { Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { isOfLineage } from '../judge/judged/of-lineage';

/** What of the log is on screen, and goes into a table. */
export type LogScope =
  | { readonly kind: 'meeting'; readonly series: SeriesId; readonly title: string }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'everything' };

export const EVERYTHING: LogScope = { kind: 'everything' };

/** A meeting of which a log is kept, with everybody who is in its record. */
interface KeptLog {
  readonly lineage: SeriesId;
  readonly series: readonly SeriesId[];
  readonly people: readonly Person[];
}

/** A part of the log. It chooses occurrences and decisions, and changes nothing of what is said of them. */
export interface LogPart {
  /** The meetings to be read for it: where nothing of it can be, nobody looks. */
  readonly reads: (kept: readonly KeptLog[]) => readonly SeriesId[];
  /** What it holds of a meeting; null: nothing. */
  readonly of: (lineage: JudgedLineage) => JudgedLineage | null;
  /** Its decisions, where it holds these meetings. */
  readonly decisions: (held: readonly JudgedLineage[]) => readonly DecisionHistory[];
}

const AS_WRITTEN = topicNames([]);

/** `histories`: of all decisions of the log. */
export function partOf(
  scope: LogScope,
  histories: readonly DecisionHistory[],
  names: TopicNames = AS_WRITTEN,
): LogPart {
  switch (scope.kind) {
    case 'everything':
      return {
        reads: (kept) => kept.map(({ lineage }) => lineage),
        of: (lineage) => lineage,
        decisions: () => histories,
      };
    case 'meeting':
      return {
        // Also one of which no log is kept any more.
        reads: () => [scope.series],
        of: (lineage) => lineage,
        decisions: (held) =>
          histories.filter(({ decision }) => held.some((lineage) => isOfLineage(lineage, decision))),
      };
    case 'person':
      return withPerson(scope.person, histories);
    case 'topic':
      return aboutTopic(names.keyOf(scope.topic), histories, names);
  }
}

/** The occurrences to which they were invited, or came; what was decided there, and what names them and was decided in none. */
function withPerson(person: Person, histories: readonly DecisionHistory[]): LogPart {
  const isThey = amongPeople([person]);
  const isShared = ({ people }: JudgedOccurrence) =>
    people.some(
      (one) =>
        one.role !== 'resource' && (one.invited !== false || wasPresent(one.outcome)) && isThey(one.person),
    );
  const names = ({ accountable, informed, responsible = [], consulted = [] }: Decision) =>
    [accountable, ...informed, ...responsible, ...consulted].some(isThey);
  return {
    reads: among(({ people }) => people.some(isThey)),
    of: (lineage) => {
      const occurrences = lineage.occurrences.filter(isShared);
      // Months of which only counts are left (9) say of nobody whether they were invited.
      return occurrences.length === 0 ? null : { ...lineage, occurrences, reduced: [] };
    },
    decisions: (held) => {
      const keys = new Set(held.flatMap(({ occurrences }) => occurrences.map(({ key }) => key)));
      return histories.filter((history) => {
        const occasions = occasionsOfStates(history);
        return occasions.length === 0 ? names(history.decision) : occasions.some((key) => keys.has(key));
      });
    },
  };
}

/** What was decided about a topic, under whichever of its names, and the occurrences at which it was. */
function aboutTopic(key: string, all: readonly DecisionHistory[], names: TopicNames): LogPart {
  const histories = all.filter((one) => carriedBy(one).some((name) => names.keyOf(name) === key));
  const decidedAt = new Set(histories.flatMap((one) => occasionsOfStates(one)));
  const series = new Set([
    ...histories.map(({ decision }) => decision.series),
    ...[...decidedAt].map(seriesOf),
  ]);
  return {
    reads: among((kept) => kept.series.some((one) => series.has(one))),
    of: (lineage) => ({
      ...lineage,
      occurrences: lineage.occurrences.filter(({ key }) => decidedAt.has(key)),
      reduced: [],
    }),
    decisions: () => histories,
  };
}

const among =
  (reaches: (one: KeptLog) => boolean) =>
  (kept: readonly KeptLog[]): readonly SeriesId[] =>
    kept.filter(reaches).map(({ lineage }) => lineage);

/** Whether shares of the meetings in it say something of meetings. */
export const COUNTS_MEETINGS: Readonly<Record<LogScope['kind'], boolean>> = {
  everything: true,
  meeting: true,
  person: true,
  topic: false,
};

/** What can be chosen beside the meetings: people in their records, and topics of decisions; each once, by name. */
export interface LogChoices {
  readonly people: readonly Person[];
  readonly topics: readonly string[];
}
