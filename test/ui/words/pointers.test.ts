import { expect, test } from 'vitest';
import { lostAnswersHint } from '../../../src/ui/words/decide/pointers';

test.each([
  [0, ''],
  [1, 'One of the answers in brackets was changed; it goes as plain words instead of a link.'],
  [2, 'Two of the answers in brackets were changed; they go as plain words instead of links.'],
])('13.5 of the answers in brackets that were changed, all are counted: %i', (lost, words) => {
  expect(lostAnswersHint(lost)).toBe(words);
});

test('where all three are gone, it is said how they answer then', () => {
  expect(lostAnswersHint(3)).toMatch(/answer with a plain reply/);
});
