import type { Fact } from '../../facts/log/fact';
import { dateOf, type OccurrenceKey, occurrenceKey } from '../../facts/things/occurrence';
import { DAY, type Instant } from '../../time/time';
import type { JudgedLineage } from '../judged/judged';
import { AHEAD } from '../rows/lineage-input';

/**
 * Until when a kept log can be counted as it is, where nothing new is told: time alone ends what was upcoming, and brings
 * days into reach of which something is known already. Rather too early than too late; null: no end is known.
 */
export function outcomesUntil(
  { occurrences }: Pick<JudgedLineage, 'occurrences'>,
  facts: readonly Fact[],
  now: Instant,
): Instant | null {
  // 2.11: told by a clock that goes ahead, of a meeting that has not begun.
  if (facts.some((fact) => momentOf(fact) > now)) return now;
  const known = new Set(occurrences.map(({ key }) => key));
  const ahead = facts.flatMap(keysIn).filter((key) => !known.has(key) && midnightOf(key) > now);
  const turns = [
    // 2.1: of all outcomes this one ends by itself.
    ...occurrences.flatMap(({ outcome, effective }) => (outcome === 'upcoming' ? [effective.end] : [])),
    ...ahead.map((key) => Math.max(now, midnightOf(key) - DAY - AHEAD)),
  ];
  return turns.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
}

const momentOf = (fact: Fact): Instant =>
  fact.kind === 'report' ? Math.max(fact.recordedAt, fact.session.end) : fact.recordedAt;

/** Occurrences of which something is said; what was sighted is in the log however far ahead it lies. */
function keysIn(fact: Fact): readonly OccurrenceKey[] {
  if (fact.kind === 'series-seen') return fact.cancelledDates.map((date) => occurrenceKey(fact.series, date));
  return 'occurrence' in fact && fact.occurrence !== null ? [fact.occurrence] : [];
}

const midnightOf = (key: OccurrenceKey): Instant => Date.parse(dateOf(key));
