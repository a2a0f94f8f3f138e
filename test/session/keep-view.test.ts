import { beforeEach, describe, expect, test } from 'vitest';

import { forgetView, keepView } from '../../src/session/keep-view';
import { recallView } from '../../src/session/view-snapshot';
import { EMPTY_VIEW } from '../../src/ui/port/empty-view';
import { firstChosen } from '../../src/ui/state/pane';
import { createMemorySmallStore } from '../contracts/small-store';
import { goldenView } from '../ui/fake-actions';
import { goldenMonth, NOW, occurrenceOn } from '../ui/fixture';

const ITEM = { id: 'item', seriesId: 'series', start: null };

let shelf = createMemorySmallStore();
beforeEach(() => {
  shelf = createMemorySmallStore();
});

const recalled = () => {
  const kept = recallView(shelf, ITEM, NOW);
  return kept === null ? null : { ...EMPTY_VIEW, ...kept };
};

describe('The last view of a meeting', () => {
  const answered = goldenMonth().occurrences.map((one) => ({
    ...one,
    outcome: 'held' as const,
    questions: [],
  }));
  const untold = occurrenceOn('2026-11-18').key;
  const view = { ...goldenView(), lineage: { ...goldenMonth(), occurrences: answered }, untold };

  test('opens again on the recap that has not gone, before any rule is there to say which', () => {
    keepView(shelf, ITEM, view, NOW);
    const opened = recalled();
    expect(opened === null ? null : firstChosen(opened)?.key).toBe(untold);
  });

  test('is of that meeting alone', () => {
    keepView(shelf, { ...ITEM, id: 'other', seriesId: null }, view, NOW);
    expect(recalled()).toBeNull();
  });

  test('is gone once it is forgotten', () => {
    keepView(shelf, ITEM, view, NOW);
    forgetView(shelf);
    expect(recalled()).toBeNull();
  });
});
