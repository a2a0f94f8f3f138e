import type { Fact } from '../../domain/facts/log/fact';
import { isByHand, isEntry } from '../../domain/facts/log/kinds';
import { mergeFacts } from '../../domain/facts/log/log';
import type { PersonKey } from '../../domain/facts/things/person';
import type { LocalDate } from '../../domain/time/time';
import { peopleIn, placeOf } from '../store/place';
import { NO_DAY, NOWHERE, type SeriesRecord } from '../store/records';
import { breathe } from '../store/store';
import {
  type Book,
  factsIn,
  loadEntries,
  loadPages,
  loadPeople,
  numberOf,
  pageOf,
  putEntry,
  putPage,
  putPerson,
  putSeries,
  renewRoots,
} from './book';
import { distinctFeatures, joinsIn, seriesFeaturesOf } from './look-alikes';

/** What came of adding: the facts that were new, and what they are about. */
export interface Added {
  readonly fresh: readonly Fact[];
  readonly numbers: ReadonlySet<number>;
  readonly people: ReadonlySet<PersonKey>;
}

type Undo = Extract<Fact, { kind: 'undo' }>;

/**
 * Puts facts that are not yet known where they belong, in the open book. Of a known observation that another machine
 * tells otherwise (it looked at another time) the first one stays, and where logs `settle` the one that all machines
 * agree on (see domain/facts/log/log.ts).
 */
export async function addFacts(
  book: Book,
  facts: readonly Fact[],
  settle: Settle | null = null,
): Promise<Added> {
  const entries = facts.filter(isEntry);
  const undos = facts.filter((fact): fact is Undo => fact.kind === 'undo' && fact.person === undefined);
  const numbers = facts.flatMap((fact) => {
    const place = placeOf(fact);
    if (place.with !== 'series') return [];
    return [place.series === null ? NOWHERE : numberOf(book, place.series)];
  });
  const regarded = facts.map(placeOf).flatMap((place) => (place.with === 'person' ? [place.person] : []));
  await Promise.all([
    loadPages(book, entries.length > 0 ? [...numbers, NOWHERE] : numbers),
    loadPeople(book, regarded),
  ]);
  const waiting = pageOf(book, NOWHERE, NO_DAY).facts.map(({ id }) => id);
  await loadEntries(book, [...entries.map(({ id }) => id), ...undos.map(({ of }) => of), ...waiting]);
  const people = new Set<PersonKey>();
  const adding = createAdding(book, settle);
  for (const fact of facts) {
    await breathe(book.tx);
    const place = placeOf(fact);
    if (place.with === 'person' && adding.toPerson(place.person, fact)) people.add(place.person);
    if (place.with === 'series') {
      const number = place.series === null ? NOWHERE : numberOf(book, place.series);
      adding.toPage(number, place.date, fact);
    }
    // The other series of an answer needs a number to be joined by.
    if (fact.kind === 'lineage') numberOf(book, fact.later);
    if (fact.kind === 'recognized') numberOf(book, fact.is);
  }
  await loadPages(
    book,
    undos.flatMap(({ of }) => book.entries.get(of)?.number ?? []),
  );
  adding.undos(undos);
  const fresh = adding.fresh();
  for (const [number, theirs] of adding.byNumber()) renewSeries(book, number, theirs);
  renewRoots(book);
  const named = [...book.series.keys()].filter((number) => !book.before.has(number));
  const numbersAdded = [...adding.byNumber().keys()].filter(isSeries);
  return { fresh, numbers: new Set([...numbersAdded, ...named]), people };
}

/** Whether a known observation may be told otherwise. */
type Settle = (known: Fact) => boolean;

const isSeries = (number: number): boolean => number !== NOWHERE;

function createAdding(book: Book, settle: Settle | null) {
  const fresh: Fact[] = [];
  const added = new Map<number, Fact[]>();
  const ids = new Map<number, Set<string>>();
  const idsOf = (number: number) => {
    const there = ids.get(number) ?? new Set(factsIn(book, number).map(({ id }) => id));
    ids.set(number, there);
    return there;
  };

  function toPage(number: number, date: LocalDate, fact: Fact): void {
    if (isEntry(fact) && book.entries.has(fact.id)) return;
    if (idsOf(number).has(fact.id)) {
      settleOn(number, date, fact);
      return;
    }
    place(number, date, fact);
    fresh.push(fact);
  }

  function place(number: number, date: LocalDate, fact: Fact): void {
    const page = pageOf(book, number, date);
    putPage(book, { ...page, facts: [...page.facts, fact] });
    // A file of Teams can be taken back as well: an undo finds it by its id.
    if (isByHand(fact)) putEntry(book, { id: fact.id, number, date, fact });
    idsOf(number).add(fact.id);
    noteAdded(number, fact);
  }

  function noteAdded(number: number, fact: Fact): void {
    const theirs = added.get(number) ?? [];
    theirs.push(fact);
    added.set(number, theirs);
  }

  function settleOn(number: number, date: LocalDate, fact: Fact): void {
    const page = pageOf(book, number, date);
    const settled = isEntry(fact) ? null : settledIn(page.facts, fact, settle);
    if (settled === null) return;
    putPage(book, { ...page, facts: settled });
    noteAdded(number, fact);
  }

  function toPerson(person: PersonKey, fact: Fact): boolean {
    const page = book.people.get(person) ?? { person, facts: [] };
    if (page.facts.some(({ id }) => id === fact.id)) {
      const settled = settledIn(page.facts, fact, settle);
      if (settled !== null) putPerson(book, { ...page, facts: settled });
      return settled !== null;
    }
    putPerson(book, { ...page, facts: [...page.facts, fact] });
    if (isEntry(fact)) putEntry(book, { id: fact.id, number: NOWHERE, date: NO_DAY, fact });
    fresh.push(fact);
    return true;
  }

  /** An `undo` lies with what it takes back. It can come first (merged logs): then it waits nowhere. */
  function undos(given: readonly Undo[]): void {
    const isFresh = (undo: Undo) => !book.entries.has(undo.id);
    const homeOf = (undo: Undo) => {
      const entry = book.entries.get(undo.of);
      return entry && isSeries(entry.number) ? entry : null;
    };
    for (const undo of given.filter(isFresh)) toPage(NOWHERE, NO_DAY, undo);
    let moved = true;
    while (moved) {
      const waiting = pageOf(book, NOWHERE, NO_DAY);
      const homing = waiting.facts.filter(
        (fact): fact is Undo => fact.kind === 'undo' && homeOf(fact) !== null,
      );
      if (homing.length > 0) {
        putPage(book, { ...waiting, facts: waiting.facts.filter((fact) => !homing.includes(fact as Undo)) });
      }
      for (const undo of homing) {
        const home = homeOf(undo);
        if (home) place(home.number, home.date, undo);
      }
      moved = homing.length > 0;
    }
  }

  return { toPage, toPerson, undos, fresh: () => fresh, byNumber: () => added };
}

/** The facts with this one in place of the known one; null where the known one stays. */
function settledIn(facts: readonly Fact[], fact: Fact, settle: Settle | null): readonly Fact[] | null {
  const known = settle && facts.find(({ id }) => id === fact.id);
  if (!known || !settle(known) || JSON.stringify(known) === JSON.stringify(fact)) return null;
  const [chosen] = mergeFacts([known], [fact]);
  return chosen === fact ? facts.map((one) => (one === known ? fact : one)) : null;
}

/** What the record of a series says of its facts, with some facts more. */
function renewSeries(book: Book, number: number, added: readonly Fact[]): void {
  const record = book.series.get(number);
  if (!record) return;
  const answered = added.some(({ kind }) => kind === 'lineage' || kind === 'recognized' || kind === 'undo');
  putSeries(book, {
    ...record,
    ...portrait(record, added),
    joins: answered ? joinsIn(pageOf(book, number, NO_DAY).facts) : record.joins,
  });
}

export function portrait(
  record: Pick<SeriesRecord, 'faces' | 'people'>,
  facts: readonly Fact[],
): Pick<SeriesRecord, 'faces' | 'people'> {
  return {
    faces: distinctFeatures([
      ...record.faces,
      ...facts.map(seriesFeaturesOf).filter((face) => face !== null),
    ]),
    people: [...new Set([...record.people, ...facts.flatMap(peopleIn)])].sort(),
  };
}
