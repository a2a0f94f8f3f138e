import type { Erasure } from '../../domain/facts/entered/erasure';
import type { Reduced } from '../../domain/facts/entered/reduced';
import type { Fact } from '../../domain/facts/log/fact';
import type { Owner } from '../../domain/facts/things/person';
import { entitled } from '../../domain/forget/bounds';
import { asClosedHere } from '../../domain/forget/closed-away';
import type { Forgetting } from '../../domain/forget/forgetting';
import { createSieve, type Limit, limitsIn } from '../../domain/forget/sieve';
import { NO_DAY, type SeriesRecord } from '../store/records';
import type { Reading, Writing } from '../store/store';
import { portrait } from './adding';
import { joinsIn } from './look-alikes';
import { factsIn, pageOf, type UnitOfWork } from './unit-of-work';

/** Beside the entries, so that every adding can ask for it at once. */
const NAME = 'limits';

/** Whom the log must not name any more, and up to which month it holds no facts about persons. */
export async function limitsOf(tx: Reading): Promise<readonly Limit[]> {
  const kept = (await tx.get('meta', NAME))?.value ?? [];
  // Damaged: nobody must come back for that.
  return Array.isArray(kept) ? kept : limitsAmong(tx);
}

async function limitsAmong(tx: Reading): Promise<readonly Limit[]> {
  const owner = ((await tx.get('meta', 'owner'))?.value as Owner | undefined) ?? null;
  const limits = limitsIn((await tx.all('entries')).map(({ fact }) => fact));
  return Promise.all(limits.map((one) => heeded(tx, one, [], owner)));
}

/** As the entries say it; in the transaction that rebuilds. */
export async function renewLimits(tx: Writing): Promise<void> {
  const value = await limitsAmong(tx);
  if (value.length > 0) tx.put('meta', { name: NAME, value });
  else tx.remove('meta', NAME);
}

export interface Heeded {
  /** What is left of the facts given. */
  readonly facts: readonly Fact[];
  /** There is a limit now that was not there before: everything kept so far has to be looked through. */
  readonly anew: Forgetting | null;
  /** Those limits. */
  readonly added: readonly Limit[];
}

/** Takes out of facts what must not be kept before they are added, limits among these facts included. */
export async function heed(tx: Writing, facts: readonly Fact[], owner: Owner | null): Promise<Heeded> {
  const { all, isAdded, added } = await limitsWith(tx, facts, owner);
  if (all.length === 0) return { facts, anew: null, added };
  if (isAdded) tx.put('meta', { name: NAME, value: all });
  const sieve = sieveOf(all);
  const left = facts.map(sieve.fact).filter((fact) => fact !== null);
  return { facts: left, anew: isAdded ? sieve : null, added };
}

/** What would have to go through everything kept so far if these facts were added; null where nothing would. */
export async function newSieve(
  tx: Reading,
  facts: readonly Fact[],
  owner: Owner | null,
): Promise<Forgetting | null> {
  const { all, isAdded } = await limitsWith(tx, facts, owner);
  return isAdded ? sieveOf(all) : null;
}

async function limitsWith(tx: Reading, facts: readonly Fact[], owner: Owner | null) {
  const known = await limitsOf(tx);
  const ids = new Set(known.map(({ id }) => id));
  const added = new Map<string, Limit>();
  for (const one of limitsIn(facts)) {
    if (!ids.has(one.id)) added.set(one.id, await heeded(tx, one, facts, owner));
  }
  return { all: [...known, ...added.values()], isAdded: added.size > 0, added: [...added.values()] };
}

/** A limit as it is heeded: of a reduction its month and what is closed, of an erasure only what its digests name. */
async function heeded(
  tx: Reading,
  limit: Limit,
  added: readonly Fact[],
  owner: Owner | null,
): Promise<Limit> {
  if (limit.kind === 'reduced') {
    const own = limit.closed === undefined ? [] : (await tx.all('entries')).map(({ fact }) => fact);
    return asClosedHere(withoutCounts(limit), [...own, ...added]);
  }
  const { alone, entries } = limit;
  if (alone.length === 0 && entries.length === 0) return limit;
  const own = owner === null ? [] : [owner.key, ...(owner.otherAddresses ?? [])];
  return entitled(limit, [...(await factsAbout(tx, limit)), ...added], own);
}

/** What is known of the meetings and entries that an erasure lists. */
async function factsAbout(tx: Reading, { alone, entries }: Erasure): Promise<readonly Fact[]> {
  const records = await Promise.all(alone.map((series) => tx.get('series', series)));
  const pages = await Promise.all(records.flatMap((one) => (one ? [tx.pagesOf(one.number)] : [])));
  const listed = (await Promise.all(entries.map((id) => tx.get('entries', id)))).flatMap(
    (entry) => entry?.fact ?? [],
  );
  const agreed = listed.flatMap((fact) => (fact.kind === 'agreement-reply' ? [fact.agreement] : []));
  const agreements = await Promise.all(agreed.map((id) => tx.get('entries', id)));
  return [
    ...pages.flat().flatMap(({ facts }) => facts),
    ...listed,
    ...agreements.flatMap((one) => one?.fact ?? []),
  ];
}

/** Here the counts do not matter; they lie with their series. */
const withoutCounts = (limit: Reduced): Reduced => ({ ...limit, months: [] });

let last: readonly { readonly of: string; readonly sieve: Forgetting }[] = [];

/** Digests are dear, and a sweep brings the same people every time. */
export function sieveOf(limits: readonly Limit[]): Forgetting {
  // By all they say: two machines may have given one id to two of them.
  const of = JSON.stringify(limits);
  const known = last.find((one) => one.of === of) ?? { of, sieve: createSieve(limits) };
  // Of what stands, and of what was undone.
  last = [known, ...last.filter((one) => one !== known)].slice(0, 2);
  return known.sieve;
}

/** The record of a series as its facts make it. */
export const fromFacts = (unit: UnitOfWork, record: SeriesRecord): SeriesRecord => ({
  ...record,
  ...portrait({ faces: [], people: [] }, factsIn(unit, record.number)),
  joins: joinsIn(pageOf(unit, record.number, NO_DAY).facts),
});
