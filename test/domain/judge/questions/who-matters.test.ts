import { describe, expect, test } from 'vitest';

import type { PersonOutcome } from '../../../../src/domain/facts/things/outcomes';
import type { JudgedPerson } from '../../../../src/domain/judge/judged/judged';
import { GLANCE, whoMatters } from '../../../../src/domain/judge/questions/who-matters';
import { part } from '../../builders/judged-month';
import { PRIYA, person } from '../../builders/readings';

const one = (name: string, outcome: PersonOutcome | null, more: Partial<JudgedPerson> = {}) =>
  part(person(name), outcome, more);
const crowd = (outcome: PersonOutcome, count = 36) =>
  Array.from({ length: count }, (_, at) => one(`Person ${at}`, outcome));
const listed = (people: readonly JudgedPerson[]) => {
  const { known, shown } = whoMatters(people);
  return { first: known.slice(0, shown).map((each) => each.person.name), more: known.length - shown };
};

describe('Of forty people those come first of whom there is something to say', () => {
  test('4.1 who was not there, sent word or was away, and the owner; the others are some more', () => {
    const people = [
      ...crowd('present'),
      one('Ann', 'not-present-no-message'),
      one('Bo', 'apologies-with-notice'),
      one('Cy', 'away'),
      part(PRIYA, 'present', { isOwner: true }),
    ];
    expect(listed(people)).toEqual({ first: ['Ann', 'Bo', 'Cy', PRIYA.name], more: 36 });
  });

  test('4.5 nobody of whom nothing is known is set before the others', () => {
    expect(listed([...crowd('not-recorded'), one('Ann', 'delegate-attended')])).toEqual({
      ...{ first: ['Ann'], more: 36 },
    });
  });

  test('a few are all shown, as they stand in the meeting', () => {
    const few = [...crowd('present', GLANCE - 1), one('Ann', 'away')];
    expect(listed(few)).toEqual({ first: few.map((each) => each.person.name), more: 0 });
  });

  test('and of very many who matter no more are shown at first than are read', () => {
    expect(listed(crowd('away', 60))).toMatchObject({ more: 20 });
  });

  test('rooms, and who has no outcome, are nobody to be listed', () => {
    expect(listed([one('Room', 'present', { role: 'resource' }), one('Ann', null)])).toEqual({
      ...{ first: [], more: 0 },
    });
  });
});
