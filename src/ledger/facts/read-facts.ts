import { asRecognized } from '../../domain/facts/log/as-recognized';
import type { Entry, Fact } from '../../domain/facts/log/fact';
import { isEntry } from '../../domain/facts/log/kinds';
import { isOutlookSeries, type SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { inTurns } from '../../domain/pace';
import { sorting } from '../../domain/sorting';
import type { LocalDate } from '../../domain/time/time';
import type { Damage } from '../store/checked';
import type { Meter } from '../store/meter';
import { type Counts, type Join, NO_COUNTS, NO_DAY } from '../store/records';
import { breathe, type Reading, type Store } from '../store/store';
import type { IsWhole } from './repair';

const present = <Value>(values: readonly (Value | undefined)[]): Value[] =>
  values.filter((value) => value !== undefined);

/** All facts about these series, under whichever name, and about the people in them and the owner. */
export async function factsOf(tx: Reading, series: readonly SeriesId[]): Promise<readonly Fact[]> {
  const [owner, records] = await Promise.all([tx.get('meta', 'owner'), tx.all('series')]);
  const asked = new Set(series);
  const isNameOf = ({ earlier, later }: Join) => isOutlookSeries(earlier) && asked.has(later);
  const known = records.filter((record) => asked.has(record.series) || record.joins.some(isNameOf));
  const own = (owner?.value as Owner | undefined) ?? null;
  const people = new Set(known.flatMap((record) => record.people));
  for (const key of own === null ? [] : [own.key, ...(own.otherAddresses ?? [])]) people.add(key);
  const [pages, persons] = await Promise.all([
    Promise.all(known.map(({ number }) => tx.pagesOf(number))),
    Promise.all([...people].map((person) => tx.get('people', person))),
  ]);
  return asRecognized([...pages.flat(), ...present(persons)].flatMap(({ facts }) => facts));
}

/** The whole log, in the order it was recorded. */
export async function allFacts(tx: Reading): Promise<readonly Fact[]> {
  const [pages, people] = await Promise.all([tx.all('occurrences'), tx.all('people')]);
  const all = [...pages, ...people].flatMap(({ facts }) => facts);
  await breathe(tx);
  return inTurns(
    sorting(all, (a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1)),
    tx.pace,
  );
}

/** What the owner said or did, by id: stamps sort by time. */
export async function ownEntries(tx: Reading): Promise<readonly Entry[]> {
  const records = await tx.all('entries');
  return asRecognized(records.map(({ fact }) => fact).filter(isEntry)).toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

/** Days of these series of which something is damaged, as far as they were read; null: nothing was found. */
export async function damagedDays(
  tx: Reading,
  found: readonly Damage[],
  series: readonly SeriesId[],
): Promise<readonly LocalDate[] | null> {
  if (found.length === 0) return null;
  const records = await Promise.all(series.map((id) => tx.get('series', id)));
  const numbers = present(records).map(({ number }) => number);
  const days = found.filter(({ number }) => numbers.includes(number)).map(({ date }) => date);
  const elsewhere = found.some(({ shelf }) => shelf !== 'occurrences');
  if (days.length === 0 && !elsewhere) return null;
  return [...new Set(days.filter((date) => date !== NO_DAY))].sort();
}

/** Every page is read, and looked at. */
const ROUNDS = 2;

/** A database can come back with a part of its records after damage, or with half of them; the counts lie apart. */
export async function isAsCounted(tx: Reading, isWhole: IsWhole, meter: Meter): Promise<boolean> {
  const counts = await tx.get('meta', 'counts');
  const should = (counts?.value as Counts | undefined) ?? NO_COUNTS;
  meter.expect(ROUNDS * should.pages);
  const [pages, people, entries] = await Promise.all([
    ...([tx.all('occurrences', meter.did), tx.all('people'), tx.all('entries')] as const),
    // Not counted, and read to be looked at.
    ...([
      tx.all('series'),
      tx.all('lineages'),
      tx.all('openings'),
      tx.all('columns'),
      tx.all('drafts'),
      tx.all('meta'),
    ] as const),
  ]);
  if ([...pages, ...people].some(({ damaged }) => damaged === true)) return false;
  let found = 0;
  for (const { facts } of [...pages, ...people]) {
    if (!facts.every(isWhole)) return false;
    found += facts.length;
    meter.did(1);
    await breathe(tx);
  }
  return (
    should.pages === pages.length &&
    should.entries === entries.length &&
    should.facts === found &&
    entries.every(({ fact }) => isWhole(fact))
  );
}

/** Keeps a named value; null and `undefined` take it away. */
export const putNamed = (
  store: Store,
  shelf: 'meta' | 'drafts',
  name: string,
  value: unknown,
): Promise<void> =>
  store.write('relaxed', async (tx) => {
    if (value === null || value === undefined) tx.remove(shelf, name);
    else tx.put(shelf, { name, value });
  });
