import fc from 'fast-check';
import { expect, test } from 'vitest';

import { normalizedTitle, titleLikeness } from '../../../../src/domain/facts/things/title';

const letters = fc.constantFrom('a', 'b', 'A', 'é', '😀', ' ', '-', '1');
const title = fc.array(letters, { maxLength: 12 }).map((each) => each.join(''));

/** Pair after pair, each taken away from the other title once it was found there. */
function byHand(a: string, b: string): number {
  const pairsOf = (text: string) =>
    text.split(' ').flatMap((word) => {
      const each = [...word];
      return each.slice(1).map((letter, at) => `${each[at]}${letter}`);
    });
  const [ours, theirs] = [normalizedTitle(a), normalizedTitle(b)];
  if (ours === theirs) return 1;
  const left = pairsOf(theirs);
  const total = pairsOf(ours).length + left.length;
  const both = pairsOf(ours).filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return total === 0 ? 0 : (2 * both.length) / total;
}

test('5.6 two titles are as like as their pairs of letters, whichever comes first', () => {
  fc.assert(
    fc.property(title, title, (a, b) => {
      expect(titleLikeness(a, b)).toBe(byHand(a, b));
      expect(titleLikeness(b, a)).toBe(titleLikeness(a, b));
    }),
    { numRuns: 1000 },
  );
});
