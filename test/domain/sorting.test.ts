import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../src/domain/pace';
import { sorting } from '../../src/domain/sorting';

test('A list sorted step by step is in the order it has when it is sorted at once, equal ones included', () => {
  const byFirst = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0);
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 40 }), fc.nat(5000), (few, length) => {
      const list = Array.from({ length }, (_, at) => [few[at % (few.length + 1)] ?? at % 7, at]);
      expect(atOnce(sorting(list, byFirst))).toEqual(list.toSorted(byFirst));
    }),
    { numRuns: 30 },
  );
});
