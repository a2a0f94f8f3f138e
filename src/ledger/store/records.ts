import type { Fact } from '../../domain/facts/log/fact';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { PersonKey } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Columns } from '../../domain/measure/columns';
import type { Instant, LocalDate } from '../../domain/time/time';

/**
 * What lies in the browser's database: few, fat records, because a put costs the same whatever it holds.
 * Series have a short number of our own, because Graph's ids are 152 characters long and make keys slow.
 */
export interface Records {
  readonly series: SeriesRecord;
  readonly occurrences: Page;
  readonly entries: EntryRecord;
  readonly people: PersonPage;
  readonly lineages: LineageCard;
  readonly openings: Opening;
  readonly columns: YearColumns;
  readonly meta: Named;
  readonly drafts: Named;
}

export type Shelf = keyof Records;

/** The key of a record lies in the record. */
export const KEYS = {
  series: 'series',
  occurrences: ['number', 'date'],
  entries: 'id',
  people: 'person',
  lineages: 'root',
  openings: 'root',
  columns: ['root', 'year'],
  meta: 'name',
  drafts: 'name',
} as const satisfies Record<Shelf, string | readonly string[]>;

/** The key of a record, as its shelf is sorted by. */
export function keyOf(shelf: Shelf, record: object): RecordKey {
  const path: string | readonly string[] = KEYS[shelf];
  const at = (name: string) => (record as Record<string, RecordKey>)[name] ?? '';
  return typeof path === 'string' ? at(path) : (path.map(at) as unknown as RecordKey);
}

export type RecordKey = string | number | readonly [number, string | number];

export const SHELVES = Object.keys(KEYS) as Shelf[];

/** Facts that belong to no series lie under this number: mails nobody could tie, an `undo` before its entry. */
export const NOWHERE = 0;

/** The date under which the facts about a series as a whole lie; before all days. */
export const NO_DAY = '';

/** A series, without its facts: enough to find its pages and the series it has to do with. */
export interface SeriesRecord {
  readonly series: SeriesId;
  readonly number: number;
  /** Number of the first series of its lineage. */
  readonly root: number;
  /** Everything it was ever known by, each once: titles and organizers change. */
  readonly faces: readonly SeriesFeatures[];
  /** Everybody ever named in it, sorted: whose away and holiday facts count. */
  readonly people: readonly PersonKey[];
  /** Answers to "Same meeting?" that stand, from this series to later ones. */
  readonly joins: readonly Join[];
}

/** How a series looks, to recognize its continuation or replacement (5.3, 5.6). */
export interface SeriesFeatures {
  readonly organizer: PersonKey;
  /** Normalized, without figures. */
  readonly title: string;
  readonly joinUrl: string | null;
}

export interface Join {
  readonly fact: string;
  readonly answeredAt: Instant;
  readonly earlier: SeriesId;
  readonly later: SeriesId;
  readonly same: boolean;
}

/** All facts of one day of a series (or of the series as a whole), and the day's judged occurrence as a view. */
export interface Page {
  readonly number: number;
  readonly date: LocalDate;
  readonly facts: readonly Fact[];
  readonly judged: JudgedOccurrence | null;
  /** It was found damaged, and what was lost of it has not been looked for yet. */
  readonly damaged?: true;
}

/** An own entry once more, by its id: exists nowhere else, so it is written strictly. */
export interface EntryRecord {
  readonly id: string;
  readonly number: number;
  readonly date: LocalDate;
  readonly fact: Fact;
}

export interface PersonPage {
  readonly person: PersonKey;
  readonly facts: readonly Fact[];
  readonly damaged?: true;
}

/** A judged lineage without its occurrences, which lie in their pages. */
export interface LineageCard {
  readonly root: number;
  readonly numbers: readonly number[];
  readonly lineage: Omit<JudgedLineage, 'occurrences'>;
  /** The occurrences in the judged order: `number/date` of a page, or the index of a guest. */
  readonly order: readonly (string | number)[];
  /** Occurrences of series outside the lineage: a replacement under its own key (5.3). */
  readonly guests: readonly JudgedOccurrence[];
  /** The time it was judged at, so that judging again can be compared. */
  readonly now: Instant;
}

/** What the first look at a lineage needs: the end of it, and what was decided and told in all of it. */
export interface Opening {
  readonly root: number;
  readonly lineage: JudgedLineage;
  /** There are occurrences before these. */
  readonly isPart: boolean;
  readonly facts: readonly Fact[];
  /** Absent in a log that was not written to since columns are kept. */
  readonly columns?: ColumnsCard;
}

/** What the trend of a lineage counts of one calendar year (UTC). */
export interface YearColumns {
  readonly root: number;
  readonly year: number;
  readonly columns: Columns;
}

/** What tells of the columns of a lineage whether they are whole, and still hold. */
export interface ColumnsCard {
  /** In all years. */
  readonly rows: number;
  /** When they were judged. */
  readonly since: Instant;
  /** When time alone can change them; null: not by what is known. */
  readonly until: Instant | null;
}

export interface Named {
  readonly name: string;
  readonly value: unknown;
}

export interface Counts {
  readonly facts: number;
  readonly entries: number;
  readonly pages: number;
}

export const NO_COUNTS: Counts = { facts: 0, entries: 0, pages: 0 };

export const pageName = (page: { readonly number: number; readonly date: LocalDate }): string =>
  `${page.number}/${page.date}`;
