import { isKeptInParts, keptOf, widenedAt } from '../facts/entered/keeping';
import type { Keeping } from '../facts/entered/rules';
import type { Fact } from '../facts/log/fact';
import { getOr } from '../facts/log/fact-index';
import type { SweepMark } from '../facts/log/history';
import { type OccurrenceKey, type SeriesId, seriesOf } from '../facts/things/occurrence';
import { HOUR, type Span } from '../time/time';

/** What of series that are kept in parts (10.3) may stand in the log; of all others everything. */
export interface Wanted {
  readonly wants: (occurrence: OccurrenceKey) => boolean;
  readonly wantsAll: (series: SeriesId) => boolean;
}

/** Nobody opted in to the other occurrences: nothing of them is written down. */
export function wantedIn(facts: readonly Fact[]): Wanted {
  // Joined with a lineage it is one log (5.6), and as much of it is kept.
  const joined = new Set(
    facts.flatMap((fact) => (fact.kind === 'lineage' && fact.same ? [fact.earlier, fact.later] : [])),
  );
  const parts = new Map<SeriesId, ReadonlySet<OccurrenceKey>>();
  for (const [series, keeping] of keepingOf(facts)) {
    const kept = keptOf(keeping);
    if (isKeptInParts(kept) && !joined.has(series)) parts.set(series, new Set(kept.alone.keys()));
  }
  return {
    wants: (occurrence) => parts.get(seriesOf(occurrence))?.has(occurrence) ?? true,
    wantsAll: (series) => !parts.has(series),
  };
}

/** Who stays long, or comes early, is there near the time at which it was planned or stood. */
const AROUND = 12 * HOUR;

/** Around what times sessions of a series are asked for; null: at all times. */
export function sessionsWanted(facts: readonly Fact[], series: SeriesId): readonly Span[] | null {
  const { wants, wantsAll } = wantedIn(facts);
  if (wantsAll(series)) return null;
  return facts.flatMap((fact) =>
    fact.kind === 'sighting' && seriesOf(fact.occurrence) === series && wants(fact.occurrence)
      ? [around(fact.original), around(fact.span)]
      : [],
  );
}

const around = ({ start, end }: Span): Span => ({ start: start - AROUND, end: end + AROUND });

/** Without those of looks at less of their series than is kept now: they say nothing of the rest. */
export function marksThatHold(marks: readonly SweepMark[], facts: readonly Fact[]): readonly SweepMark[] {
  const keeping = keepingOf(facts);
  return marks.filter(
    ({ series, sweptAt }) => sweptAt >= (widenedAt(keeping.get(series) ?? []) ?? Number.NEGATIVE_INFINITY),
  );
}

function keepingOf(facts: readonly Fact[]): ReadonlyMap<SeriesId, readonly Keeping[]> {
  const all = new Map<SeriesId, Keeping[]>();
  for (const fact of facts) {
    if (fact.kind === 'keeping') getOr(all, fact.series, () => []).push(fact);
  }
  return all;
}
