import type { Instant, LocalDate, Span } from '../../time/time';
import { dateOf, isOutlookSeries, occurrenceKey, type SeriesId, seriesOf } from '../things/occurrence';
import type { Fact } from './fact';
import { seriesOfFact } from './kinds';
import { takenBack } from './standing';

interface Name {
  readonly is: SeriesId;
  readonly days: ReadonlyMap<LocalDate, LocalDate>;
}

/** Which series of Outlook's are which of Graph's. Of two answers the later one counts. */
export function recognizedIn(facts: readonly Fact[]): ReadonlyMap<SeriesId, Name> {
  const given = facts.filter((fact) => fact.kind === 'recognized');
  const names = new Map<SeriesId, Name>();
  if (given.length === 0) return names;
  const back = takenBack(facts);
  const standing = given
    .filter(({ id, series, is }) => !back.has(id) && isOutlookSeries(series) && !isOutlookSeries(is))
    .sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  for (const { series, is, days } of standing) {
    const before = names.get(series);
    const known = before?.is === is ? before.days : [];
    names.set(series, { is, days: new Map([...known, ...days.map((day) => [day.noted, day.is] as const)]) });
  }
  return names;
}

/** Bulk of a log: speaks of one series and of nothing else. */
const OF_ONE_SERIES: readonly Fact['kind'][] = ['sighting', 'missing', 'mail', 'report', 'series-seen'];

/**
 * The facts under the names that Graph gives. What Graph itself saw of a series stands for what Outlook's item had
 * told of it; of an occurrence both stay, and Graph knows for when it was planned. Twice is as good as once.
 */
export function asRecognized<Kind extends Fact>(facts: readonly Kind[]): readonly Kind[] {
  const names = recognizedIn(facts);
  if (names.size === 0) return facts;
  const seen = new Set(facts.flatMap((fact) => (fact.kind === 'series-seen' ? [fact.series] : [])));
  const planned = plannedByGraph(facts);
  const rename = renaming(names);
  return facts.flatMap((fact) => {
    const series = seriesOfFact(fact);
    const name = series === null ? undefined : names.get(series);
    if (fact.kind === 'recognized') return [fact];
    if (name === undefined && OF_ONE_SERIES.includes(fact.kind)) return [fact];
    if (fact.kind === 'series-seen' && name !== undefined && seen.has(name.is)) return [];
    const renamed = rename(fact) as Kind;
    if (renamed.kind !== 'sighting') return [renamed];
    const original = planned.get(renamed.occurrence);
    return [original === undefined ? renamed : { ...renamed, original }];
  });
}

/** The planned time of occurrences, as Graph first told it. */
function plannedByGraph(facts: readonly Fact[]): ReadonlyMap<string, Span> {
  const first = new Map<string, { readonly seenAt: Instant; readonly original: Span }>();
  for (const fact of facts) {
    if (fact.kind !== 'sighting' || isOutlookSeries(fact.occurrence)) continue;
    const other = first.get(fact.occurrence);
    if (other === undefined || fact.seenAt < other.seenAt) first.set(fact.occurrence, fact);
  }
  return new Map([...first].map(([key, { original }]) => [key, original]));
}

/** Wherever a series or one of its occurrences is named; what names none stays the very same. */
function renaming(names: ReadonlyMap<SeriesId, Name>): (value: unknown) => unknown {
  const text = (word: string): string => {
    const series = names.get(word);
    if (series !== undefined) return series.is;
    const name = names.get(seriesOf(word));
    const date = dateOf(word);
    return name === undefined ? word : occurrenceKey(name.is, name.days.get(date) ?? date);
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return isOutlookSeries(value) ? text(value) : value;
    if (Array.isArray(value)) {
      const walked = value.map(walk);
      return walked.some((one, at) => one !== value[at]) ? walked : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const walked = Object.entries(value).map(([field, inner]) => [field, walk(inner)] as const);
    const isSame = walked.every(([field, inner]) => inner === (value as Record<string, unknown>)[field]);
    return isSame ? value : Object.fromEntries(walked);
  };
  return walk;
}
