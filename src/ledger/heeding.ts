import type { Fact } from '../domain/facts/fact';
import type { Forgetting } from '../domain/forget/forgetting';
import { createSieve, type Limit, limitsIn } from '../domain/forget/sieve';
import { portrait } from './adding';
import { type Book, factsIn, loadPages, pageOf, putBookAnew, putSeries, renewRoots } from './book';
import { joinsIn } from './kinship';
import { removeLines } from './lines';
import type { Meter } from './meter';
import { personOfOutbox } from './outbox';
import { type EntryRecord, NO_COUNTS, NO_DAY, NOWHERE, type Page, type SeriesRecord } from './records';
import { breathe, type Reading, type Writing } from './store';

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
  const known = await limitsOf(tx);
  const ids = new Set(known.map(({ id }) => id));
  const added = limitsIn(facts).filter(({ id }) => !ids.has(id));
  const all = [...known, ...new Map(added.map((one) => [one.id, withoutCounts(one)])).values()];
  if (all.length === 0) return { facts, anew: null };
  if (added.length > 0) tx.put('meta', { name: NAME, value: all });
  const sieve = sieveOf(all);
  const left = facts.map(sieve.fact).filter((fact) => fact !== null);
  return { facts: left, anew: added.length > 0 ? sieve : null };
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

/** Every page is read, looked through, judged and put. */
const ROUNDS = 4;

/**
 * Looks through all that was kept: pages, entries, people, series, drafts, and what waits for the shared folder.
 * Nothing of it is hidden, all of it is written anew. The views are taken away: they have to be judged again.
 */
export async function forgetKept(
  tx: Writing,
  book: Book,
  { fact, mentions }: Forgetting,
  meter: Meter,
): Promise<void> {
  meter.expect(ROUNDS * book.counts.pages);
  const [pages, people, entries, drafts, named] = await Promise.all([
    ...([tx.all('occurrences', meter.did), tx.all('people'), tx.all('entries')] as const),
    ...([tx.all('drafts'), tx.all('meta')] as const),
  ]);
  await loadPages(book, [...book.series.keys(), NOWHERE]);
  const left = (facts: readonly Fact[]) => facts.map(fact).filter((one) => one !== null);
  tx.clear('lineages');
  tx.clear('openings');
  tx.clear('columns');
  removeLines(tx);
  tx.clear('occurrences');
  tx.clear('people');
  tx.clear('entries');
  const kept: Page[] = [];
  for (const page of pages) {
    const facts = left(page.facts);
    if (facts.length > 0) kept.push({ ...page, facts, judged: null });
    meter.did(1);
    await breathe(tx);
  }
  const keptPeople = people
    .map((page) => ({ ...page, facts: left(page.facts) }))
    .filter(({ person, facts }) => facts.length > 0 && !mentions(person));
  const keptEntries = entries.flatMap((entry) => {
    const one = fact(entry.fact);
    return one === null ? [] : [{ ...entry, fact: one }];
  });
  await breathe(tx);
  putBookAnew(book, { pages: kept, people: keptPeople, entries: keptEntries });
  await breathe(tx);
  book.counts = {
    ...NO_COUNTS,
    facts: [...kept, ...keptPeople].reduce((sum, { facts }) => sum + facts.length, 0),
    entries: keptEntries.length,
    pages: kept.length,
  };
  for (const record of [...book.series.values()]) {
    putSeries(book, fromFacts(book, record));
    await breathe(tx);
  }
  renewRoots(book);
  for (const draft of drafts)
    if (mentions(draft.name) || mentions(draft.value)) tx.remove('drafts', draft.name);
  for (const { name } of named) {
    const person = personOfOutbox(name);
    if (person !== null && mentions(person)) tx.remove('meta', name);
  }
}

/** The record of a series as its facts make it. */
export const fromFacts = (book: Book, record: SeriesRecord): SeriesRecord => ({
  ...record,
  ...portrait({ faces: [], people: [] }, factsIn(book, record.number)),
  joins: joinsIn(pageOf(book, record.number, NO_DAY).facts),
});
