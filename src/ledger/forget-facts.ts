import type { Fact } from '../domain/facts/log/fact';
import type { Owner, PersonKey } from '../domain/facts/things/person';
import type { Forgetting } from '../domain/forget/forgetting';
import { limitsIn } from '../domain/forget/sieve';
import { fromFacts, newSieve } from './facts/erasure-limits';
import { personOfOutbox } from './facts/outbox';
import {
  loadPages,
  putEntry,
  putPage,
  putPerson,
  putSeries,
  removeEntry,
  removePage,
  removePerson,
  renewRoots,
  type UnitOfWork,
} from './facts/unit-of-work';
import { editionOf } from './store/edition';
import type { Meter } from './store/meter';
import { forgetTyped } from './store/pressed-mails';
import { NOWHERE } from './store/records';
import { breathe, type Reading, type Store, type Writing } from './store/store';
import { removeLines } from './views/lines';
import { removeAllLoops } from './views/loop-matters';
import { dropAllResting } from './views/occasions-elsewhere';
import { OUTSIDE, removeOutside } from './views/outside-matters';
import { removeRhythms } from './views/paced-people';

/** Where something has to go, as the log was at this edition. */
interface Reach {
  readonly edition: number;
  readonly numbers: ReadonlySet<number>;
}

/** What of the log said less in the end: series and people whose facts changed. */
export interface Forgotten {
  readonly numbers: ReadonlySet<number>;
  readonly people: ReadonlySet<PersonKey>;
  /** Of some pages nobody knows the series any more, nor in which views they have a part: all were taken away. */
  readonly viewsGone: boolean;
}

/** Pages with something to go are looked at, judged and put, after all were looked through. */
const ROUNDS = 4;

/**
 * Looks through everything kept so far, before the transaction that takes it out: meanwhile everybody may read. Null
 * where these facts forbid nothing that was allowed before.
 */
export async function reachOf(
  store: Store,
  facts: readonly Fact[],
  owner: Owner | null,
  meter: Meter,
): Promise<Reach | null> {
  if (limitsIn(facts).length === 0) return null;
  return store.read(['meta', 'entries', 'series', 'occurrences'], async (tx) => {
    const sieve = await newSieve(tx, facts, owner);
    return sieve === null ? null : look(tx, sieve, meter);
  });
}

async function look(tx: Reading, { fact }: Forgetting, meter: Meter): Promise<Reach> {
  const [edition, all] = await Promise.all([editionOf(tx), tx.count('occurrences')]);
  meter.expect(ROUNDS * all);
  const numbers = new Set<number>();
  let reached = 0;
  for (const number of await numbersIn(tx)) {
    const pages = await tx.pagesOf(number);
    for (const { facts } of pages) {
      if (!numbers.has(number) && facts.some((one) => fact(one) !== one)) numbers.add(number);
      await breathe(tx);
    }
    if (numbers.has(number)) reached += pages.length;
    meter.did(pages.length);
  }
  meter.expect(all + (ROUNDS - 1) * reached);
  return { edition, numbers };
}

/** Of all pages that are there, also of a series that nobody knows any more, as its record was damaged. */
const numbersIn = async (tx: Reading): Promise<ReadonlySet<number>> =>
  new Set((await tx.keys('occurrences')).map((key) => (key as readonly [number, string])[0]));

/**
 * Takes out of the open unit of work whatever must not be kept: of pages, entries, people, series, drafts, and of what waits for
 * the shared folder. Views of what it changed have to be judged again. Where somebody has written since the log was
 * looked through, all of it is.
 */
export async function forgetKept(
  tx: Writing,
  unit: UnitOfWork,
  forgetting: Forgetting,
  reach: Reach | null,
  meter: Meter,
): Promise<Forgotten> {
  const numbers = new Set<number>();
  for (const number of reach?.edition === unit.edition ? reach.numbers : await numbersIn(tx)) {
    await loadPages(unit, [number]);
    if (await forgetPages(tx, unit, number, forgetting, meter)) numbers.add(number);
  }
  const people = await forgetPeople(tx, unit, forgetting);
  await forgetBeside(tx, unit, forgetting);
  for (const number of numbers) {
    const record = unit.series.get(number);
    if (record) putSeries(unit, fromFacts(unit, record));
    await breathe(tx);
  }
  renewRoots(unit);
  const viewsGone = [...numbers].some((number) => number !== NOWHERE && !unit.series.has(number));
  if (viewsGone) await removeViews(tx);
  removeOutside(tx);
  removeRhythms(tx);
  return { numbers, people, viewsGone };
}

async function removeViews(tx: Writing): Promise<void> {
  for (const shelf of ['lineages', 'openings', 'columns'] as const) tx.clear(shelf);
  removeLines(tx);
  await removeAllLoops(tx);
  await dropAllResting(tx, OUTSIDE);
}

/** The same list where nothing of it has to go. */
function leftOf(facts: readonly Fact[], { fact }: Forgetting): readonly Fact[] {
  const left = facts.map(fact).filter((one) => one !== null);
  return left.length === facts.length && left.every((one, at) => one === facts[at]) ? facts : left;
}

/** Says whether anything went. A page without facts is there for its view alone, which is made anew. */
async function forgetPages(
  tx: Writing,
  unit: UnitOfWork,
  number: number,
  forgetting: Forgetting,
  meter: Meter,
): Promise<boolean> {
  const pages = [...(unit.pages.get(number)?.values() ?? [])];
  const left: (readonly Fact[])[] = [];
  for (const { facts } of pages) {
    left.push(leftOf(facts, forgetting));
    meter.did(1);
    await breathe(tx);
  }
  if (pages.every(({ facts }, at) => facts === left[at])) return false;
  // Without its series a page is not judged again; what was judged of it may name them as well.
  const isJudgedAgain = unit.series.has(number);
  for (const [at, page] of pages.entries()) {
    const facts = left[at] ?? [];
    if (facts.length === 0) removePage(tx, unit, page);
    else if (!isJudgedAgain) putPage(unit, { ...page, facts, judged: null });
    else if (facts !== page.facts) putPage(unit, { ...page, facts });
    await breathe(tx);
  }
  return true;
}

async function forgetPeople(tx: Writing, unit: UnitOfWork, forgetting: Forgetting): Promise<Set<PersonKey>> {
  const changed = new Set<PersonKey>();
  for (const page of await tx.all('people')) {
    const facts = leftOf(page.facts, forgetting);
    const isGone = facts.length === 0 || forgetting.mentions(page.person);
    if (isGone) removePerson(tx, unit, page);
    else if (facts !== page.facts) {
      unit.people.set(page.person, page);
      putPerson(unit, { ...page, facts });
    }
    if (isGone || facts !== page.facts) changed.add(page.person);
    await breathe(tx);
  }
  return changed;
}

/** Own entries by their id, drafts, and what waits for the shared folder. */
async function forgetBeside(tx: Writing, unit: UnitOfWork, { fact, mentions }: Forgetting): Promise<void> {
  for (const entry of await tx.all('entries')) {
    const left = fact(entry.fact);
    if (left === null) removeEntry(tx, unit, entry);
    else if (left !== entry.fact) {
      unit.entries.set(entry.id, entry);
      putEntry(unit, { ...entry, fact: left });
    }
    await breathe(tx);
  }
  for (const typed of await tx.all('drafts')) {
    if (mentions(typed.name) || mentions(typed.value)) forgetTyped(tx, typed);
  }
  for (const { name } of await tx.all('meta')) {
    const person = personOfOutbox(name);
    if (person !== null && mentions(person)) tx.remove('meta', name);
  }
}
