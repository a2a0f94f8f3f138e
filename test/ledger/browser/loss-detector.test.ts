import { describe, expect, test } from 'vitest';
import { createLossDetector } from '../../../src/ledger/browser/loss-detector';
import { createMemorySmallStore } from '../../contracts/small-store';

const counts = (facts: number, entries: number) => ({ facts, entries, pages: facts });

describe('The witness of a log', () => {
  test.each([
    ['nothing was ever written', null, counts(0, 0), false],
    ['all is there', counts(9, 4), counts(9, 4), false],
    ['another pane wrote more', counts(9, 4), counts(12, 5), false],
    ['the last sweep is missing, which the next finds again', counts(9, 4), counts(7, 4), false],
    ['the database is empty', counts(9, 4), counts(0, 0), true],
    ['a database without own entries is empty', counts(9, 0), counts(0, 0), true],
    ['own entries are missing', counts(9, 4), counts(9, 3), true],
  ])('when %s', (_case, said, found, lost) => {
    const storage = createMemorySmallStore();
    if (said) createLossDetector(storage, 'w').note(said, 1);
    const lossDetector = createLossDetector(storage, 'w');
    lossDetector.hear(found);
    expect(lossDetector.loss() !== null).toBe(lost);
  });

  test.each(['', '{', '7', '{"facts":"many"}'])('that was damaged to %j says nothing', (text) => {
    const storage = createMemorySmallStore();
    storage.setItem('w', text);
    const lossDetector = createLossDetector(storage, 'w');
    lossDetector.hear(counts(0, 0));
    expect(lossDetector.loss()).toBeNull();
  });

  test('is silent where small storage is denied', () => {
    const lossDetector = createLossDetector(undefined, 'w');
    lossDetector.note(counts(1, 1), 1);
    lossDetector.hear(counts(0, 0));
    expect(lossDetector.loss()).toBeNull();
  });
});
