import type { Person, PersonKey } from '../../domain/facts/things/person';
import { listWords } from './times';

/** Of somebody whom Exchange shows without a name or an address there is nothing but an id. */
export const nameOf = ({ name, address, key }: Person): string => name || address || key;

/** `Marcus`; a name that is written the other way round (`Hale, Marcus`), or an address, stays whole. */
export const firstNameOf = (person: Person): string => {
  const name = nameOf(person);
  return /[,@]/.test(name) ? name : (name.split(' ')[0] ?? name);
};

/** Everybody by name; of more than `most` the rest are counted: "and 3 others" reads better than a list of ten. */
export const namesOf = (people: readonly Person[], most = people.length): string =>
  people.length <= most
    ? listWords(people.map(nameOf))
    : `${people
        .slice(0, most - 1)
        .map(nameOf)
        .join(', ')} and ${people.length - most + 1} others`;

/** People to choose from. */
export const byName = (people: readonly Person[]): readonly (readonly [PersonKey, string])[] =>
  people.map((person) => [person.key, nameOf(person)]);
