import { type Fact, seriesOfFact } from '../../domain/facts/log/fact';
import { dateOf, type OccurrenceKey, type SeriesId } from '../../domain/facts/things/occurrence';
import type { Person, PersonKey } from '../../domain/facts/things/person';
import type { Instant, LocalDate } from '../../domain/time/time';
import { NO_DAY } from './records';

/** Where a fact lies: with a person, on a page of a series, or where the entry it takes back lies. */
export type Place =
  | { readonly with: 'person'; readonly person: PersonKey }
  | { readonly with: 'series'; readonly series: SeriesId | null; readonly date: LocalDate }
  | { readonly with: 'entry'; readonly of: string };

const dayOf = (at: Instant): LocalDate => new Date(at).toISOString().slice(0, 10);
const dayOr = (key: OccurrenceKey | null, at: Instant): LocalDate => (key === null ? dayOf(at) : dateOf(key));

/** The day only spreads facts over pages of a bearable size; the judgement reads all pages of a series. */
function dateOfFact(fact: Fact): LocalDate {
  switch (fact.kind) {
    case 'sighting':
    case 'missing':
    case 'check-in':
    case 'correction':
    case 'dispute':
    case 'annotation':
    case 'assigned':
    case 'recap':
      return dateOf(fact.occurrence);
    case 'mail':
      return dayOr(fact.occurrence, fact.at);
    case 'report':
      return dayOr(fact.occurrence, fact.session.start);
    case 'decision':
      return dayOr(fact.occurrence, fact.decidedAt);
    default:
      return NO_DAY;
  }
}

export function placeOf(fact: Fact): Place {
  if (fact.kind === 'undo') {
    return fact.person === undefined
      ? { with: 'entry', of: fact.of }
      : { with: 'person', person: fact.person };
  }
  if (fact.kind === 'away' || fact.kind === 'holiday' || fact.kind === 'working-hours') {
    return { with: 'person', person: fact.person };
  }
  return { with: 'series', series: seriesOfFact(fact), date: dateOfFact(fact) };
}

const keysOf = (person: Person | null): PersonKey[] =>
  person === null ? [] : [person.key, ...(person.otherAddresses ?? [])];

/** Everybody a fact names as somebody who could be expected in a meeting. */
export function peopleIn(fact: Fact): readonly PersonKey[] {
  switch (fact.kind) {
    case 'series-seen':
    case 'sighting':
      return [...keysOf(fact.organizer), ...fact.attendees.flatMap(({ person }) => keysOf(person))];
    case 'mail':
      return keysOf(fact.from);
    case 'check-in':
      return fact.people.map(({ person }) => person);
    case 'identified':
      return [fact.person];
    default:
      return [];
  }
}
