import type { Zone } from '../time/time';
import type { Fact } from './fact';
import type { PersonKey } from './person';
import type { SeriesRules } from './rules';

/** Where people live, as far as the country chosen for their holidays tells. */
export function zonesOf(
  facts: readonly Fact[],
  { countries = {} }: SeriesRules,
): Readonly<Record<PersonKey, Zone>> {
  const zones: Record<PersonKey, Zone> = {};
  for (const fact of facts) {
    if (fact.kind !== 'holiday' || fact.source !== 'country') continue;
    if (Object.hasOwn(countries, fact.person) && countries[fact.person] === fact.country) {
      zones[fact.person] = fact.zone;
    }
  }
  return zones;
}
