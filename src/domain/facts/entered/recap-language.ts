import type { Language } from '../../language';
import type { Person } from '../things/person';
import type { SeriesRules } from './rules';

/** The language somebody is written to in: their own choice, else the owner's for everybody, else English. */
export function languageFor(person: Person | null, owner: Person, rules: SeriesRules): Language {
  const chosen = rules.languages ?? {};
  const theirs = person === null ? [] : [person.key, person.address, ...(person.otherAddresses ?? [])];
  for (const name of [...theirs, owner.key]) {
    const language = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
    if (language !== undefined) return language;
  }
  return 'en';
}
