import { type OccurrenceKey, seriesOf } from '../../domain/facts/things/occurrence';
import type { Instant } from '../../domain/time/time';
import type { Ports } from '../ports';

/** When an occurrence begins, as it was last judged; null: none is known. */
export async function startOf({ ledger }: Ports, key: OccurrenceKey | null): Promise<Instant | null> {
  if (key === null) return null;
  const latest = (await ledger.opening(seriesOf(key)))?.lineage;
  const isIt = (one: { readonly key: OccurrenceKey }) => one.key === key;
  const there = latest?.occurrences.find(isIt) ?? (await ledger.view(seriesOf(key)))?.occurrences.find(isIt);
  return there?.effective.start ?? null;
}
