import { expect, test } from 'vitest';
import type { Attendee, Person } from '../../../src/domain/facts/things/person';
import { judgeLineage } from '../../at-once';

import { about, at, attendee, daily, priya } from '../builders/facts';

/** How often the rules look at somebody on the list, while a week of so many people is judged. */
function looksAt(count: number): number {
  let looks = 0;
  const attendees = Array.from({ length: count }, (_, place): Attendee => {
    const person: Person = { key: `p${place}@a.example`, name: `P ${place}`, address: `p${place}@a.example` };
    const counted = {
      ...attendee(person),
      get person() {
        looks += 1;
        return person;
      },
    };
    return counted;
  });
  const told = about({ ...daily, attendees });
  const days = ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'];
  const facts = [
    told.kept('start', '2026-10-20 09:00'),
    told.seen(),
    ...days.flatMap((day) => [told.sighted(day), told.noted(day, `${day} 15:40`, 'we-met')]),
  ];
  const lineage = judgeLineage({ owner: priya, facts }, told.seen().series, at('2026-10-30 18:00'));
  expect(lineage?.people.length).toBeGreaterThan(count);
  return looks;
}

test('Ten times as many people are ten times the work, not a hundred times', () => {
  expect(looksAt(1_000)).toBeLessThan(11 * looksAt(100));
});
