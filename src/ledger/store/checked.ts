import { areColumns } from '../../domain/measure/columns';
import type { LocalDate } from '../../domain/time/time';
import { NO_DAY, NOWHERE, type Records, type Shelf } from './records';

/** A record that did not have its shape: what was in it is lost, wholly or in part. */
export interface Damage {
  readonly shelf: Shelf;
  /** Of a page: the number of its series, and its day. */
  readonly number: number;
  readonly date: LocalDate;
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isFact = (value: unknown): boolean => isPlain(value) && isText(value.id) && isText(value.kind);
const isList = (value: unknown, of: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(of);
const only = (value: unknown, of: (one: unknown) => boolean): readonly unknown[] =>
  Array.isArray(value) ? value.filter(of) : [];

/** Values that others rely on, by name; what lies under other names is looked at where it is used. */
const VALUES: Readonly<Record<string, (value: unknown) => boolean>> = {
  counts: (value) => isPlain(value) && [value.facts, value.entries, value.pages].every(isNumber),
  marks: (value) => isList(value, isPlain),
  lines: (value) => isList(value, isPlain),
  edition: isNumber,
  owner: (value) => isPlain(value) && isText(value.key) && isText(value.zone),
  'decision-numbers': (value) => isPlain(value) && Object.values(value).every(isNumber),
};

const named = (record: Plain): boolean => isText(record.name);

const IS_SOUND: Readonly<Record<Shelf, (record: Plain) => boolean>> = {
  series: (one) =>
    isText(one.series) &&
    isNumber(one.number) &&
    isNumber(one.root) &&
    [one.faces, one.joins].every((list) => isList(list, isPlain)) &&
    isList(one.people, isText),
  occurrences: (one) =>
    isNumber(one.number) &&
    isText(one.date) &&
    isList(one.facts, isFact) &&
    (one.judged === null || (isPlain(one.judged) && isText(one.judged.key))),
  entries: (one) => isText(one.id) && isNumber(one.number) && isText(one.date) && isFact(one.fact),
  people: (one) => isText(one.person) && isList(one.facts, isFact),
  lineages: (one) =>
    isNumber(one.root) &&
    isList(one.numbers, isNumber) &&
    isPlain(one.lineage) &&
    Array.isArray(one.order) &&
    isList(one.guests, isPlain),
  openings: (one) =>
    isNumber(one.root) &&
    isPlain(one.lineage) &&
    Array.isArray(one.lineage.occurrences) &&
    isList(one.facts, isFact) &&
    (one.columns === undefined || isPlain(one.columns)),
  columns: (one) => isNumber(one.root) && isNumber(one.year) && areColumns(one.columns),
  meta: (one) => named(one) && (VALUES[one.name as string]?.(one.value) ?? true),
  drafts: named,
};

/** What can still be made of a record that is not sound; null: nothing. What it was is remembered in it. */
const mended: { readonly [Name in Shelf]?: (one: Plain) => unknown } = {
  series: (one) =>
    isText(one.series) && isNumber(one.number)
      ? {
          ...{ series: one.series, number: one.number, root: isNumber(one.root) ? one.root : one.number },
          ...{
            faces: only(one.faces, isPlain),
            people: only(one.people, isText),
            joins: only(one.joins, isPlain),
          },
        }
      : null,
  occurrences: (one) =>
    isNumber(one.number) && isText(one.date)
      ? { number: one.number, date: one.date, facts: only(one.facts, isFact), judged: null, damaged: true }
      : null,
  people: (one) =>
    isText(one.person) ? { person: one.person, facts: only(one.facts, isFact), damaged: true } : null,
};

/** A damaged disk can give back records that hold something else: what is in them is lost, the rest goes on. */
export function checkedOr<Name extends Shelf>(
  shelf: Name,
  record: unknown,
  tell: (damage: Damage) => void,
): Records[Name] | null {
  if (isPlain(record) && IS_SOUND[shelf](record)) {
    // Mended when it was last written, and not brought back since.
    if (record.damaged === true) tell(addressOf(shelf, record));
    return record as unknown as Records[Name];
  }
  tell(addressOf(shelf, isPlain(record) ? record : {}));
  return isPlain(record) ? ((mended[shelf]?.(record) ?? null) as Records[Name] | null) : null;
}

const addressOf = (shelf: Shelf, { number, date }: Plain): Damage => ({
  shelf,
  number: isNumber(number) ? number : NOWHERE,
  date: shelf === 'occurrences' && isText(date) ? date : NO_DAY,
});
