import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { CheckIn } from '../../../../src/domain/facts/entered/check-in';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { mergeFacts, nextStamp } from '../../../../src/domain/facts/log/log';

describe('stamps', () => {
  test('of one device sort in the order given, whatever its clock does', () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(clocks, (times) => {
        const stamps: string[] = [];
        for (const now of times) stamps.push(nextStamp(stamps.at(-1) ?? null, now, 'a1'));
        expect([...stamps].sort()).toEqual(stamps);
        expect(new Set(stamps).size).toBe(stamps.length);
      }),
    );
  });

  test('of two devices sort by time, and are never the same', () => {
    const [early, late] = [nextStamp(null, 1_000, 'b'), nextStamp(null, 2_000, 'a')];
    expect(early < late).toBe(true);
    expect(nextStamp(null, 1_000, 'a')).not.toBe(nextStamp(null, 1_000, 'b'));
  });

  test('a counter that is full, or a last stamp that is none, stops nothing', () => {
    let last = nextStamp(null, 5, 'a');
    for (let at = 0; at < 100_000; at++) {
      const next = nextStamp(last, 5, 'a');
      if (next <= last) expect(next).toBe(`later than ${last}`);
      last = next;
    }
    expect(nextStamp('nonsense', 5, 'a')).toBe(nextStamp(null, 5, 'a'));
    expect(nextStamp(null, Number.NaN, 'a')).toBe(nextStamp(null, 0, 'a'));
  });
});

describe('two logs as one', () => {
  const checkIns = fc.record({
    kind: fc.constant('check-in' as const),
    id: fc.constantFrom('1', '2', '3', '4'),
    recordedAt: fc.integer({ min: 0, max: 3 }),
    occurrence: fc.constant('daily/2026-11-20'),
    said: fc.constantFrom('we-met' as const, 'nobody-joined' as const),
    minutes: fc.option(fc.integer({ min: 0, max: 2 })),
    people: fc.constant([]),
  });
  const logs: fc.Arbitrary<readonly CheckIn[]> = fc.array(checkIns, { maxLength: 6 });

  test('does not depend on which comes first', () => {
    fc.assert(
      fc.property(logs, logs, (a, b) => {
        expect(mergeFacts(a, b)).toEqual(mergeFacts(b, a));
      }),
    );
  });

  test('does not depend on which two come first of three', () => {
    fc.assert(
      fc.property(logs, logs, logs, (a, b, c) => {
        expect(mergeFacts(mergeFacts(a, b), c)).toEqual(mergeFacts(a, mergeFacts(b, c)));
      }),
    );
  });

  test('merging again changes nothing, and every id is there once', () => {
    fc.assert(
      fc.property(logs, logs, (a, b) => {
        const merged = mergeFacts(a, b);
        expect(mergeFacts(merged, merged)).toEqual(merged);
        expect(mergeFacts(merged, b)).toEqual(merged);
        expect(merged.map(({ id }) => id).sort()).toEqual(
          [...new Set([...a, ...b].map(({ id }) => id))].sort(),
        );
      }),
    );
  });

  test('members in another order are the same fact', () => {
    const fact = { kind: 'undo', id: '1', recordedAt: 1, of: 'x' } as const satisfies Fact;
    const turned = { of: 'x', recordedAt: 1, id: '1', kind: 'undo' } as const;
    expect(mergeFacts([fact], [turned])).toHaveLength(1);
  });
});
