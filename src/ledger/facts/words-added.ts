import type { Fact } from '../../domain/facts/log/fact';
import { reachOf } from '../../domain/facts/log/words-by-occurrence';
import { isOutlookSeries, type OccurrenceKey, occurrenceKey } from '../../domain/facts/things/occurrence';
import { NO_DAY, type Page } from '../store/records';
import type { Added } from './adding';
import { membersOf, pageOf, type UnitOfWork } from './unit-of-work';

/** All facts about each occurrence of which something was said. */
export type WordsAdded = ReadonlyMap<OccurrenceKey, readonly Fact[]>;

/** What was added, where nothing of it reaches further than single occurrences; else null. */
export function wordsAdded(unit: UnitOfWork, { fresh, people }: Added): WordsAdded | null {
  if (people.size > 0 || unit.series.size !== unit.before.size) return null;
  const ids = new Set(fresh.map(({ id }) => id));
  const words = new Map<OccurrenceKey, readonly Fact[]>();
  let found = 0;
  for (const { number, date, facts } of unit.changedPages.values()) {
    const record = unit.series.get(number);
    // What was said before a series was recognized lies under its other name, and counts as well.
    const hasOtherName = record && membersOf(unit, record.root).some(({ series }) => isOutlookSeries(series));
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
export const staysAtHome = (unit: UnitOfWork, numbers: Iterable<number>): boolean =>
  [...numbers].every((number) => isRecurring(pageOf(unit, number, NO_DAY)));

const isRecurring = ({ facts }: Page): boolean =>
  facts.some((fact) => fact.kind === 'series-seen' && fact.recurrence !== null);
