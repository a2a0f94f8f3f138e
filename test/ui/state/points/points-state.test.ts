import { afterEach, expect, test } from 'vitest';

import { openPoints } from '../../../../src/domain/points/point-history';
import { askedAfter } from '../../../../src/domain/points/talked-about';
import { createPaneState, type PaneState } from '../../../../src/ui/state/pane';
import { createPointsState, linesWith } from '../../../../src/ui/state/points/points';
import { createFakeActions } from '../../fake-actions';

const open: PaneState[] = [];
afterEach(() => {
  for (const pane of open.splice(0)) pane.dispose();
});

/** Fri 20 Nov, which was just noted as held. */
async function met() {
  const fake = createFakeActions();
  const pane = createPaneState(fake.actions);
  open.push(pane);
  const points = createPointsState(pane);
  await points.load();
  const key = pane.chosen.value?.key ?? '';
  await fake.actions.checkIn(key, { said: 'we-met', minutes: null, people: [] });
  const asked = () => {
    const lineage = pane.lineage.value;
    const occurrence = lineage?.occurrences.find((one) => one.key === key);
    if (lineage === null || occurrence === undefined) return [];
    return askedAfter(lineage, occurrence, points.histories.value ?? []);
  };
  return { pane, points, key, asked };
}

test('12.3 what is said of a point is saved once, and leaves its line where it was', async () => {
  const { points, key, asked } = await met();
  const before = asked();
  const [first] = before;
  if (first === undefined) throw new Error('nothing is asked');
  expect(before.map(({ name }) => name)).toEqual(['P-001', 'P-002']);
  const word = { step: 'talked-about', occurrence: key, words: '' } as const;
  // A second tap while the first is being saved does nothing.
  await Promise.all([points.say(first, word), points.say(first, word)]);
  expect(asked().map(({ name }) => name)).toEqual(['P-002']);
  const lines = linesWith(before, asked(), points.said.value, () => true);
  expect(lines.map(({ name }) => name)).toEqual(['P-001', 'P-002']);
  expect(points.histories.value?.map(({ standing, steps }) => [standing, steps.length])).toEqual([
    ['talked-about', 1],
    ['open', 0],
  ]);
});

test('12.3 a line of somebody who was erased since keeps no place', async () => {
  const { points, key, asked } = await met();
  const before = asked();
  const [first] = before;
  if (first === undefined) throw new Error('nothing is asked');
  await points.say(first, { step: 'not-yet', occurrence: key, words: '' });
  const lines = linesWith(before, asked(), points.said.value, (id) => id !== first.point.id);
  expect(lines.map(({ name }) => name)).toEqual(['P-002']);
});

test('12.3 what is read while a word is being saved takes no line away before it is known what was said', async () => {
  const fake = createFakeActions();
  const seen: (readonly string[])[] = [];
  const pane = createPaneState({
    ...fake.actions,
    points: async () => {
      const actions = await fake.actions.points();
      return {
        ...actions,
        note: async (point, word) => {
          const noted = await actions.note(point, word);
          // The view shows anew what was noted, and the meeting reads its points.
          await points.load();
          seen.push(names());
          return noted;
        },
      };
    },
  });
  open.push(pane);
  const points = createPointsState(pane);
  const names = () => openPoints(points.histories.peek() ?? []).map(({ name }) => name);
  await points.load();
  const [first] = points.histories.value ?? [];
  if (first === undefined) throw new Error('nothing is open');
  await points.say(first, { step: 'dropped', occurrence: null, words: '' });
  expect(seen).toEqual([['P-001', 'P-002']]);
  expect([names(), Object.keys(points.said.value)]).toEqual([['P-002'], [first.point.id]]);
});
