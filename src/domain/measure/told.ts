import type { Decision } from '../facts/decided/decision';
import type { RecapEntry } from '../facts/decided/recap-entry';
import { sentRecaps } from '../facts/decided/sending';
import type { OccurrenceKey } from '../facts/things/occurrence';
import type { JudgedLineage } from '../judge/judged/judged';
import { needsRecap } from '../judge/questions/missed';
import { HOUR, type Span } from '../time/time';

/** The decisions of a lineage that somebody should hear of, and which of them were told (6). */
export interface Told {
  readonly needing: readonly Decision[];
  readonly told: readonly Decision[];
  /** Hours from the decision to its first recap; null where none was told. */
  readonly medianHours: number | null;
}

/** A decision needs a recap where somebody is named to hear it, or where somebody missed its occurrence. */
export function toldOf(
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly RecapEntry[],
  span?: Span,
): Told {
  const missedOnes = new Set(lineage.occurrences.filter(needsRecap).map(({ key }) => key));
  const sent = sentRecaps(recaps);
  const needing = decisions.filter(
    ({ series, occurrence, informed, decidedAt }) =>
      lineage.series.includes(series) &&
      (span === undefined || (decidedAt >= span.start && decidedAt < span.end)) &&
      (informed.length > 0 || (occurrence !== null && missedOnes.has(occurrence))),
  );
  const hours = new Map<Decision, number>();
  for (const decision of needing) {
    const times = sent
      .filter((recap) => recap.decisions.includes(decision.id))
      .map((recap) => recap.sentAt ?? recap.recordedAt);
    if (times.length > 0) hours.set(decision, Math.max(0, Math.min(...times) - decision.decidedAt) / HOUR);
  }
  return { needing, told: [...hours.keys()], medianHours: median([...hours.values()]) };
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export const occurrencesIn = (decisions: readonly Decision[]): readonly OccurrenceKey[] => [
  ...new Set(decisions.flatMap(({ occurrence }) => (occurrence === null ? [] : [occurrence]))),
];
