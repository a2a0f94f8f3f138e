import type { Fact } from '../../domain/facts/log/fact';
import { reachOf } from '../../domain/facts/log/words';
import { isOutlookSeries, type OccurrenceKey, occurrenceKey } from '../../domain/facts/things/occurrence';
import { NO_DAY, type Page } from '../store/records';
import type { Added } from './adding';
import { type Book, membersOf, pageOf } from './book';

/** All facts about each occurrence of which something was said. */
export type Words = ReadonlyMap<OccurrenceKey, readonly Fact[]>;

/** What was added, where nothing of it reaches further than single occurrences; else null. */
export function wordsAdded(book: Book, { fresh, people }: Added): Words | null {
  if (people.size > 0 || book.series.size !== book.before.size) return null;
  const ids = new Set(fresh.map(({ id }) => id));
  const words = new Map<OccurrenceKey, readonly Fact[]>();
  let found = 0;
  for (const { number, date, facts } of book.changedPages.values()) {
    const record = book.series.get(number);
    // What was said before a series was recognized lies under its other name, and counts as well.
    const hasOtherName = record && membersOf(book, record.root).some(({ series }) => isOutlookSeries(series));
    const added = facts.filter(({ id }) => ids.has(id));
    const reaches = added.map((fact) => reachOf(fact, facts));
    if (record === undefined || hasOtherName || added.length === 0 || reaches.includes('lineage'))
      return null;
    if (reaches.includes('occurrence')) words.set(occurrenceKey(record.series, date), facts);
    found += added.length;
  }
  return found === fresh.length ? words : null;
}

/** 5.3: only a single meeting can stand for an occurrence of another series, and be spoken of in its place. */
export const staysAtHome = (book: Book, numbers: Iterable<number>): boolean =>
  [...numbers].every((number) => isRecurring(pageOf(book, number, NO_DAY)));

const isRecurring = ({ facts }: Page): boolean =>
  facts.some((fact) => fact.kind === 'series-seen' && fact.recurrence !== null);
