import type { Fact } from '../../domain/facts/log/fact';
import { isEntry } from '../../domain/facts/log/kinds';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { PersonKey } from '../../domain/facts/things/person';
import type { LocalDate } from '../../domain/time/time';
import { editionOf } from '../store/edition';
import type { Meter } from '../store/meter';
import { addressOf } from '../store/page-address';
import {
  type Counts,
  type EntryRecord,
  NO_COUNTS,
  NOWHERE,
  type Page,
  type PersonPage,
  pageName,
  type SeriesRecord,
} from '../store/records';
import { breathe, type Reading, type Writing } from '../store/store';
import { rootsOf } from './look-alikes';
import type { CachedRecords, PaneCache } from './pane-cache';

/**
 * What one transaction holds open: the records it has read, with the changes it will put in the end.
 * Records are replaced, never edited; whatever was replaced is put once.
 */
export interface UnitOfWork extends CachedRecords {
  readonly tx: Reading;
  /** The series as they were when the unit of work was opened. */
  readonly before: ReadonlyMap<number, SeriesRecord>;
  readonly entries: Map<string, EntryRecord>;
  readonly changedPages: Map<string, Page>;
  readonly changedPeople: Set<PersonKey>;
  readonly changedEntries: Set<string>;
  counts: Counts;
}

/** @param cache Where this pane may have what it would read. */
export async function beginUnit(tx: Reading, cache?: PaneCache): Promise<UnitOfWork> {
  const [edition, counts] = await Promise.all([editionOf(tx), tx.get('meta', 'counts')]);
  const known = cache?.take(edition) ?? (await readSeries(tx, edition));
  return {
    ...known,
    tx,
    before: new Map(known.series),
    entries: new Map(),
    changedPages: new Map(),
    changedPeople: new Set(),
    changedEntries: new Set(),
    counts: (counts?.value as Counts | undefined) ?? NO_COUNTS,
  };
}

async function readSeries(tx: Reading, edition: number): Promise<CachedRecords> {
  const records = await tx.all('series');
  return {
    edition,
    series: new Map(records.map((record) => [record.number, record])),
    numbers: new Map(records.map((record) => [record.series, record.number])),
    pages: new Map(),
    people: new Map(),
    lineages: new Map(),
  };
}

/** What the next transaction can go on with. */
export const cachedFrom = (
  { series, numbers, pages, people, lineages }: UnitOfWork,
  edition: number,
): CachedRecords => ({ edition, series, numbers, pages, people, lineages });

/** Reads the pages of these series, once. */
export async function loadPages(unit: UnitOfWork, numbers: Iterable<number>): Promise<void> {
  const missing = [...new Set(numbers)].filter((number) => !unit.pages.has(number));
  const read = await Promise.all(missing.map((number) => unit.tx.pagesOf(number)));
  for (const [at, number] of missing.entries()) {
    unit.pages.set(number, new Map((read[at] ?? []).map((page) => [page.date, page])));
  }
}

/** Reads the facts about these people, once. */
export async function loadPeople(unit: UnitOfWork, people: Iterable<PersonKey>): Promise<void> {
  const missing = [...new Set(people)].filter((person) => !unit.people.has(person));
  const read = await Promise.all(missing.map((person) => unit.tx.get('people', person)));
  for (const [at, person] of missing.entries()) {
    unit.people.set(person, read[at] ?? { person, facts: [] });
  }
}

/** Reads the entries with these ids, those that are there. */
export async function loadEntries(unit: UnitOfWork, ids: Iterable<string>): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !unit.entries.has(id));
  const read = await Promise.all(missing.map((id) => unit.tx.get('entries', id)));
  for (const entry of read) if (entry) unit.entries.set(entry.id, entry);
}

export const pageOf = (unit: UnitOfWork, number: number, date: LocalDate): Page =>
  unit.pages.get(number)?.get(date) ?? { number, date, facts: [], judged: null };

export function putPage(unit: UnitOfWork, page: Page): void {
  const pages = unit.pages.get(page.number);
  if (!pages) throw new Error(`Pages of series ${page.number} were not read before writing`);
  const before = pages.get(page.date);
  count(unit, {
    pages: before === undefined ? 1 : 0,
    facts: page.facts.length - (before?.facts.length ?? 0),
  });
  pages.set(page.date, page);
  unit.changedPages.set(pageName(page), page);
}

export function putPerson(unit: UnitOfWork, page: PersonPage): void {
  count(unit, { facts: page.facts.length - (unit.people.get(page.person)?.facts.length ?? 0) });
  unit.people.set(page.person, page);
  unit.changedPeople.add(page.person);
}

export function putEntry(unit: UnitOfWork, entry: EntryRecord): void {
  count(unit, { entries: unit.entries.has(entry.id) ? 0 : 1 });
  unit.entries.set(entry.id, entry);
  unit.changedEntries.add(entry.id);
}

/** Takes a page out, and its facts with it. */
export function removePage(tx: Writing, unit: UnitOfWork, { number, date }: Page): void {
  const page = unit.pages.get(number)?.get(date);
  if (page === undefined) return;
  count(unit, { facts: -page.facts.length, pages: -1 });
  unit.pages.get(number)?.delete(date);
  unit.changedPages.delete(pageName(page));
  tx.remove('occurrences', [number, date]);
}

/** Takes a person's page out, and its facts with it. */
export function removePerson(tx: Writing, unit: UnitOfWork, { person, facts }: PersonPage): void {
  count(unit, { facts: -facts.length });
  unit.people.delete(person);
  unit.changedPeople.delete(person);
  tx.remove('people', person);
}

export function removeEntry(tx: Writing, unit: UnitOfWork, { id }: EntryRecord): void {
  count(unit, { entries: -1 });
  unit.entries.delete(id);
  unit.changedEntries.delete(id);
  tx.remove('entries', id);
}

function count(unit: UnitOfWork, { facts = 0, pages = 0, entries = 0 }: Partial<Counts>): void {
  const { counts } = unit;
  unit.counts = {
    facts: counts.facts + facts,
    pages: counts.pages + pages,
    entries: counts.entries + entries,
  };
}

export function putSeries(unit: UnitOfWork, record: SeriesRecord): void {
  unit.series.set(record.number, record);
  unit.numbers.set(record.series, record.number);
}

/** The number of a series, given now if it has none. */
export function numberOf(unit: UnitOfWork, series: SeriesId): number {
  const known = unit.numbers.get(series);
  if (known !== undefined) return known;
  const number = Math.max(0, ...unit.series.keys()) + 1;
  putSeries(unit, { series, number, root: number, faces: [], people: [], joins: [] });
  unit.pages.set(number, new Map());
  return number;
}

export const factsIn = (unit: UnitOfWork, number: number): readonly Fact[] =>
  [...(unit.pages.get(number)?.values() ?? [])].flatMap((page) => page.facts);

/** These facts as the open unit of work holds them; their pages, people and entries have been read. */
export function heldIn(unit: UnitOfWork, facts: readonly Fact[]): readonly Fact[] {
  const pages = new Map<readonly Fact[], ReadonlyMap<string, Fact>>();
  const find = (there: readonly Fact[], id: string): Fact | undefined => {
    const byId = pages.get(there) ?? new Map(there.map((fact) => [fact.id, fact]));
    pages.set(there, byId);
    return byId.get(id);
  };
  return facts.flatMap((fact) => {
    const place = addressOf(fact);
    if (isEntry(fact)) return unit.entries.get(fact.id)?.fact ?? [];
    if (place.with === 'person') return find(unit.people.get(place.person)?.facts ?? [], fact.id) ?? [];
    if (place.with === 'entry') return [];
    const number = place.series === null ? NOWHERE : unit.numbers.get(place.series);
    return number === undefined ? [] : (find(pageOf(unit, number, place.date).facts, fact.id) ?? []);
  });
}

export const membersOf = (unit: UnitOfWork, root: number): readonly SeriesRecord[] =>
  [...unit.series.values()].filter((record) => record.root === root);

/** How many pages of a lineage have been read. */
export const pagesIn = (unit: UnitOfWork, root: number): number =>
  membersOf(unit, root).reduce((sum, { number }) => sum + (unit.pages.get(number)?.size ?? 0), 0);

/** After answers were added: which series now form a lineage. */
export function renewRoots(unit: UnitOfWork): void {
  for (const [number, root] of rootsOf([...unit.series.values()])) {
    const record = unit.series.get(number);
    if (record && record.root !== root) putSeries(unit, { ...record, root });
  }
}

/** Puts whatever changed. No put is awaited: the transaction waits for all of them. */
export async function putUnit(unit: UnitOfWork, tx: Writing, meter?: Meter): Promise<void> {
  for (const record of unit.series.values()) {
    if (unit.before.get(record.number) !== record) tx.put('series', record);
  }
  for (const page of unit.changedPages.values()) {
    tx.put('occurrences', page);
    meter?.did(1);
    await breathe(tx);
  }
  for (const person of unit.changedPeople) {
    const page = unit.people.get(person);
    if (page) tx.put('people', page);
  }
  for (const id of unit.changedEntries) {
    const entry = unit.entries.get(id);
    if (entry) tx.put('entries', entry);
  }
  tx.put('meta', { name: 'counts', value: unit.counts });
}
