import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeLineage } from '../../at-once';

import { priya } from '../builders/facts';
import { DATE, factsOf, happened, KEY } from '../builders/worlds';
import { naiveOutcome } from '../naive/naive-outcome';

test('2 a second, naive reading of section 2 agrees on thousands of histories', { timeout: 300_000 }, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(happened, (world) => {
      const { facts, now } = factsOf(world);
      const expected = naiveOutcome({ facts, occurrence: KEY, owner: priya.key, now });
      const lineage = judgeLineage({ owner: priya, facts }, KEY.slice(0, -11), now);
      const found = lineage?.occurrences.find(({ date }) => date === DATE);
      seen.set(expected, (seen.get(expected) ?? 0) + 1);
      expect(found?.outcome).toBe(expected);
    }),
    { numRuns: 2500, seed: 20_261_103 },
  );
  // A comparison that never reaches a rule says nothing about it.
  for (const outcome of REACHED) expect(seen.get(outcome) ?? 0, outcome).toBeGreaterThan(0);
});

const REACHED = [
  'upcoming',
  'held-moved',
  'held',
  'held-part',
  'excluded-paused',
  'excluded-agreed-skip',
  'excluded-own-absence',
  'excluded-holiday',
  'excluded-away',
  'cancelled-with-notice',
  'cancelled-short-notice',
  'cancelled-after-start',
  'cancelled-notice-unknown',
  'not-held-apologies-with-notice',
  'not-held-apologies-short-notice',
  'not-held-no-message',
  'not-recorded',
];
