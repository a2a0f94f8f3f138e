import type { Fact } from '../../domain/facts/log/fact';
import { kindOf } from '../../domain/facts/log/kinds';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { PersonKey } from '../../domain/facts/things/person';
import type { LocalDate } from '../../domain/time/time';
import { NO_DAY } from './records';

/** Where a fact lies: with a person, on a page of a series, or where the entry it takes back lies. */
export type PageAddress =
  | { readonly with: 'person'; readonly person: PersonKey }
  | { readonly with: 'series'; readonly series: SeriesId | null; readonly date: LocalDate }
  | { readonly with: 'entry'; readonly of: string };

export function addressOf(fact: Fact): PageAddress {
  const { liesWith, seriesOf, dayOf } = kindOf(fact);
  const person = liesWith(fact);
  if (person !== null) return { with: 'person', person };
  if (fact.kind === 'undo') return { with: 'entry', of: fact.of };
  return { with: 'series', series: seriesOf(fact), date: dayOf(fact) ?? NO_DAY };
}

/** Everybody a fact names as somebody who could be expected in a meeting. */
export const peopleIn = (fact: Fact): readonly PersonKey[] => kindOf(fact).people(fact);
