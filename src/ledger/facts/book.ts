import type { Fact } from '../../domain/facts/log/fact';
import { isEntry } from '../../domain/facts/log/kinds';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { PersonKey } from '../../domain/facts/things/person';
import type { LocalDate } from '../../domain/time/time';
import { editionOf } from '../store/edition';
import type { Meter } from '../store/meter';
import { placeOf } from '../store/place';
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
import type { Recall, Recalled } from './recall';

/**
 * What one transaction holds open: the records it has read, with the changes it will put in the end.
 * Records are replaced, never edited; whatever was replaced is put once.
 */
export interface Book extends Recalled {
  readonly tx: Reading;
  /** The series as they were when the book was opened. */
  readonly before: ReadonlyMap<number, SeriesRecord>;
  readonly entries: Map<string, EntryRecord>;
  readonly changedPages: Map<string, Page>;
  readonly changedPeople: Set<PersonKey>;
  readonly changedEntries: Set<string>;
  counts: Counts;
}

/** @param recall Where this pane may have what it would read. */
export async function openBook(tx: Reading, recall?: Recall): Promise<Book> {
  const [edition, counts] = await Promise.all([editionOf(tx), tx.get('meta', 'counts')]);
  const known = recall?.take(edition) ?? (await readSeries(tx, edition));
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

async function readSeries(tx: Reading, edition: number): Promise<Recalled> {
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
export const recalledFrom = (
  { series, numbers, pages, people, lineages }: Book,
  edition: number,
): Recalled => ({ edition, series, numbers, pages, people, lineages });

/** Reads the pages of these series, once. */
export async function loadPages(book: Book, numbers: Iterable<number>): Promise<void> {
  const missing = [...new Set(numbers)].filter((number) => !book.pages.has(number));
  const read = await Promise.all(missing.map((number) => book.tx.pagesOf(number)));
  for (const [at, number] of missing.entries()) {
    book.pages.set(number, new Map((read[at] ?? []).map((page) => [page.date, page])));
  }
}

/** Reads the facts about these people, once. */
export async function loadPeople(book: Book, people: Iterable<PersonKey>): Promise<void> {
  const missing = [...new Set(people)].filter((person) => !book.people.has(person));
  const read = await Promise.all(missing.map((person) => book.tx.get('people', person)));
  for (const [at, person] of missing.entries()) {
    book.people.set(person, read[at] ?? { person, facts: [] });
  }
}

/** Reads the entries with these ids, those that are there. */
export async function loadEntries(book: Book, ids: Iterable<string>): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !book.entries.has(id));
  const read = await Promise.all(missing.map((id) => book.tx.get('entries', id)));
  for (const entry of read) if (entry) book.entries.set(entry.id, entry);
}

export const pageOf = (book: Book, number: number, date: LocalDate): Page =>
  book.pages.get(number)?.get(date) ?? { number, date, facts: [], judged: null };

export function putPage(book: Book, page: Page): void {
  const pages = book.pages.get(page.number);
  if (!pages) throw new Error(`Pages of series ${page.number} were not read before writing`);
  const before = pages.get(page.date);
  count(book, {
    pages: before === undefined ? 1 : 0,
    facts: page.facts.length - (before?.facts.length ?? 0),
  });
  pages.set(page.date, page);
  book.changedPages.set(pageName(page), page);
}

export function putPerson(book: Book, page: PersonPage): void {
  count(book, { facts: page.facts.length - (book.people.get(page.person)?.facts.length ?? 0) });
  book.people.set(page.person, page);
  book.changedPeople.add(page.person);
}

export function putEntry(book: Book, entry: EntryRecord): void {
  count(book, { entries: book.entries.has(entry.id) ? 0 : 1 });
  book.entries.set(entry.id, entry);
  book.changedEntries.add(entry.id);
}

/** Takes a page out, and its facts with it. */
export function removePage(tx: Writing, book: Book, { number, date }: Page): void {
  const page = book.pages.get(number)?.get(date);
  if (page === undefined) return;
  count(book, { facts: -page.facts.length, pages: -1 });
  book.pages.get(number)?.delete(date);
  book.changedPages.delete(pageName(page));
  tx.remove('occurrences', [number, date]);
}

/** Takes a person's page out, and its facts with it. */
export function removePerson(tx: Writing, book: Book, { person, facts }: PersonPage): void {
  count(book, { facts: -facts.length });
  book.people.delete(person);
  book.changedPeople.delete(person);
  tx.remove('people', person);
}

export function removeEntry(tx: Writing, book: Book, { id }: EntryRecord): void {
  count(book, { entries: -1 });
  book.entries.delete(id);
  book.changedEntries.delete(id);
  tx.remove('entries', id);
}

function count(book: Book, { facts = 0, pages = 0, entries = 0 }: Partial<Counts>): void {
  const { counts } = book;
  book.counts = {
    facts: counts.facts + facts,
    pages: counts.pages + pages,
    entries: counts.entries + entries,
  };
}

export function putSeries(book: Book, record: SeriesRecord): void {
  book.series.set(record.number, record);
  book.numbers.set(record.series, record.number);
}

/** The number of a series, given now if it has none. */
export function numberOf(book: Book, series: SeriesId): number {
  const known = book.numbers.get(series);
  if (known !== undefined) return known;
  const number = Math.max(0, ...book.series.keys()) + 1;
  putSeries(book, { series, number, root: number, faces: [], people: [], joins: [] });
  book.pages.set(number, new Map());
  return number;
}

export const factsIn = (book: Book, number: number): readonly Fact[] =>
  [...(book.pages.get(number)?.values() ?? [])].flatMap((page) => page.facts);

/** These facts as the open book holds them; their pages, people and entries have been read. */
export function heldIn(book: Book, facts: readonly Fact[]): readonly Fact[] {
  const pages = new Map<readonly Fact[], ReadonlyMap<string, Fact>>();
  const find = (there: readonly Fact[], id: string): Fact | undefined => {
    const byId = pages.get(there) ?? new Map(there.map((fact) => [fact.id, fact]));
    pages.set(there, byId);
    return byId.get(id);
  };
  return facts.flatMap((fact) => {
    const place = placeOf(fact);
    if (isEntry(fact)) return book.entries.get(fact.id)?.fact ?? [];
    if (place.with === 'person') return find(book.people.get(place.person)?.facts ?? [], fact.id) ?? [];
    if (place.with === 'entry') return [];
    const number = place.series === null ? NOWHERE : book.numbers.get(place.series);
    return number === undefined ? [] : (find(pageOf(book, number, place.date).facts, fact.id) ?? []);
  });
}

export const membersOf = (book: Book, root: number): readonly SeriesRecord[] =>
  [...book.series.values()].filter((record) => record.root === root);

/** How many pages of a lineage have been read. */
export const pagesIn = (book: Book, root: number): number =>
  membersOf(book, root).reduce((sum, { number }) => sum + (book.pages.get(number)?.size ?? 0), 0);

/** After answers were added: which series now form a lineage. */
export function renewRoots(book: Book): void {
  for (const [number, root] of rootsOf([...book.series.values()])) {
    const record = book.series.get(number);
    if (record && record.root !== root) putSeries(book, { ...record, root });
  }
}

/** Puts whatever changed. No put is awaited: the transaction waits for all of them. */
export async function putBook(book: Book, tx: Writing, meter?: Meter): Promise<void> {
  for (const record of book.series.values()) {
    if (book.before.get(record.number) !== record) tx.put('series', record);
  }
  for (const page of book.changedPages.values()) {
    tx.put('occurrences', page);
    meter?.did(1);
    await breathe(tx);
  }
  for (const person of book.changedPeople) {
    const page = book.people.get(person);
    if (page) tx.put('people', page);
  }
  for (const id of book.changedEntries) {
    const entry = book.entries.get(id);
    if (entry) tx.put('entries', entry);
  }
  tx.put('meta', { name: 'counts', value: book.counts });
}
