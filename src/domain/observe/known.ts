import { surelySeenAt } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import type { Missing, Sighting } from '../facts/observed/sighting';
import { type OccurrenceKey, type SeriesId, seriesOf } from '../facts/things/occurrence';
import type { SeriesSeen } from '../facts/things/series';
import type { Instant } from '../time/time';

/** The last thing the calendar said about an occurrence. */
export interface LastSeen {
  readonly occurrence: OccurrenceKey;
  /** Null: it was only ever noted as missing. */
  readonly sighting: Sighting | null;
  /** The last look did not show it. */
  readonly missing: boolean;
  readonly seenAt: Instant;
}

/** The latest state of everything the facts speak of, in whatever order they came. */
export interface Known {
  readonly series: ReadonlyMap<SeriesId, SeriesSeen>;
  readonly occurrences: ReadonlyMap<OccurrenceKey, LastSeen>;
  readonly occurrencesOf: ReadonlyMap<SeriesId, readonly LastSeen[]>;
}

export function knownFrom(facts: readonly Fact[]): Known {
  const series = new Map<SeriesId, SeriesSeen>();
  const sightings = new Map<OccurrenceKey, Sighting>();
  const missings = new Map<OccurrenceKey, Missing>();
  for (const fact of facts) {
    if (fact.kind === 'series-seen') keepLater(series, fact.series, fact);
    if (fact.kind === 'sighting') keepLater(sightings, fact.occurrence, fact);
    if (fact.kind === 'missing') keepLater(missings, fact.occurrence, fact);
  }
  const occurrences = new Map<OccurrenceKey, LastSeen>();
  const occurrencesOf = new Map<SeriesId, LastSeen[]>();
  for (const occurrence of new Set([...sightings.keys(), ...missings.keys()])) {
    const sighting = sightings.get(occurrence) ?? null;
    const gone = missings.get(occurrence);
    const missing = gone !== undefined && (sighting === null || surelySeenAt(sighting) < surelySeenAt(gone));
    const looks = [sighting, gone].flatMap((seen) => (seen ? [surelySeenAt(seen)] : []));
    const seenAt = Math.max(...looks);
    const last: LastSeen = { occurrence, sighting, missing, seenAt };
    occurrences.set(occurrence, last);
    const others = occurrencesOf.get(seriesOf(occurrence));
    if (others === undefined) occurrencesOf.set(seriesOf(occurrence), [last]);
    else others.push(last);
  }
  return { series, occurrences, occurrencesOf };
}

function keepLater<Key, Seen extends Sighting | Missing | SeriesSeen>(
  into: Map<Key, Seen>,
  key: Key,
  seen: Seen,
): void {
  const other = into.get(key);
  const later = other === undefined ? 1 : surelySeenAt(seen) - surelySeenAt(other);
  if (later > 0 || (later === 0 && other !== undefined && other.id < seen.id)) into.set(key, seen);
}
