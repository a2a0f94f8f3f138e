import { namesOf, type Person } from './person';

/** Whether somebody is one of them, asked of many people at once. */
export function amongPeople(people: readonly Person[]): (person: Person) => boolean {
  const names = new Set(people.flatMap(namesOf));
  return (person) => namesOf(person).some((name) => names.has(name));
}

/** Something about each of many people: the least of what is found under any of their names; null where nothing is. */
export function leastByPerson(
  of: readonly { readonly person: Person; readonly value: number }[],
): (person: Person) => number | null {
  const found = new Map<string, number>();
  for (const { person, value } of of) {
    for (const name of namesOf(person)) found.set(name, Math.min(found.get(name) ?? value, value));
  }
  return (person) => {
    const values = namesOf(person).flatMap((name) => found.get(name) ?? []);
    return values.length === 0 ? null : Math.min(...values);
  };
}

/** Each of them once, as they are named first. */
export function eachOnce(people: readonly Person[]): readonly Person[] {
  const names = new Set<string>();
  return people.filter((person) => {
    const own = namesOf(person);
    const isNew = !own.some((name) => names.has(name));
    for (const name of own) names.add(name);
    return isNew;
  });
}
