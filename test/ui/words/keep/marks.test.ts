import { describe, expect, test } from 'vitest';
import { createMarksState } from '../../../../src/ui/state/marks';
import { createPaneState } from '../../../../src/ui/state/pane';
import { markWords } from '../../../../src/ui/words/keep/marks';
import { timeWords } from '../../../../src/ui/words/times';
import { createFakeActions } from '../../fake-actions';
import { MARCUS, PRIYA } from '../../fixture';

function opened() {
  const fake = createFakeActions();
  const pane = createPaneState(fake.actions);
  return { fake, pane, marks: createMarksState(pane) };
}
const LONDON = 'Europe/London';

describe('Marking time away', () => {
  test('is for the owner as for everybody, beginning with the other one', () => {
    const { pane, marks } = opened();
    expect(marks.people.value[0]).toEqual({ key: PRIYA.key, name: `${PRIYA.name} (you)` });
    expect(marks.people.value).toContainEqual({ key: MARCUS.key, name: MARCUS.name });
    expect(marks.who.value).toBe(MARCUS.key);
    pane.dispose();
  });

  test('takes the last day along with the first', () => {
    const { pane, marks } = opened();
    marks.setFrom('2026-12-21');
    expect(marks.until.value).toBe('2026-12-21');
    marks.until.value = '2026-12-31';
    marks.setFrom('2026-12-24');
    expect(marks.until.value).toBe('2026-12-31');
    pane.dispose();
  });

  test('says what is wrong beside the field, and lists what was marked until it is taken back', async () => {
    const { pane, marks, fake } = opened();
    marks.setFrom('2026-12-21');
    marks.until.value = '2026-12-20';
    await marks.save();
    expect(marks.fault.value).toBe('ends-before-it-starts');
    expect(marks.marks.value).toEqual([]);
    marks.until.value = '2026-12-31';
    await marks.save();
    expect(marks.fault.value).toBeNull();
    const [mark] = marks.marks.value;
    if (mark === undefined) throw new Error('nothing was marked');
    expect(markWords(mark, timeWords(LONDON))).toBe('Away Mon 21 Dec – Thu 31 Dec');
    await marks.takeBack(mark);
    expect(marks.marks.value).toEqual([]);
    expect(fake.asked.map(([name]) => name)).toEqual(['markAway', 'markAway', 'unmark']);
    pane.dispose();
  });

  test('of one day is that day, in words', async () => {
    const { pane, marks } = opened();
    marks.kind.value = 'holiday';
    marks.setFrom('2026-11-11');
    marks.until.value = '2026-11-11';
    await marks.save();
    const [mark] = marks.marks.value;
    if (mark === undefined) throw new Error('nothing was marked');
    expect(markWords(mark, timeWords(LONDON))).toBe('Holiday Wed 11 Nov');
    pane.dispose();
  });
});
