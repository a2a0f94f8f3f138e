import { type AgreementView, agreementViews } from '../agree/agreed';
import { decisionHistory } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { ConsultFact } from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import { sentRecaps } from '../facts/decided/sending';
import type { AgreementFact } from '../facts/decided/topic-step';
import type { OccurrenceKey } from '../facts/things/occurrence';
import type { Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { isOfLineage } from '../judge/judged/of-lineage';
import { grouped } from '../sorting';
import { HOUR, type Instant, type Span } from '../time/time';
import { type Hearer, hearersOf, oneToOnesOf } from './hearing';

/** The decisions of a lineage that somebody should hear of, and which of them were told (6). */
export interface Told {
  readonly needing: readonly Decision[];
  /** Of these everybody who should hear was told. */
  readonly told: readonly Decision[];
  /** Hours from the decision until the last of them was told otherwise than by being there; null where nobody was. */
  readonly medianHours: number | null;
  /** When each of those who were not there was told; null: not yet. */
  readonly later: ReadonlyMap<Decision, readonly (Instant | null)[]>;
}

/** What was asked, answered and agreed: without it nobody is known to hear by it. */
export interface Consulted {
  readonly consulting?: readonly ConsultFact[];
  readonly agreements?: readonly AgreementFact[];
  /** Of all meetings; without it those of the one in question. */
  readonly oneToOnes?: readonly Person[];
  /** Occurrences of other meetings in which decisions of this one got a later state (10.2). */
  readonly elsewhere?: readonly JudgedOccurrence[];
}

/** A decision is told when everybody was who should hear of it. One who was told is not everybody. */
export function toldOf(
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly Telling[],
  consulted: Consulted = {},
  span?: Span,
): Told {
  const hearing = hearingIn(lineage, recaps, consulted);
  const needing: Decision[] = [];
  const later = new Map<Decision, readonly (Instant | null)[]>();
  for (const decision of decisions) {
    const { decidedAt } = decision;
    if (!isOfLineage(lineage, decision)) continue;
    if (span !== undefined && (decidedAt < span.start || decidedAt >= span.end)) continue;
    const should = hearing(decision);
    if (should.length === 0) continue;
    needing.push(decision);
    later.set(
      decision,
      should.flatMap(({ told }) => (told === 'there' ? [] : [told])),
    );
  }
  const told = needing.filter((one) => later.get(one)?.every((at) => at !== null));
  const hours = told.flatMap((one) => {
    const times = (later.get(one) ?? []).filter((at) => at !== null);
    return times.length === 0 ? [] : [Math.max(0, Math.max(...times) - one.decidedAt) / HOUR];
  });
  return { needing, told, medianHours: median(hours), later };
}

/** Asked of many decisions of one lineage: who should hear, and when they were told. */
export function hearingIn(
  lineage: Pick<JudgedLineage, 'occurrences' | 'people' | 'oneToOne' | 'keptSince' | 'stopped' | 'single'>,
  recaps: readonly Telling[],
  { consulting = [], agreements = [], oneToOnes = oneToOnesOf(lineage), elsewhere = [] }: Consulted,
): (decision: Decision) => readonly Hearer[] {
  const homes = new Map<OccurrenceKey, JudgedOccurrence>(
    [...elsewhere, ...lineage.occurrences].map((one) => [one.key, one]),
  );
  const owner = ownerOf(lineage);
  const views: readonly AgreementView[] = agreementViews(agreements);
  const sent = grouped(sentRecaps(recaps), ({ decisions }) => decisions);
  const courses = grouped(consulting, ({ decision }) => [decision]);
  return (decision) =>
    hearersOf(decisionHistory(decision, courses.get(decision.id) ?? [], Number.POSITIVE_INFINITY), {
      ...{ homes, needed: decision.series === null ? [] : lineage.people, oneToOnes, views, owner },
      recaps: sent.get(decision.id) ?? [],
    });
}

const ownerOf = ({ occurrences }: Pick<JudgedLineage, 'occurrences'>): Person | null =>
  occurrences.flatMap(({ people }) => people).find(({ isOwner }) => isOwner)?.person ?? null;

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export const occurrencesIn = (decisions: readonly Decision[]): readonly OccurrenceKey[] => [
  ...new Set(decisions.flatMap(({ occurrence }) => (occurrence === null ? [] : [occurrence]))),
];
