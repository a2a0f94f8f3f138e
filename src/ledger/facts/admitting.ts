import type { Reduced } from '../../domain/facts/entered/reduced';
import type { Fact } from '../../domain/facts/log/fact';
import { isDeleting } from '../../domain/facts/log/kinds';
import { deletionFault, neverHeeded } from '../../domain/forget/bounds';
import { asClosedHere } from '../../domain/forget/closed-away';
import { createSieve } from '../../domain/forget/sieve';
import type { Instant } from '../../domain/time/time';
import type { Store } from '../store/store';
import { heldErasures } from './aside';
import { heldBack, holdBack } from './held-back';
import { allFacts } from './read-facts';

/** From whom facts come: a person at this pane, the shared folder, a file somebody chose. */
export type Origin = 'here' | 'folder' | 'file';

export interface Admitted {
  /** The same list where all of them may enter. */
  readonly facts: readonly Fact[];
  /** So many delete what they may not. */
  readonly turnedAway: number;
}

/**
 * The one gate through which facts enter the log: what deletes and goes beyond its bounds (9) stays outside, whoever
 * says it. What another machine or a file has reduced, and is still here, is held back for a week; an erasure that somebody
 * undid here stays outside.
 */
export async function admitted(
  store: Store,
  given: readonly Fact[],
  from: Origin,
  now: Instant,
): Promise<Admitted> {
  if (!given.some(isDeleting)) return { facts: given, turnedAway: 0 };
  if (from === 'here') return within(given, (fact) => !neverHeeded(fact, now));
  const entries = await store.read(['entries'], (tx) => tx.all('entries'));
  const known = new Set(entries.map(({ id }) => id));
  const bounds = { latest: now, now, facts: [...entries.map(({ fact }) => fact), ...given] };
  const { declined } = await store.read(['meta'], heldErasures);
  const undone = new Set(declined.map(({ id }) => id));
  const asked = undone.size === 0 ? given : given.filter(({ id }) => known.has(id) || !undone.has(id));
  const own = within(asked, (fact) => known.has(fact.id) || deletionFault(fact, bounds) === null);
  const reductions = own.facts.filter((fact) => fact.kind === 'reduced').filter(({ id }) => !known.has(id));
  if (reductions.length === 0) return own;
  const held = await holding(store, reductions);
  return { ...own, facts: held.size === 0 ? own.facts : own.facts.filter(({ id }) => !held.has(id)) };
}

/** Ids of those that would take something, or that somebody undid; the others are heeded at once. */
async function holding(store: Store, reductions: readonly Reduced[]): Promise<ReadonlySet<string>> {
  const { declined } = await heldBack(store);
  const undone = new Set(declined.map(({ id }) => id));
  const anew = reductions.filter(({ id }) => !undone.has(id));
  const facts = anew.length === 0 ? [] : await store.read(['occurrences', 'people'], allFacts);
  const sieve = createSieve(anew.map((one) => asClosedHere(one, facts)));
  if (!facts.some((fact) => sieve.fact(fact) !== fact)) return undone;
  await holdBack(store, anew);
  return new Set(reductions.map(({ id }) => id));
}

function within(given: readonly Fact[], may: (fact: Fact) => boolean): Admitted {
  const left = given.filter(may);
  const turnedAway = given.length - left.length;
  return { facts: turnedAway === 0 ? given : left, turnedAway };
}
