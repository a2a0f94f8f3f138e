import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { forgetScene, keepScene } from '../../src/session/keep-scene';
import { recallScene } from '../../src/session/snapshot';
import { EMPTY_SCENE } from '../../src/ui/desk/empty-scene';
import { firstChosen } from '../../src/ui/state/pane';
import { goldenScene } from '../ui/fake-desk';
import { goldenMonth, NOW, occurrenceOn } from '../ui/fixture';

const ITEM = { id: 'item', seriesId: 'series', start: null };

beforeEach(() => {
  const kept = new Map<string, string>();
  const storage: Partial<Storage> = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const recalled = () => {
  const kept = recallScene(ITEM, NOW);
  return kept === null ? null : { ...EMPTY_SCENE, ...kept };
};

describe('The last scene of a meeting', () => {
  const answered = goldenMonth().occurrences.map((one) => ({
    ...one,
    outcome: 'held' as const,
    questions: [],
  }));
  const untold = occurrenceOn('2026-11-18').key;
  const scene = { ...goldenScene(), lineage: { ...goldenMonth(), occurrences: answered }, untold };

  test('opens again on the recap that has not gone, before any rule is there to say which', () => {
    keepScene(ITEM, scene, NOW);
    const opened = recalled();
    expect(opened === null ? null : firstChosen(opened)?.key).toBe(untold);
  });

  test('is of that meeting alone', () => {
    keepScene({ ...ITEM, id: 'other', seriesId: null }, scene, NOW);
    expect(recalled()).toBeNull();
  });

  test('is gone once it is forgotten', () => {
    keepScene(ITEM, scene, NOW);
    forgetScene();
    expect(recalled()).toBeNull();
  });
});
