import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fail, ok } from '../../../src/domain/result';
import { occasionsNear, peopleAtHand, personTyped } from '../../../src/domain/tell/at-hand';
import { decision, judged, lineageOf, part } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const NOW = utc('2026-11-20T18:00');
const NAMESAKE = { key: 'hale@other.test', name: MARCUS.name, address: 'hale@other.test' };
const UNREACHABLE = { key: 'id:7', name: 'Ada Stone', address: '' };
const PEOPLE = [MARCUS, DANA, UNREACHABLE];
const typedAs = (address: string) => ({ key: address, name: address, address });

describe('Who can be named (10.4)', () => {
  test.each([
    ['a name that one person has', MARCUS.name, MARCUS],
    ['the same in any case', ` ${MARCUS.name.toUpperCase()} `, MARCUS],
    ['their address', MARCUS.address, MARCUS],
    ['name and address, as mails write them', `${MARCUS.name} <${MARCUS.address}>`, MARCUS],
    ['somebody without an address, by name', 'Ada Stone', UNREACHABLE],
    ['an address that nobody here has', 'Nina@Vendor.Example', typedAs('nina@vendor.example')],
    ['an address with a plus', 'nina+sync@vendor.example', typedAs('nina+sync@vendor.example')],
    ['nobody: a name that nobody has', 'Nina', null],
    ['nobody: an address without a domain', 'nina@', null],
    ['nobody: an address of this machine', 'nina@vendor', null],
    ['nobody: two addresses', 'a@b.example, c@d.example', null],
    ['nobody: an address with a space', 'ni na@vendor.example', null],
    ['nobody: a path of Exchange', '/o=Contoso/cn=nina@vendor.example', null],
    ['nobody: longer than an address can be', `${'n'.repeat(300)}@vendor.example`, null],
    ['nobody: nothing', '   ', null],
  ])('%s', (_, typed, person) => {
    expect(personTyped(typed, PEOPLE)).toEqual(person === null ? fail('nobody') : ok(person));
  });

  test('of two people with one name neither is taken: their addresses tell', () => {
    const both = [MARCUS, NAMESAKE];
    expect(personTyped(MARCUS.name, both)).toEqual(fail('several'));
    expect(personTyped(NAMESAKE.address, both)).toEqual(ok(NAMESAKE));
  });

  test('whatever is typed, it names somebody at hand or one whole address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (typed) => {
        const named = personTyped(typed, PEOPLE);
        if (!named.ok || PEOPLE.includes(named.value)) return;
        const person = named.value;
        expect(person.address).toMatch(/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/);
        expect(typed.toLowerCase()).toContain(person.address);
      }),
    );
  });

  test('everybody of kept meetings and of earlier decisions, each once; nobody who was erased', () => {
    const erased = { key: 'erased:manager', name: 'a manager', address: '' };
    const decisions = [decision(1, { informed: [DANA, MARCUS, erased], consulted: [UNREACHABLE] })];
    const there = peopleAtHand([PRIYA, MARCUS], decisions);
    expect(there.map(({ key }) => key).sort()).toEqual(
      [PRIYA, MARCUS, DANA, UNREACHABLE].map(({ key }) => key).sort(),
    );
  });
});

describe('Where a decision can be made (10.2)', () => {
  const near = (...dates: readonly (readonly [string, Parameters<typeof judged>[1]])[]) =>
    occasionsNear([lineageOf(dates.map(([date, outcome]) => judged(date, outcome)))], NOW).map(
      ({ key }) => key,
    );

  test.each([
    [
      'the last two weeks, the newest first',
      ['daily/2026-11-19', 'daily/2026-11-10'],
      [
        ['2026-11-10', 'held'],
        ['2026-11-19', 'not-recorded'],
      ],
    ],
    ['not what was longer ago', [], [['2026-11-02', 'held']]],
    ['not what took place on another day', [], [['2026-11-19', 'superseded']]],
    [
      'what begins within a day, and nothing later',
      ['daily/2026-11-21'],
      [
        ['2026-11-21', 'upcoming'],
        ['2026-11-25', 'upcoming'],
      ],
    ],
  ] as const)('%s', (_, keys, dates) => {
    expect(near(...dates)).toEqual(keys);
  });

  test('says who was there, as far as that is recorded (11.4)', () => {
    const held = judged('2026-11-19', 'held', {
      people: [part(MARCUS, 'present'), part(DANA, 'not-recorded')],
    });
    const [one] = occasionsNear([lineageOf([held])], NOW);
    expect(one?.there).toEqual([MARCUS]);
  });
});
