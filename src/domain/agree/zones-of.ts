import type { SeriesRules } from '../facts/entered/rules';
import type { Fact } from '../facts/log/fact';
import type { PersonKey } from '../facts/things/person';
import type { Zone } from '../time/time';
import { isKnownZone } from '../time/zone';
import { type AgreementView, agreedWith } from './agreed';

/**
 * Where people live, as far as anybody said so: what they agreed on, else where their working hours are kept, else
 * where the country chosen for their holidays lies.
 */
export function zonesOf(
  facts: readonly Fact[],
  views: readonly AgreementView[],
  { countries = {} }: SeriesRules,
): Readonly<Record<PersonKey, Zone>> {
  const lands: [PersonKey, Zone][] = [];
  const hours: [PersonKey, Zone][] = [];
  for (const fact of facts) {
    if (fact.kind === 'working-hours') hours.push([fact.person, fact.zone]);
    if (fact.kind !== 'holiday' || fact.source !== 'country') continue;
    if (Object.hasOwn(countries, fact.person) && countries[fact.person] === fact.country)
      lands.push([fact.person, fact.zone]);
  }
  const agreed = views.flatMap(({ agreement: { person } }): [PersonKey, Zone][] => {
    const zone = agreedWith(views, person)?.zone ?? null;
    return zone === null ? [] : [[person.key, zone]];
  });
  return Object.fromEntries([...lands, ...hours, ...agreed].filter(([, zone]) => isKnownZone(zone)));
}
