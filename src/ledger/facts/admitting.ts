import type { Fact } from '../../domain/facts/log/fact';
import { DELETING, deletionFault, neverHeeded } from '../../domain/forget/bounds';
import type { Instant } from '../../domain/time/time';
import type { Store } from '../store/store';

/** From whom facts come: a person at this pane, the shared folder, a file somebody chose. */
export type Origin = 'here' | 'folder' | 'file';

/**
 * The one gate through which facts enter the log: what deletes and goes beyond its bounds (9) stays outside, whoever
 * says it. The same facts where all of them may enter.
 */
export async function admitted(
  store: Store,
  facts: readonly Fact[],
  from: Origin,
  now: Instant,
): Promise<readonly Fact[]> {
  if (!facts.some(({ kind }) => DELETING.includes(kind))) return facts;
  if (from === 'here') return keeping(facts, (fact) => !neverHeeded(fact, now));
  const entries = await store.read(['entries'], (tx) => tx.all('entries'));
  const known = new Set(entries.map(({ id }) => id));
  const bounds = { latest: now, facts: [...entries.map(({ fact }) => fact), ...facts] };
  return keeping(facts, (fact) => known.has(fact.id) || deletionFault(fact, bounds) === null);
}

function keeping(facts: readonly Fact[], may: (fact: Fact) => boolean): readonly Fact[] {
  const left = facts.filter(may);
  return left.length === facts.length ? facts : left;
}
