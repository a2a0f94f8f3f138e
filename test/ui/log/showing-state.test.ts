import { describe, expect, test } from 'vitest';
import type { LogChoices, LogScope } from '../../../src/domain/tell/log-scope';
import { createShowing } from '../../../src/ui/log/showing-state';
import type { ShownLog } from '../../../src/ui/port/shown-log-actions';
import { createPaneState } from '../../../src/ui/state/pane';
import { createFakeActions, goldenView } from '../fake-actions';
import { DANA, goldenMonth, MARCUS } from '../fixture';

const BOTH: LogChoices = { people: [DANA, MARCUS], topics: ['2027 scope'] };
const NOTHING_READ: ShownLog = { rows: [], recaps: [] };

/** A pane whose reading is answered by hand. */
function opened(view = goldenView()) {
  const fake = createFakeActions(view);
  const readings: { scope: LogScope; stopped: () => boolean; answer: (log: ShownLog | null) => void }[] = [];
  let choices = BOTH;
  const pane = createPaneState({
    ...fake.actions,
    shownLog: async () => ({
      choices: async () => choices,
      read: (scope, { signal }) =>
        new Promise((answer) => {
          readings.push({ scope, answer, stopped: () => signal?.aborted === true });
        }),
    }),
  });
  const showing = createShowing(pane);
  const choose = async (words: string) => {
    const name = showing.offered.value.find((one) => one[1] === words)?.[0] ?? '';
    showing.choose(name);
    const done = showing.readAgain();
    await Promise.resolve();
    await Promise.resolve();
    return { done, reading: readings.at(-1) };
  };
  const erase = (next: LogChoices) => {
    choices = next;
  };
  return { ...fake, pane, showing, readings, choose, erase };
}

describe('What of the log is shown', () => {
  test('is this meeting at first, and nothing is read for it', async () => {
    const { showing, readings } = opened();
    await showing.lookAgain();
    await showing.readAgain();
    expect(showing.scope.value).toMatchObject({ kind: 'meeting', title: 'Priya/Marcus daily sync' });
    expect(showing.shown.value?.rows).toHaveLength(goldenMonth().occurrences.length);
    expect(readings).toEqual([]);
    expect(showing.offered.value.map(([, words]) => words)).toEqual([
      ...['This meeting', 'Everything', `With ${DANA.name}`, 'With Marcus Hale', 'About 2027 scope'],
    ]);
  });

  test('is everything where no kept meeting is open', async () => {
    const { showing } = opened({ ...goldenView(), lineage: null, situation: { kind: 'nothing-open' } });
    await showing.lookAgain();
    expect(showing.scope.value.kind).toBe('everything');
    expect(showing.shown.value).toBeNull();
  });

  test('is what was chosen last: an earlier reading is ended, and its answer shown to nobody', async () => {
    const { showing, choose } = opened();
    await showing.lookAgain();
    const first = await choose('With Marcus Hale');
    const second = await choose('About 2027 scope');
    expect(first.reading?.stopped()).toBe(true);
    expect(second.reading?.stopped()).toBe(false);
    second.reading?.answer(NOTHING_READ);
    await second.done;
    first.reading?.answer({ rows: [], recaps: goldenView().recaps });
    await first.done;
    expect(showing.shown.value?.recaps).toEqual([]);
    expect(showing.said.value).toBeNull();
  });

  test('stays while other tabs are looked at', async () => {
    const { pane, showing, choose } = opened();
    await showing.lookAgain();
    await choose('With Marcus Hale');
    const again = createShowing(pane);
    await again.lookAgain();
    expect(again.scope.value).toMatchObject({ kind: 'person', person: { key: MARCUS.key } });
  });

  test('can be stopped while it is read, and be read after all', async () => {
    const { showing, choose, readings } = opened();
    await showing.lookAgain();
    const { reading, done } = await choose('Everything');
    showing.work.stop();
    reading?.answer(null);
    await done;
    expect(showing.shown.value).toBeNull();
    expect(showing.stopped.value).toBe(true);
    expect(showing.scope.value.kind).toBe('everything');
    // Not by itself, whatever changes in the log.
    await showing.readOn();
    expect(readings).toHaveLength(1);
    const after = showing.readAgain();
    expect(showing.stopped.value).toBe(false);
    await expect.poll(() => readings).toHaveLength(2);
    readings.at(-1)?.answer(NOTHING_READ);
    await after;
    expect(showing.shown.value?.rows).toEqual([]);
  });

  test('is read again without a word where it is shown already, and stays until then', async () => {
    const { showing, choose, readings } = opened();
    await showing.lookAgain();
    const { reading, done } = await choose('With Marcus Hale');
    reading?.answer(NOTHING_READ);
    await done;
    const first = showing.readAgain();
    await expect.poll(() => readings).toHaveLength(2);
    const second = showing.readAgain();
    await expect.poll(() => readings).toHaveLength(3);
    expect(readings.map(({ stopped }) => stopped())).toEqual([true, true, false]);
    expect(showing.shown.value?.recaps).toEqual([]);
    readings[1]?.answer(null);
    readings[2]?.answer({ rows: [], recaps: goldenView().recaps });
    await Promise.all([first, second]);
    expect(showing.shown.value?.recaps).toEqual(goldenView().recaps);
    expect(showing.stopped.value).toBe(false);
    expect(showing.scope.value.kind).toBe('person');
  });

  test('is this meeting again where the person chosen was erased, which is said without their name', async () => {
    const { showing, choose } = opened();
    await showing.lookAgain();
    const { reading, done } = await choose('With Marcus Hale');
    reading?.answer(null);
    await done;
    expect(showing.scope.value.kind).toBe('meeting');
    expect(showing.said.value).toBe('This person was erased from the log.');
  });

  test('is this meeting again as soon as the log does not know the person any more', async () => {
    const { showing, choose, erase } = opened();
    await showing.lookAgain();
    const { reading, done } = await choose('With Marcus Hale');
    reading?.answer(NOTHING_READ);
    await done;
    erase({ ...BOTH, people: [DANA] });
    await showing.lookAgain();
    expect(showing.scope.value.kind).toBe('meeting');
    expect(showing.offered.value.join()).not.toMatch(/marcus hale/i);
  });
});
