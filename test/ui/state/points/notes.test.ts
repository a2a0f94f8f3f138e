import { afterEach, describe, expect, test } from 'vitest';
import { placeWords } from '../../../../src/formats/text/quoted-words';
import { createDecisionState } from '../../../../src/ui/state/decide/decisions';
import { createPaneState, type PaneState } from '../../../../src/ui/state/pane';
import { createNotesState } from '../../../../src/ui/state/points/notes';
import { gradeWords, ONE_AT_A_TIME } from '../../../../src/ui/words/decide/candidates';
import { createFakeActions } from '../../fake-actions';
import { SERIES } from '../../fixture';

let pane: PaneState | undefined;
afterEach(() => pane?.dispose());
const open = () => {
  pane = createPaneState(createFakeActions().actions);
  const form = createDecisionState(pane, null);
  return { form, notes: createNotesState(pane, form) };
};
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('Candidates of pasted notes (16)', () => {
  test('are all that is marked, in its order, and three that are likely; the rest waits behind More', async () => {
    const { notes } = open();
    await notes.paste(
      `Decision: B\n\n${lines(30, (at) => `- We agreed to go with offer ${at} and keep the date, unanimously.`)}\n\nDecision: A\n`,
    );
    const shown = notes.shown.value;
    expect(shown.slice(0, 2).map(({ quote }) => quote)).toEqual(['B', 'A']);
    expect(shown.slice(2).map(({ grade }) => grade)).toEqual(['likely', 'likely', 'likely']);
    const hidden = notes.hidden.value;
    expect(hidden).toBeGreaterThan(0);
    notes.showMore();
    expect(notes.shown.value.length - shown.length).toBe(Math.min(20, hidden));
  });

  test('of a text with thousands of marks are shown some at a time', async () => {
    const { notes } = open();
    await notes.paste(lines(3000, (at) => `Decision: offer ${at}`));
    expect(notes.shown.value.length).toBeLessThanOrEqual(23);
    expect(notes.shown.value.length + notes.hidden.value).toBe(3000);
  });

  test('are of the last text, however many were given in between', async () => {
    const { notes } = open();
    await Promise.all([notes.paste('Decision: A'), notes.paste('Decision: B')]);
    expect(notes.shown.value.map(({ quote }) => quote)).toEqual(['B']);
    await notes.paste('');
    expect(notes.shown.value).toEqual([]);
  });

  test('say what was wrong, or that there is nothing, or that the language is not known', async () => {
    const { notes } = open();
    await notes.paste('Ana and Bo were there.');
    expect(notes.said.value).toMatch(/^Nothing in it reads like a decision/);
    await notes.paste('a'.repeat(1_000_001));
    expect(notes.fault.value).toMatch(/^This is longer than three hours/);
    await notes.paste('Сегодня мы обсудили бюджет и план на следующий год, решения пока нет. '.repeat(4));
    expect(notes.said.value).toMatch(/not in English, German, French or Spanish/);
    await notes.choose([new Blob(['a']), new Blob(['b'])]);
    expect(notes.fault.value).toBe(ONE_AT_A_TIME);
    await notes.choose([]);
    expect(notes.fault.value).toBe(ONE_AT_A_TIME);
  });

  test('ticks nothing and enters nothing; a tap fills the form in, with whoever is named as owner', async () => {
    const { notes, form } = open();
    await notes.paste('## Decisions\n- Go with vendor B\n\n## Action items\n- Marcus to send the offer\n');
    expect(form.draft.value.text).toBe('');
    const [decision, promise] = notes.shown.value;
    if (!decision || !promise) throw new Error('Nothing was found');
    expect(notes.take(decision)).toBe(true);
    expect(form.draft.value.text).toBe('Go with vendor B');
    expect(notes.take(promise)).toBe(true);
    expect(form.draft.value).toMatchObject({ text: 'Marcus to send the offer' });
    expect([gradeWords(decision), placeWords(decision.place)]).toEqual(['Marked as a decision', 'line 2']);
    expect(gradeWords(promise)).toBe('Marked as a promise');
  });

  test('of notes that are headed with another day say so, and are shown all the same', async () => {
    pane = createPaneState(createFakeActions().actions);
    const form = createDecisionState(pane, `${SERIES}b/2026-11-18`);
    const notes = createNotesState(pane, form);
    await notes.paste('# Catalogue, 17 November 2026\n\nDecision: Go with vendor B');
    expect(notes.said.value).toBe(
      'These notes are dated Tue 17 Nov 2026, which is not the day of this meeting.',
    );
    expect(notes.shown.value).toHaveLength(1);
    for (const same of [
      '# Catalogue, 18 November 2026\n\nDecision: Go with vendor B',
      'Decision: launch on 15 March 2027',
      'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Bo>The contract ends on 31 December 2027</v>\n',
    ]) {
      await notes.paste(same);
      expect(notes.said.value ?? '').not.toContain('another day');
    }
  });

  test('keep a form in which somebody types, whatever is opened beside it or pasted anew', async () => {
    const { notes } = open();
    await notes.paste('Decision: A\nDecision: B');
    const [one, other] = notes.shown.value;
    if (!one || !other) throw new Error('Nothing was found');
    notes.open(one, 'promise');
    notes.open(other, 'promise');
    expect(notes.opened.value.map((form) => form.one)).toEqual([one, other]);
    await notes.paste('Decision: C');
    expect(notes.shown.value.slice(0, 2)).toEqual([one, other]);
    notes.saved({ one, as: 'promise' }, 'entry');
    expect(notes.opened.value.map((form) => form.one)).toEqual([other]);
  });

  test('never take the place of what is being written', async () => {
    const { notes, form } = open();
    await notes.paste('Decision: Go with vendor B');
    form.change({ text: 'What I write myself' });
    const [decision] = notes.shown.value;
    expect(decision && notes.take(decision)).toBe(false);
    expect(form.draft.value.text).toBe('What I write myself');
    expect(notes.said.value).toMatch(/save or clear it first/);
  });
});

test('A place in speech is who said it, and when', () => {
  const at = (begin: number, speaker: string | null) => placeWords({ line: 9, begin, speaker });
  expect([at(65, 'Ana'), at(3725.5, 'Ana'), at(5, null)]).toEqual(['Ana, 1:05', 'Ana, 1:02:05', '0:05']);
  expect([placeWords({ line: 9, begin: null, speaker: 'Ana' })]).toEqual(['Ana, line 9']);
});

describe('What a quote becomes is filled in by what it says itself (16)', () => {
  const found = async (text: string) => {
    const { notes, form } = open();
    await notes.paste(text);
    const [one] = notes.shown.value;
    if (one === undefined) throw new Error('Nothing was found');
    return { notes, form, one };
  };

  test.each([
    ['whoever it names promised it', '## Action items\n- Marcus to send the offer', 'Marcus Hale'],
    ['whom it does not name is to be chosen', '## Action items\n- Send the offer', undefined],
  ])('%s', async (_what, text, whose) => {
    const { notes, form, one } = await found(text);
    const { typed, quoted } = notes.promiseOf(one);
    expect(form.people.value.find(({ key }) => key === typed?.whoseKey)?.name).toBe(whose);
    expect(typed).toMatchObject({ text: one.quote, by: '' });
    expect(quoted).toMatchObject({ quote: one.quote, line: 2 });
  });

  test('a decision keeps its quote however it is worded, and loses it when all of it is cleared', async () => {
    const { notes, form, one } = await found('Decision: Go with vendor B');
    notes.take(one);
    form.change({ text: 'We go with B' });
    expect(form.draft.value.quoted).toMatchObject({ quote: 'Go with vendor B', line: 1 });
    form.change({ text: '' });
    form.change({ text: 'Something else' });
    expect(form.draft.value.quoted).toBeUndefined();
  });
});
