import { afterEach, describe, expect, test } from 'vitest';
import { createStamps, stampMemory } from '../../src/browser/stamps';

const systemNow = Date.now;
afterEach(() => {
  Date.now = systemNow;
});
const clockStandsAt = (now: number) => {
  Date.now = () => now;
};

/** As much of `localStorage` as a stamp needs. */
function smallStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  } as unknown as Storage;
}

describe('Stamps of entries', () => {
  test('of panes opened one after the other, or side by side, all differ and sort as they were given', () => {
    clockStandsAt(1_000);
    const storage = smallStorage();
    const pane = () => createStamps('a1', stampMemory(storage));
    const first = pane();
    const stamps = [first.stamp(), first.stamp()];
    const second = pane();
    stamps.push(second.stamp(), first.stamp(), second.stamp());
    clockStandsAt(500);
    stamps.push(pane().stamp());
    expect(new Set(stamps).size).toBe(6);
    expect([...stamps].sort()).toEqual(stamps);
  });

  test('of one pane differ where small storage is denied', () => {
    clockStandsAt(1_000);
    const denied = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    } as unknown as Storage;
    for (const storage of [undefined, denied]) {
      const seal = createStamps('a1', stampMemory(storage));
      expect(new Set([seal.stamp(), seal.stamp(), seal.stamp()]).size).toBe(3);
    }
  });
});
