import { beforeEach, describe, expect, test } from 'vitest';

import { forgetScene, keepScene } from '../../src/session/keep-scene';
import { recallScene } from '../../src/session/snapshot';
import { EMPTY_SCENE } from '../../src/ui/desk/empty-scene';
import { firstChosen } from '../../src/ui/state/pane';
import { createMemorySmallStore } from '../contracts/small-store';
import { goldenScene } from '../ui/fake-desk';
import { goldenMonth, NOW, occurrenceOn } from '../ui/fixture';

const ITEM = { id: 'item', seriesId: 'series', start: null };

let shelf = createMemorySmallStore();
beforeEach(() => {
  shelf = createMemorySmallStore();
});

const recalled = () => {
  const kept = recallScene(shelf, ITEM, NOW);
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
    keepScene(shelf, ITEM, scene, NOW);
    const opened = recalled();
    expect(opened === null ? null : firstChosen(opened)?.key).toBe(untold);
  });

  test('is of that meeting alone', () => {
    keepScene(shelf, { ...ITEM, id: 'other', seriesId: null }, scene, NOW);
    expect(recalled()).toBeNull();
  });

  test('is gone once it is forgotten', () => {
    keepScene(shelf, ITEM, scene, NOW);
    forgetScene(shelf);
    expect(recalled()).toBeNull();
  });
});
