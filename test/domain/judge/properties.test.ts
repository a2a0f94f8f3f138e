import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { isHeld, OUTCOMES, PERSON_OUTCOMES } from '../../../src/domain/facts/things/outcomes';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { MINUTE } from '../../../src/domain/time/time';
import { judgeLineage } from '../../at-once';
import { anyFact } from '../builders/any-fact';
import { about, priya, refinement, rowOf } from '../builders/facts';
import { DATE, factsOf, happened, KEY, whoIs } from '../builders/worlds';

const SERIES = KEY.slice(0, -11);
const SEED = 20_261_103;

const judged = (facts: readonly Fact[], now: number) =>
  judgeLineage({ owner: priya, facts: [...facts] }, SERIES, now);
const theOne = (facts: readonly Fact[], now: number): JudgedOccurrence => {
  const found = judged(facts, now)?.occurrences.find(({ date }) => date === DATE);
  if (found === undefined) throw new Error('The occurrence is gone');
  return found;
};
/** Another order of the same facts, and some of them twice. */
const mixed = (facts: readonly Fact[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...facts], { minLength: facts.length, maxLength: facts.length }),
      fc.subarray([...facts]),
    )
    .map(([all, again]) => [...all, ...again]);

describe('whatever happened', { timeout: 60_000 }, () => {
  test('the order of the facts, and facts that came twice, change nothing', () => {
    const property = fc.property(
      happened.chain((world) => fc.tuple(fc.constant(world), mixed(factsOf(world).facts))),
      ([world, other]) => {
        const facts = [...new Set(other)];
        const { now } = factsOf(world);
        expect(judged(other, now)).toEqual(judged(facts.reverse(), now));
      },
    );
    fc.assert(property, { numRuns: 400, seed: SEED });
  });

  test('every occurrence has exactly one outcome, each person one or an empty cell', () => {
    const property = fc.property(happened, (world) => {
      const { facts, now } = factsOf(world);
      const occurrences = judged(facts, now)?.occurrences ?? [];
      expect(new Set(occurrences.map(({ key }) => key)).size).toBe(occurrences.length);
      for (const { outcome, people } of occurrences) {
        expect(OUTCOMES).toContain(outcome);
        for (const person of people) expect([null, ...PERSON_OUTCOMES]).toContain(person.outcome);
        expect(new Set(people.map(({ person }) => person.key)).size).toBe(people.length);
      }
    });
    fc.assert(property, { numRuns: 300, seed: SEED });
  });

  test('judging again gives the same', () => {
    const property = fc.property(happened, (world) => {
      const { facts, now } = factsOf(world);
      expect(judged(facts, now)).toEqual(judged(facts, now));
    });
    fc.assert(property, { numRuns: 100, seed: SEED });
  });

  test('more evidence of presence never makes it less held', () => {
    const stay = fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      from: fc.integer({ min: -10, max: 30 }),
      minutes: fc.integer({ min: 1, max: 40 }),
    });
    const property = fc.property(
      happened,
      fc.array(stay, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (world, stays, tapped) => {
        const { facts, now } = factsOf(world);
        const before = theOne(facts, now);
        const told = about({ ...refinement, series: SERIES });
        const { start, end } = before.effective;
        const rows = stays.map(({ who, from, minutes }) => {
          const joined = start + from * MINUTE;
          return rowOf(whoIs(world, who), { start: joined, end: joined + minutes * MINUTE });
        });
        const more: Fact = tapped
          ? told.noted(DATE, end + 100_000 * MINUTE, 'we-met')
          : told.report({ start, end }, rows);
        const after = theOne([...facts, more], now);
        if (isHeld(before.outcome)) expect(isHeld(after.outcome)).toBe(true);
        if (tapped) expect(isHeld(after.outcome)).toBe(true);
      },
    );
    fc.assert(property, { numRuns: 600, seed: SEED });
  });

  test('more time in the reports is never less time together', () => {
    const property = fc.property(happened, fc.integer({ min: 0, max: 3 }), (world, who) => {
      const { facts, now } = factsOf(world);
      const before = theOne(facts, now);
      if (!facts.some(({ kind }) => kind === 'report') || !before.evidence.includes('teams-report')) return;
      const told = about({ ...refinement, series: SERIES });
      const after = theOne(
        [...facts, told.report(before.effective, [rowOf(whoIs(world, who), before.effective)])],
        now,
      );
      expect(after.minutesTogether).toBeGreaterThanOrEqual(before.minutesTogether ?? 0);
    });
    fc.assert(property, { numRuns: 600, seed: SEED });
  });

  test('nobody is said to have sent no message without positive evidence (4.5)', () => {
    const property = fc.property(happened, (world) => {
      const { facts, now } = factsOf(world);
      const noted = facts.some((fact) => fact.kind === 'check-in' || fact.kind === 'report');
      if (noted) return;
      const one = theOne(facts, now);
      expect(one.outcome).not.toBe('not-held-no-message');
      expect(one.people.map(({ outcome }) => outcome)).not.toContain('not-present-no-message');
    });
    fc.assert(property, { numRuns: 600, seed: SEED });
  });
});

describe('whatever the facts say', { timeout: 60_000 }, () => {
  const now = Date.UTC(2026, 10, 5);
  const owner = priya;

  test('no history whatever makes the judgement throw, and its order does not matter', {
    timeout: 60_000,
  }, () => {
    const histories = fc.array(anyFact, { maxLength: 25 });
    const property = fc.property(histories, fc.constantFrom('one', 'two', 'single', ''), (facts, series) => {
      const lineage = judgeLineage({ owner, facts }, series, now);
      const backwards = judgeLineage({ owner, facts: [...facts].reverse() }, series, now);
      expect(backwards).toEqual(lineage);
      for (const { outcome, effective, minutesTogether } of lineage?.occurrences ?? []) {
        expect(OUTCOMES).toContain(outcome);
        expect(effective.end).toBeGreaterThanOrEqual(effective.start);
        expect(minutesTogether ?? 0).toBeGreaterThanOrEqual(0);
      }
    });
    fc.assert(property, { numRuns: 1500, seed: SEED });
  });
});
