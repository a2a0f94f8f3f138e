import type { Fact } from '../domain/facts/fact';
import type { Forgetting } from '../domain/forget/forgetting';
import { createSieve, type Limit, limitsIn } from '../domain/forget/sieve';
import { portrait } from './adding';
import { type Book, factsIn, pageOf } from './book';
import { joinsIn } from './kinship';
import { type EntryRecord, NO_DAY, type SeriesRecord } from './records';
import type { Reading, Writing } from './store';

/** Beside the entries, so that every adding can ask for it at once. */
const NAME = 'limits';

/** Whom the log must not name any more, and up to which month it holds no facts about persons. */
export async function limitsOf(tx: Reading): Promise<readonly Limit[]> {
  const kept = (await tx.get('meta', NAME))?.value ?? [];
  // Damaged: nobody must come back for that.
  return Array.isArray(kept) ? kept : limitsAmong(await tx.all('entries'));
}

const limitsAmong = (entries: readonly EntryRecord[]): readonly Limit[] =>
  limitsIn(entries.map(({ fact }) => fact)).map(withoutCounts);

/** As the entries say it; in the transaction that rebuilds. */
export async function renewLimits(tx: Writing): Promise<void> {
  const value = limitsAmong(await tx.all('entries'));
  if (value.length > 0) tx.put('meta', { name: NAME, value });
}

export interface Heeded {
  /** What is left of the facts given. */
  readonly facts: readonly Fact[];
  /** There is a limit now that was not there before: everything kept so far has to be looked through. */
  readonly anew: Forgetting | null;
}

/** Takes out of facts what must not be kept before they are added, limits among these facts included. */
export async function heed(tx: Writing, facts: readonly Fact[]): Promise<Heeded> {
  const { all, isAdded } = await limitsWith(tx, facts);
  if (all.length === 0) return { facts, anew: null };
  if (isAdded) tx.put('meta', { name: NAME, value: all });
  const sieve = sieveOf(all);
  const left = facts.map(sieve.fact).filter((fact) => fact !== null);
  return { facts: left, anew: isAdded ? sieve : null };
}

/** What would have to go through everything kept so far if these facts were added; null where nothing would. */
export async function newSieve(tx: Reading, facts: readonly Fact[]): Promise<Forgetting | null> {
  const { all, isAdded } = await limitsWith(tx, facts);
  return isAdded ? sieveOf(all) : null;
}

async function limitsWith(tx: Reading, facts: readonly Fact[]) {
  const known = await limitsOf(tx);
  const ids = new Set(known.map(({ id }) => id));
  const added = limitsIn(facts).filter(({ id }) => !ids.has(id));
  const all = [...known, ...new Map(added.map((one) => [one.id, withoutCounts(one)])).values()];
  return { all, isAdded: added.length > 0 };
}

/** Here only the month matters; the counts lie with their series. */
const withoutCounts = (limit: Limit): Limit => (limit.kind === 'reduced' ? { ...limit, months: [] } : limit);

let last: { readonly ids: string; readonly sieve: Forgetting } | null = null;

/** Digests are dear, and a sweep brings the same people every time. */
function sieveOf(limits: readonly Limit[]): Forgetting {
  const ids = limits.map(({ id }) => id).join();
  if (last?.ids !== ids) last = { ids, sieve: createSieve(limits) };
  return last.sieve;
}

/** The record of a series as its facts make it. */
export const fromFacts = (book: Book, record: SeriesRecord): SeriesRecord => ({
  ...record,
  ...portrait({ faces: [], people: [] }, factsIn(book, record.number)),
  joins: joinsIn(pageOf(book, record.number, NO_DAY).facts),
});
