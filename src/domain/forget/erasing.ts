import { type Erasure, isErasedKey, keyMark, wordMark } from '../facts/entered/erasure';
import type { Fact } from '../facts/log/fact';
import { type SeriesId, seriesOf } from '../facts/things/occurrence';
import type { Owner, Person } from '../facts/things/person';
import type { Steps } from '../pace';
import { fold, sayingsOf } from './name-words';
import type { Names } from './passages';

const keysOf = ({ key, address, otherAddresses = [], directoryId }: Person): readonly string[] =>
  [key, address, ...otherAddresses, directoryId === undefined ? '' : `id:${directoryId}`]
    .filter((one) => one !== '')
    .map((one) => one.toLowerCase());

/** Everybody a fact names with more than a key. */
export function personsIn(value: unknown): readonly Person[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(personsIn);
  const { key, name, address, directoryId, intervals } = value as Record<string, unknown>;
  if (typeof name !== 'string' || typeof address !== 'string') return inside;
  if (typeof key === 'string') return [value as Person, ...inside];
  // A row of a report: somebody it could name.
  if (!Array.isArray(intervals) || (address === '' && typeof directoryId !== 'string')) return inside;
  const id = typeof directoryId === 'string' ? { directoryId } : {};
  return [{ key: address === '' ? `id:${directoryId}` : address, name, address, ...id }, ...inside];
}

/** One person under every address and id that the facts tie together, and everybody else. */
function tiedTogether(person: Person, all: readonly Person[]): readonly [own: Person[], others: Person[]] {
  const keys = new Set(keysOf(person));
  const isTheirs = (one: Person) => keysOf(one).some((key) => keys.has(key));
  for (let before = -1; before !== keys.size; ) {
    before = keys.size;
    for (const one of all.filter(isTheirs)) for (const key of keysOf(one)) keys.add(key);
  }
  return [[person, ...all.filter(isTheirs)], all.filter((one) => !isTheirs(one))];
}

interface Given extends Pick<Erasure, 'id' | 'recordedAt' | 'role' | 'salt'> {
  /** Words that the owner says are a name of theirs, folded: bent, short, or written in another way. */
  readonly forms?: readonly string[];
}

/**
 * The entry by which somebody is erased from a log with these facts. A word that others are called by stays. Step by
 * step: the whole log is looked through.
 */
export function* erasing(
  facts: readonly Fact[],
  owner: Owner,
  person: Person,
  { forms = [], ...given }: Given,
): Steps<Erasure> {
  const persons = new Map<string, Person>();
  for (const fact of facts) {
    for (const one of personsIn(fact)) persons.set(`${one.name} ${keysOf(one).join(' ')}`, one);
    yield;
  }
  const [own, others] = tiedTogether(person, [...persons.values()]);
  const keys = new Set(own.flatMap(keysOf));
  const words = new Set(own.flatMap(({ name }) => sayingsOf(name)));
  const shared = new Set([...others, owner].flatMap(({ name }) => sayingsOf(name)));
  const marks = [
    ...[...keys].map((key) => keyMark(given.salt, key)),
    ...[...words].filter((one) => !shared.has(one)).map((one) => wordMark(given.salt, fold(one))),
    ...forms.map((one) => wordMark(given.salt, one)),
  ];
  const agreements = facts.flatMap((fact) =>
    fact.kind === 'agreement' && keysOf(fact.person).some((key) => keys.has(key)) ? [fact.id] : [],
  );
  const entries = facts.flatMap((fact) =>
    fact.kind === 'agreement-reply' && agreements.includes(fact.agreement) ? [fact.id] : [],
  );
  return {
    kind: 'erasure',
    ...given,
    marks: [...new Set(marks)].sort(),
    alone: yield* aloneWith(facts, owner, keys),
    entries: entries.sort(),
  };
}

/** Every name that the facts have for somebody, and for everybody else. */
export function* namesOf(facts: readonly Fact[], owner: Owner, person: Person): Steps<Names> {
  const persons = new Map<string, Person>();
  for (const fact of facts) {
    for (const one of personsIn(fact)) persons.set(`${one.name} ${keysOf(one).join(' ')}`, one);
    yield;
  }
  const [own, others] = tiedTogether(person, [...persons.values()]);
  const called = (people: readonly Person[]) => [...new Set(people.map(({ name }) => name))];
  return { own: called(own), others: called([...others, owner]) };
}

/** Series in which, as far as was ever seen, there is nobody but the owner and somebody with these keys. */
function* aloneWith(
  facts: readonly Fact[],
  owner: Owner,
  keys: ReadonlySet<string>,
): Steps<readonly SeriesId[]> {
  const own = new Set(keysOf(owner));
  const company = new Map<SeriesId, { theirs: boolean; others: boolean }>();
  for (const fact of facts) {
    yield;
    if (fact.kind !== 'series-seen' && fact.kind !== 'sighting') continue;
    const series = fact.kind === 'sighting' ? seriesOf(fact.occurrence) : fact.series;
    const seen = company.get(series) ?? { theirs: false, others: false };
    company.set(series, seen);
    const organizer = fact.organizer === null ? [] : [fact.organizer];
    const people = fact.attendees.filter(({ role }) => role !== 'resource').map((one) => one.person);
    for (const one of [...organizer, ...people]) {
      if (keysOf(one).some((key) => own.has(key)) || isErasedKey(one.key)) continue;
      if (keysOf(one).some((key) => keys.has(key))) seen.theirs = true;
      else seen.others = true;
    }
  }
  return [...company].flatMap(([series, { theirs, others }]) => (theirs && !others ? [series] : [])).sort();
}
