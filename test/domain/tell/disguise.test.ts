import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/domain/facts/things/person';
import { disguiseOf } from '../../../src/domain/tell/disguise';

const person = (
  name: string,
  address = `${name.toLowerCase().replace(/\W+/g, '.')}@contoso.example`,
): Person => ({
  key: address,
  name,
  address,
});
const PRIYA = person('Priya Nair');
const MARCUS = person('Marcus Hale');
const DANA = person('Dana Ortiz');
const SAM = person('Sam O’Keefe-Li', 'sam@contoso.example');

describe('A copy for one person', () => {
  const disguise = disguiseOf([PRIYA, MARCUS], [SAM, DANA, MARCUS]);

  test.each([
    ['by whole name', 'Dana Ortiz called', 'A called'],
    ['by first name, in any case', 'DANA and dana', 'A and A'],
    ['by last name', 'as Ortiz said', 'as A said'],
    ['by address', 'write to dana.ortiz@contoso.example.', 'write to A.'],
    ['with signs in the name', 'Sam O’Keefe-Li’s idea', 'B’s idea'],
    ['and leaves words that only contain a name', 'Samples for Danaë', 'Samples for Danaë'],
    ['and leaves whom it may name', 'Priya and Marcus Hale met', 'Priya and Marcus Hale met'],
  ])('names others by letters %s', (_, before, after) => {
    expect(disguise.text(before)).toBe(after);
  });

  test('gives one letter to one person under all addresses', () => {
    const other = { ...person('Dana Ortiz-Berg', 'dob@contoso.example'), otherAddresses: [DANA.address] };
    const both = disguiseOf([PRIYA], [DANA, other, SAM]);
    expect([DANA, other, SAM].map(both.nameOf)).toEqual(['A', 'A', 'B']);
    expect(both.nameOf(PRIYA)).toBe('Priya Nair');
  });

  test('keeps a name that somebody who may be named bears too', () => {
    const namesake = person('Marcus Ortiz');
    const some = disguiseOf([PRIYA, MARCUS], [namesake]);
    expect(some.text('Marcus Ortiz met Marcus')).toBe('A met Marcus');
  });

  test('has letters for any number of people', () => {
    const many = Array.from({ length: 60 }, (_, at) => person(`Person${String(at).padStart(2, '0')}`));
    const names = many.map(disguiseOf([PRIYA], many).nameOf);
    expect(names.slice(24, 28)).toEqual(['Y', 'Z', 'AA', 'AB']);
    expect(new Set(names).size).toBe(60);
  });

  test('never lets a name of another person through, whatever it is made of', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'abcß.-+*()[]$^|\\/ ’é'),
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.string(), (names, rest) => {
        const others = names.map((one, at) => person(one, `p${at}@x.example`));
        const said = disguiseOf([PRIYA], others).text(
          others.map(({ address }) => `${rest} ${address} `).join(''),
        );
        for (const { address } of others) expect(said).not.toContain(` ${address} `);
      }),
    );
  });
});
