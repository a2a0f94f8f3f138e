import type { Fact } from '../../domain/facts/log/fact';
import { isByHand, isEntry } from '../../domain/facts/log/kinds';
import { mergeFacts } from '../../domain/facts/log/log';
import type { PersonKey } from '../../domain/facts/things/person';
import type { LocalDate } from '../../domain/time/time';
import { addressOf, peopleIn } from '../store/page-address';
import { NO_DAY, NOWHERE, type SeriesRecord } from '../store/records';
import { breathe } from '../store/store';
import { distinctFeatures, joinsIn, seriesFeaturesOf } from './look-alikes';
import {
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
  type UnitOfWork,
} from './unit-of-work';

/** What came of adding: the facts that were new, and what they are about. */
export interface Added {
  readonly fresh: readonly Fact[];
  readonly numbers: ReadonlySet<number>;
  readonly people: ReadonlySet<PersonKey>;
}

type Undo = Extract<Fact, { kind: 'undo' }>;

/**
 * Puts facts that are not yet known where they belong, in the open unit of work. Of a known observation that another machine
 * tells otherwise (it looked at another time) the first one stays, and where logs `settle` the one that all machines
 * agree on (see domain/facts/log/log.ts).
 */
export async function addFacts(
  unit: UnitOfWork,
  facts: readonly Fact[],
  settle: Settle | null = null,
): Promise<Added> {
  const entries = facts.filter(isEntry);
  const undos = facts.filter((fact): fact is Undo => fact.kind === 'undo' && fact.person === undefined);
  const numbers = facts.flatMap((fact) => {
    const place = addressOf(fact);
    if (place.with !== 'series') return [];
    return [place.series === null ? NOWHERE : numberOf(unit, place.series)];
  });
  const regarded = facts.map(addressOf).flatMap((place) => (place.with === 'person' ? [place.person] : []));
  await Promise.all([
    loadPages(unit, entries.length > 0 ? [...numbers, NOWHERE] : numbers),
    loadPeople(unit, regarded),
  ]);
  const waiting = pageOf(unit, NOWHERE, NO_DAY).facts.map(({ id }) => id);
  await loadEntries(unit, [...entries.map(({ id }) => id), ...undos.map(({ of }) => of), ...waiting]);
  const people = new Set<PersonKey>();
  const adding = createAdding(unit, settle);
  for (const fact of facts) {
    await breathe(unit.tx);
    const place = addressOf(fact);
    if (place.with === 'person' && adding.toPerson(place.person, fact)) people.add(place.person);
    if (place.with === 'series') {
      const number = place.series === null ? NOWHERE : numberOf(unit, place.series);
      adding.toPage(number, place.date, fact);
    }
    // The other series of an answer needs a number to be joined by.
    if (fact.kind === 'lineage') numberOf(unit, fact.later);
    if (fact.kind === 'recognized') numberOf(unit, fact.is);
  }
  await loadPages(
    unit,
    undos.flatMap(({ of }) => unit.entries.get(of)?.number ?? []),
  );
  adding.undos(undos);
  const fresh = adding.fresh();
  for (const [number, theirs] of adding.byNumber()) renewSeries(unit, number, theirs);
  renewRoots(unit);
  const named = [...unit.series.keys()].filter((number) => !unit.before.has(number));
  const numbersAdded = [...adding.byNumber().keys()].filter(isSeries);
  return { fresh, numbers: new Set([...numbersAdded, ...named]), people };
}

/** Whether a known observation may be told otherwise. */
type Settle = (known: Fact) => boolean;

const isSeries = (number: number): boolean => number !== NOWHERE;

function createAdding(unit: UnitOfWork, settle: Settle | null) {
  const fresh: Fact[] = [];
  const added = new Map<number, Fact[]>();
  const ids = new Map<number, Set<string>>();
  const idsOf = (number: number) => {
    const there = ids.get(number) ?? new Set(factsIn(unit, number).map(({ id }) => id));
    ids.set(number, there);
    return there;
  };

  function toPage(number: number, date: LocalDate, fact: Fact): void {
    if (isEntry(fact) && unit.entries.has(fact.id)) return;
    if (idsOf(number).has(fact.id)) {
      settleOn(number, date, fact);
      return;
    }
    place(number, date, fact);
    fresh.push(fact);
  }

  function place(number: number, date: LocalDate, fact: Fact): void {
    const page = pageOf(unit, number, date);
    putPage(unit, { ...page, facts: [...page.facts, fact] });
    // A file of Teams can be taken back as well: an undo finds it by its id.
    if (isByHand(fact)) putEntry(unit, { id: fact.id, number, date, fact });
    idsOf(number).add(fact.id);
    noteAdded(number, fact);
  }

  function noteAdded(number: number, fact: Fact): void {
    const theirs = added.get(number) ?? [];
    theirs.push(fact);
    added.set(number, theirs);
  }

  function settleOn(number: number, date: LocalDate, fact: Fact): void {
    const page = pageOf(unit, number, date);
    const settled = isEntry(fact) ? null : settledIn(page.facts, fact, settle);
    if (settled === null) return;
    putPage(unit, { ...page, facts: settled });
    noteAdded(number, fact);
  }

  function toPerson(person: PersonKey, fact: Fact): boolean {
    const page = unit.people.get(person) ?? { person, facts: [] };
    if (page.facts.some(({ id }) => id === fact.id)) {
      const settled = settledIn(page.facts, fact, settle);
      if (settled !== null) putPerson(unit, { ...page, facts: settled });
      return settled !== null;
    }
    putPerson(unit, { ...page, facts: [...page.facts, fact] });
    if (isEntry(fact)) putEntry(unit, { id: fact.id, number: NOWHERE, date: NO_DAY, fact });
    fresh.push(fact);
    return true;
  }

  /** An `undo` lies with what it takes back. It can come first (merged logs): then it waits nowhere. */
  function undos(given: readonly Undo[]): void {
    const isFresh = (undo: Undo) => !unit.entries.has(undo.id);
    const homeOf = (undo: Undo) => {
      const entry = unit.entries.get(undo.of);
      return entry && isSeries(entry.number) ? entry : null;
    };
    for (const undo of given.filter(isFresh)) toPage(NOWHERE, NO_DAY, undo);
    let moved = true;
    while (moved) {
      const waiting = pageOf(unit, NOWHERE, NO_DAY);
      const homing = waiting.facts.filter(
        (fact): fact is Undo => fact.kind === 'undo' && homeOf(fact) !== null,
      );
      if (homing.length > 0) {
        putPage(unit, { ...waiting, facts: waiting.facts.filter((fact) => !homing.includes(fact as Undo)) });
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
function renewSeries(unit: UnitOfWork, number: number, added: readonly Fact[]): void {
  const record = unit.series.get(number);
  if (!record) return;
  const answered = added.some(({ kind }) => kind === 'lineage' || kind === 'recognized' || kind === 'undo');
  putSeries(unit, {
    ...record,
    ...portrait(record, added),
    joins: answered ? joinsIn(pageOf(unit, number, NO_DAY).facts) : record.joins,
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
