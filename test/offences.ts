import { afterEach, expect } from 'vitest';
import { offencesSoFar } from './simulator/graph/conformance/offences';

/** A request of the product that Graph would not have liked fails the test that made it. */
afterEach(() => {
  expect([...new Set(offencesSoFar())]).toEqual([]);
});
