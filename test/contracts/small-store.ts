import type { SmallStore } from '../../src/ledger/browser/loss-detector';

/** A `localStorage` of one test. */
export function createMemorySmallStore(): SmallStore {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
