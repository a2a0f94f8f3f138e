import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/domain/facts/things/person';
import { fewOf, MOST_PEOPLE } from '../../../src/ui/state/few';

const person = (number: number): Person => ({
  key: `p${number}`,
  name: `Person ${number}`,
  address: `p${number}@northwind.example`,
});
const meetingOf = (size: number) => Array.from({ length: size }, (_, at) => person(at + 1));
const about = (...chosen: readonly string[]) => ({
  personOf: (one: Person) => one,
  isSet: ({ key }: Person) => chosen.includes(key),
});
const names = (people: readonly Person[]) => people.map(({ name }) => name);

describe('A setting for each person', () => {
  test('stands there for everybody of a small meeting, whatever was typed', () => {
    const all = meetingOf(MOST_PEOPLE);
    expect(fewOf(all, about(), 'Person 3')).toEqual(all);
  });

  test.each([
    ['nothing is typed', '', ['Person 700']],
    ['a name is typed', ' person 99 ', ['Person 700', 'Person 99', 'Person 990', 'Person 991']],
    ['a name is typed that has its setting', 'Person 700', ['Person 700']],
    ['nobody is called that', 'Nobody', ['Person 700']],
  ])('of a large meeting stands there for who has one, and for who is looked for: %s', (_, typed, first) => {
    const found = fewOf(meetingOf(1000), about('p700'), typed);
    expect(names(found).slice(0, 4)).toEqual(first);
    expect(found.length).toBeLessThanOrEqual(MOST_PEOPLE + 1);
  });
});
