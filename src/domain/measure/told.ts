import type { Decision } from '../facts/decided/decision';
import type { RecapEntry } from '../facts/decided/recap-entry';
import { mailedAt, sentRecaps } from '../facts/decided/sending';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { isHeld, wasPresent } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { HOUR, type Instant, type Span } from '../time/time';
import { untoldOf } from './untold';

/** The decisions of a lineage that somebody should hear of, and which of them were told (6). */
export interface Told {
  readonly needing: readonly Decision[];
  /** Of these everybody who should hear was told. */
  readonly told: readonly Decision[];
  /** Hours from the decision until the last of them had a mail with it; null where nobody needed one. */
  readonly medianHours: number | null;
  /** When each of those who were not there was told; null: not yet. */
  readonly mailed: ReadonlyMap<Decision, readonly (Instant | null)[]>;
}

/**
 * A decision is told when everybody was who is named to hear it or missed its occurrence: by being there (13.1) or by a
 * recap that went to them. One who was told is not everybody.
 */
export function toldOf(
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly RecapEntry[],
  span?: Span,
): Told {
  const homes = new Map(lineage.occurrences.map((one) => [one.key, one]));
  const owner = ownerOf(lineage);
  const sent = byDecision(sentRecaps(recaps));
  const needing: Decision[] = [];
  const mailed = new Map<Decision, readonly (Instant | null)[]>();
  for (const decision of decisions) {
    const { series, occurrence, decidedAt } = decision;
    if (!lineage.series.includes(series)) continue;
    if (span !== undefined && (decidedAt < span.start || decidedAt >= span.end)) continue;
    const home = (occurrence === null ? undefined : homes.get(occurrence)) ?? null;
    const should = untoldOf(decision, home, [], owner);
    if (should.length === 0) continue;
    needing.push(decision);
    const others = should.filter((person) => !heardThere(home, person));
    mailed.set(
      decision,
      others.map((person) => mailedAt(sent.get(decision.id) ?? [], decision.id, person)),
    );
  }
  const told = needing.filter((one) => mailed.get(one)?.every((at) => at !== null));
  const hours = told.flatMap((one) => {
    const times = (mailed.get(one) ?? []).filter((at) => at !== null);
    return times.length === 0 ? [] : [Math.max(0, Math.max(...times) - one.decidedAt) / HOUR];
  });
  return { needing, told, medianHours: median(hours), mailed };
}

/** 13.1: in a group, who was there for a part heard a part. */
export const heardThere = (home: JudgedOccurrence | null, person: Person): boolean =>
  home !== null &&
  isHeld(home.outcome) &&
  home.people.some(
    (one) =>
      isSamePerson(one.person, person) &&
      wasPresent(one.outcome) &&
      (home.oneToOne || one.outcome !== 'present-part'),
  );

const ownerOf = ({ occurrences }: JudgedLineage): Person | null =>
  occurrences.flatMap(({ people }) => people).find(({ isOwner }) => isOwner)?.person ?? null;

function byDecision(sent: readonly RecapEntry[]): ReadonlyMap<string, readonly RecapEntry[]> {
  const found = new Map<string, RecapEntry[]>();
  for (const recap of sent)
    for (const id of recap.decisions) found.set(id, [...(found.get(id) ?? []), recap]);
  return found;
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
