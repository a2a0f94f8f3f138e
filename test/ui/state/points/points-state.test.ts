import { afterEach, expect, test, vi } from 'vitest';

import type { OnceMoreLetter } from '../../../../src/domain/points/once-more';
import { openPoints } from '../../../../src/domain/points/point-history';
import { askedAfter } from '../../../../src/domain/points/talked-about';
import { createPaneState, type PaneState } from '../../../../src/ui/state/pane';
import { createPointsState, linesWith } from '../../../../src/ui/state/points/points';
import { createFakeActions } from '../../fake-actions';
import { NOW } from '../../fixture';

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

/** A pane whose *Ask once more* is given by `letters`; how often its entries and its letters were read. */
function withLetters(letters: () => Promise<readonly OnceMoreLetter[]>) {
  const fake = createFakeActions();
  const reads = { entries: 0, letters: 0 };
  const pane = createPaneState({
    ...fake.actions,
    points: async () => {
      const actions = await fake.actions.points();
      return {
        ...actions,
        entries: () => {
          reads.entries += 1;
          return actions.entries();
        },
        lettersOnceMore: () => {
          reads.letters += 1;
          return letters();
        },
      };
    },
  });
  open.push(pane);
  return { pane, points: createPointsState(pane), reads, drafted: fake.actions.points() };
}
const offered = (points: ReturnType<typeof createPointsState>) =>
  points.onceMore.value.map(({ name }) => name);

test.each<[string, () => Promise<never>]>([
  ['cannot be drafted', () => Promise.reject(new Error('whose log it is, is not known yet'))],
  ['are not drafted yet', () => new Promise(() => undefined)],
])(
  '12.4 where questions once more %s, points are shown, and what is said of one is taken',
  async (_, letters) => {
    const { points } = withLetters(letters);
    await points.load();
    const [first] = points.histories.value ?? [];
    if (first === undefined) throw new Error('nothing is open');
    expect(await points.say(first, { step: 'dropped', occurrence: null, words: '' })).toBe(true);
    expect(points.busy.value).toBe(false);
    expect(points.histories.value?.map(({ standing }) => standing)).toEqual(['dropped', 'open']);
    expect(offered(points)).toEqual([]);
  },
);

test('12.4 what could not be drafted is drafted later, and what was read is not read again', async () => {
  let isKnown = false;
  const { points, reads, drafted } = withLetters(async () => {
    if (!isKnown) throw new Error('whose log it is, is not known yet');
    return (await drafted).lettersOnceMore();
  });
  await points.load();
  await vi.waitFor(() => expect(reads.letters).toBe(1));
  expect(offered(points)).toEqual([]);
  isKnown = true;
  await vi.waitFor(async () => {
    await points.tryAgain();
    expect(offered(points)).toEqual(['P-001']);
  });
  const before = { ...reads };
  await points.tryAgain();
  expect(reads).toEqual(before);
});

test('12.4 a question is offered once its time has come, by the clock alone', async () => {
  const { pane, points, reads, drafted } = withLetters(async () =>
    (await (await drafted).lettersOnceMore()).map((one) => ({ ...one, from: NOW + 1 })),
  );
  pane.now.value = NOW;
  await points.load();
  await vi.waitFor(() => expect(reads.letters).toBe(1));
  await Promise.resolve();
  expect(offered(points)).toEqual([]);
  pane.now.value = NOW + 1;
  await vi.waitFor(() => expect(offered(points)).toEqual(['P-001']));
  expect(reads).toEqual({ entries: 1, letters: 1 });
  const [first] = points.histories.value ?? [];
  if (first === undefined) throw new Error('nothing is open');
  // Said of it, it is not offered, whether or not anything was drafted anew.
  await points.say(first, { step: 'dropped', occurrence: null, words: '' });
  expect(offered(points)).toEqual([]);
});
