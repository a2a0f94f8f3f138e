import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Person } from '../../../../src/domain/facts/things/person';
import { couldBe } from '../../../../src/domain/judge/evidence/namesake';

/** 3.5: before somebody is said to have been absent, whoever could be them has to be somebody else plainly. */

const named = (name: string, address = 'marcus@contoso.example'): Person => ({ key: address, name, address });
const row = (name: string, address = 'somebody@fabrikam.example', directoryId: string | null = null) => ({
  name,
  address,
  directoryId,
});

describe('3.5 a row that could be the absentee', () => {
  test.each([
    ['Marcus Hale', 'the same name'],
    ['MARCUS HALE', 'in capitals'],
    ['Ｍａｒｃｕｓ　Ｈａｌｅ', 'in wide letters'],
    ['Hale, Marcus', 'in the order of a directory'],
    ['Marcus Hale (Guest)', 'as a guest'],
    ['Marcus Hale (External)', 'from outside'],
    ['[Extern] Hale Marcus', 'marked in front'],
    ['Marcus Hale | Contoso Ltd', 'with the firm'],
    ['Márcus Håle', 'with accents'],
    ['Marcus', 'by the first name'],
    ['Hale', 'by the last'],
    ['M. Hale', 'by an initial'],
    ['M.H.', 'by two initials'],
    ['MH', 'by two initials in a word'],
    ['H M', 'by initials the other way round'],
    ['M', 'by one letter'],
    ['mhale', 'by a sign-in name'],
    ['marcush', 'by another one'],
    ['marcus.hale', 'by the local part of an address'],
    ['marcus_hale', 'by an account'],
    ['MarcusHale', 'run together'],
    ['halemarcus2', 'run together, with a number'],
    ['marcus.hale@contoso.example', 'by an address for a name'],
    ['Marc', 'by a nickname'],
    ['Marcus Webb', 'by one shared word'],
    ['Маркус Хейл', 'in letters that cannot be compared'],
    ['マーカス・ヘイル', 'in a script without spaces'],
    ['Хейл (Marcus)', 'with the name they use in brackets'],
    ['', 'without a name'],
    ['+44 20 7946 0018', 'with a number for a name'],
    ['12', 'with digits alone'],
  ])('%j could be Marcus Hale: %s', (name) => {
    expect(couldBe(row(name), named('Marcus Hale'))).toBe(true);
  });

  test.each([
    ['Jürgen Müller', 'Mueller, Juergen'],
    ['Jürgen Müller', 'Jurgen Muller'],
    ['Søren Ægidius', 'soren aegidius'],
    ['王伟', '王伟 (Wei Wang)'],
    ['Wei Wang', '王伟 (Wei Wang)'],
    ['Wei Wang (王伟)', '王伟'],
    ['김민준', '민준'],
    ['O’Brien, Siobhán', "Siobhan O'Brien"],
    ['Jean-Luc Picard', 'Jean Luc Picard'],
    ['Alexandra Kim', 'Alex'],
    ['Chris', 'Christopher Lee'],
    ['Ng', 'Ng, Wei'],
  ])('%j could be on a row as %j, and the other way round', (one, other) => {
    expect(couldBe(row(other), named(one))).toBe(true);
    expect(couldBe(row(one), named(other))).toBe(true);
  });

  test.each([
    ['', null, 'neither address nor id'],
    ['marcus@contoso.onmicrosoft.example', null, 'the same local part in another domain'],
    ['marcus@home.example', 'a-guid', 'the same local part at home'],
  ])(
    'whatever its name, where it has %j and id %j: %s',
    (address: string, id: string | null, _why: string) => {
      expect(couldBe(row('Kim Abroad', address, id), named('Marcus Hale'))).toBe(true);
    },
  );

  test('an attendee without a name could be anybody, but for what their address tells', () => {
    expect(couldBe(row('Marcus H'), named('', 'marcus@contoso.example'))).toBe(true);
    expect(couldBe(row('Kim Abroad'), named('', 'id:4711'))).toBe(true);
    expect(couldBe(row('Kim Abroad'), named('', 'marcus@contoso.example'))).toBe(false);
  });
});

describe('3.5 a row that is plainly somebody else', () => {
  test.each([
    ['Kim Abroad', 'Marcus Hale'],
    ['Kim Abroad (Contoso)', 'Marcus Hale (Contoso)'],
    ['Kim Abroad (Guest)', 'Marcus Hale (Guest)'],
    ['Guest Abroad', 'Guest Hale'],
    ['Piet van Dam', 'Ada van Field'],
    ['Sam Jones', 'Samantha Okoye'],
    ['Mia Halen', 'Marcus Hale'],
    ['K. Abroad', 'Marcus Hale'],
    ['王伟', '李娜'],
  ])('%j is not %j', (name, absent) => {
    expect(couldBe(row(name), named(absent, 'absent@contoso.example'))).toBe(false);
  });
});

test('3.5 a name could be its own bearer however it is written', () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/);
  const forms = fc.constantFrom<(first: string, last: string) => string>(
    (first, last) => `${first} ${last}`,
    (first, last) => `${last.toUpperCase()}, ${first}`,
    (first, last) => `${first[0]}. ${last}`,
    (first, last) => `${first} ${last[0]}.`,
    (first, last) => `${first}.${last}@elsewhere.example`,
    (first, last) => `${first}${last}`,
    (first, last) => `${first[0]}${last}`,
    (first, last) => `${first} ${last} (Guest)`,
    (first) => `${first} (External)`,
    (first, last) => `${first[0]}${last[0]}`.toUpperCase(),
  );
  fc.assert(
    fc.property(word, word, forms, (first, last, form) => {
      expect(couldBe(row(form(first, last)), named(`${first} ${last}`, 'a@b.example'))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
