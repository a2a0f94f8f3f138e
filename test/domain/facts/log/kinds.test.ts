import fc from 'fast-check';
import { expect, test } from 'vitest';

import { KINDS } from '../../../../src/domain/facts/log/kinds';
import { anyFact } from '../../builders/any-fact';

test('what is tried with any fact is tried with each kind of them', () => {
  const kinds = new Set(fc.sample(anyFact, { numRuns: 5_000, seed: 1 }).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
});
