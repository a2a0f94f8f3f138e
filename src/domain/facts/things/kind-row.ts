import type { Instant, LocalDate } from '../../time/time';
import { dateOf, type OccurrenceKey, type SeriesId, seriesOf } from './occurrence';
import type { PersonKey } from './person';

/** How much has to be judged again when a fact is new. */
export type Reach = 'nothing' | 'occurrence' | 'lineage';

/** The names of all fields of a fact, and of what lies in them. */
type FieldOf<Value> = Value extends readonly (infer One)[]
  ? FieldOf<One>
  : Value extends object
    ? { [Name in keyof Value & string]-?: Name | FieldOf<Value[Name]> }[keyof Value & string]
    : never;

/** What is left of a fact without some points and promises; null: nothing. */
export interface OnceClosed<Of> {
  readonly without: (fact: Of, isGone: (id: string) => boolean) => Of | null;
}

/**
 * All that the product has to know of one kind of fact. A new kind does not compile before each of these questions
 * is answered: where it lies, what it changes, and above all how it is forgotten.
 */
export interface KindRow<Of> {
  /** `owner`: an entry, which exists nowhere else. What the world said may have been put in by a person as well. */
  readonly by: 'owner' | 'world' | ((fact: Of) => 'owner' | 'world');

  /** The person it lies with; null: it lies with a series, or where the entry lies that it takes back. */
  readonly liesWith: (fact: Of) => PersonKey | null;
  /** Null: about a person, about the whole log, or tied to no series yet. */
  readonly seriesOf: (fact: Of) => SeriesId | null;
  /** Only spreads the facts of a series over pages of a bearable size; null: with the series as a whole. */
  readonly dayOf: (fact: Of) => LocalDate | null;

  /** `undone`: as far as what it takes back. */
  readonly reach: Reach | 'undone';
  /** Keys of everybody it names as somebody who could be expected in a meeting. */
  readonly people: (fact: Of) => readonly PersonKey[];
  /** Null: its times are no times, and it tells nothing. What can be mended is mended. */
  readonly sane: 'as-it-is' | ((fact: Of) => Of | null);

  /** Fields, however deep, with words that somebody wrote, or a name: they are searched for whoever is erased. */
  readonly written: readonly FieldOf<Of>[];
  /** Whose it is: about this person and nothing else, or their word. It goes when they are erased. */
  readonly belongsTo: 'nobody' | ((fact: Of) => PersonKey | null);
  /** What is left of it in meetings with nobody but the owner and somebody who is erased. */
  readonly leftAlone: 'nothing' | 'all' | ((fact: Of) => Of);
  /** What else changes once a name was taken out of it; null: nothing is left of it. */
  readonly withoutName: 'nothing-else' | ((left: Of, before: Of) => Of | null);
  /**
   * `2026-05`: it goes when this month is reduced (9); empty where no calendar can say one. `never`: it is about no person.
   * Else it goes, or says less, once the points or promises that it is about have been closed for so long.
   */
  readonly reducedWith: 'never' | ((fact: Of) => string) | OnceClosed<Of>;
  /** It takes others out of the log, or is the choice that makes such a fact: it has to keep within bounds (9). */
  readonly deletes: boolean;
}

/** A row for each kind among some facts. */
export type RowsOf<Facts extends { readonly kind: string }> = {
  readonly [Kind in Facts['kind']]: KindRow<Extract<Facts, { readonly kind: Kind }>>;
};

interface OnOccurrence {
  readonly occurrence: OccurrenceKey;
}

export const none = (): null => null;
export const nobody = (): readonly PersonKey[] => [];

const dayAt = (at: Instant): LocalDate => new Date(at).toISOString().slice(0, 10);
export const dayOr = (key: OccurrenceKey | null, at: Instant): LocalDate =>
  key === null ? dayAt(at) : dateOf(key);

/** Where a fact lies: four places that most kinds share. */
export const WITH_OCCURRENCE = {
  liesWith: none,
  seriesOf: ({ occurrence }: OnOccurrence) => seriesOf(occurrence),
  dayOf: ({ occurrence }: OnOccurrence) => dateOf(occurrence),
};
export const WITH_SERIES = {
  liesWith: none,
  seriesOf: ({ series }: { readonly series: SeriesId | null }) => series,
  dayOf: none,
};
export const WITH_PERSON = {
  liesWith: ({ person }: { readonly person: PersonKey }) => person,
  seriesOf: none,
  dayOf: none,
};
export const WITH_LOG = { liesWith: none, seriesOf: none, dayOf: none };
