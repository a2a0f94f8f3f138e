import { afterEach, describe, expect, test } from 'vitest';

import type { PreparedRequest } from '../../../src/domain/agree/asking';
import { decisionName } from '../../../src/domain/facts/decided/decision';
import type { Entry } from '../../../src/domain/facts/log/fact';
import { ok } from '../../../src/domain/result';
import type { ConsultActions } from '../../../src/ui/port/consult-actions';
import { createAskingState } from '../../../src/ui/state/decide/asking';
import { createDecisionState } from '../../../src/ui/state/decide/decisions';
import { createPaneState, type PaneState } from '../../../src/ui/state/pane';
import { agreement, reply } from '../../domain/builders/consult-facts';
import { createFakeActions } from '../fake-actions';
import { DECISIONS, MARCUS, NOW, PRIYA } from '../fixture';

const AGREED: readonly Entry[] = [agreement(1, { person: MARCUS }), reply(1)];

const open: PaneState[] = [];
afterEach(() => {
  for (const pane of open.splice(0)) pane.dispose();
});

/** A pane whose log holds these entries; `more` is what the actions does otherwise. */
function paneWith(entries: readonly Entry[], more: Partial<ConsultActions> = {}) {
  const fake = createFakeActions();
  const plain = fake.actions.consult;
  const consult = async () => ({ ...(await plain()), entries: async () => entries, ...more });
  const pane = createPaneState({ ...fake.actions, consult });
  open.push(pane);
  return {
    fake,
    pane,
    logged: () => fake.asked.filter(([what]) => what === 'logDecision').map(([, draft]) => draft),
  };
}

describe('Saving a decision on a topic somebody wants to be asked about', () => {
  const typed = { text: 'Two teams', topic: '2027 Scope' };

  test('holds it back and says who was not heard; nothing typed is lost', async () => {
    const { pane, logged } = paneWith(AGREED);
    const form = createDecisionState(pane, null);
    form.change(typed);
    await form.save();
    expect(form.concerns.value).toMatchObject([{ person: MARCUS, standing: 'not-asked' }]);
    expect(logged()).toEqual([]);
    expect(form.draft.value).toMatchObject(typed);
  });

  test('asked first, it is written down as not decided, and the one to ask is known', async () => {
    const { pane, logged } = paneWith(AGREED);
    const form = createDecisionState(pane, null);
    form.change(typed);
    await form.save();
    await form.save('ask-first');
    expect(logged()).toMatchObject([{ ...typed, proposed: true }]);
    expect(form.asking.value).toEqual(MARCUS);
  });

  test('heard, as the owner says, it is saved as decided', async () => {
    const { pane, logged } = paneWith(AGREED);
    const form = createDecisionState(pane, null);
    form.change({ ...typed, consulted: [MARCUS] });
    await form.save();
    expect(logged()).toMatchObject([{ consulted: [MARCUS] }]);
  });

  test('nothing is held back where it was only proposed, where no level asks for it, or where it is open anyway', async () => {
    for (const [entries, change] of [
      [AGREED.slice(0, 1), typed],
      [AGREED, { ...typed, topic: 'Vendors' }],
      [AGREED, { ...typed, proposed: true }],
    ] as const) {
      const { pane, logged } = paneWith(entries);
      const form = createDecisionState(pane, null);
      form.change(change);
      await form.save();
      expect(logged()).toHaveLength(1);
    }
  });

  test('11.2 its words touch a topic as they are typed; what is taken off stays off until it is chosen', async () => {
    const { pane, logged } = paneWith(AGREED);
    const form = createDecisionState(pane, null);
    await expect.poll(() => form.topics.value).toContain('Pricing');
    form.change({ text: 'New pricing for everybody' });
    expect(form.touched.value).toEqual(['Pricing']);
    expect(form.concerns.value).toMatchObject([{ person: MARCUS, topic: { level: 'root' } }]);
    form.takeOff('Pricing');
    form.change({ text: 'New pricing for all' });
    expect([form.touched.value, form.concerns.value]).toEqual([[], []]);
    form.change({ topic: 'PRICING' });
    expect(form.touched.value).toEqual(['Pricing']);
    form.takeOff('Pricing');
    expect(form.draft.value.topic).toBe('');
    await form.save();
    expect(logged()).toMatchObject([{ takenOff: ['Pricing'] }]);
  });

  test.each(['other-teams', 'large'] as const)('11.3 %s with nobody to be heard asks once', async (reach) => {
    const { pane, logged } = paneWith(AGREED);
    const form = createDecisionState(pane, null);
    form.change({ text: 'Two teams', reach });
    await form.save();
    expect([form.asksWho.value, logged()]).toEqual([true, []]);
    await form.nobody();
    expect(logged()).toMatchObject([{ reach, nobodyFirst: true }]);
    expect(form.asksWho.value).toBe(false);
  });

  test('11.3 somebody is asked first whom nothing was agreed with', async () => {
    const { pane, logged } = paneWith([]);
    const form = createDecisionState(pane, null);
    form.change({ text: 'Two teams', reach: 'large' });
    await form.save();
    await form.askFirst([MARCUS]);
    expect(logged()).toMatchObject([{ reach: 'large', proposed: true }]);
    expect(form.asking.value).toEqual(MARCUS);
  });

  test('11.3 nobody is asked for where it is only ours, or where somebody agreed to be heard', async () => {
    const ours = paneWith([]);
    const form = createDecisionState(ours.pane, null);
    form.change({ text: 'Tea' });
    await form.save();
    expect(ours.logged()).toHaveLength(1);
    const heard = paneWith(AGREED);
    const other = createDecisionState(heard.pane, null);
    other.change({ text: 'Pricing', reach: 'large', consulted: [MARCUS] });
    await other.save();
    expect(heard.logged()).toHaveLength(1);
  });

  test('a log that cannot be read keeps nobody from writing down', async () => {
    const { pane, logged } = paneWith([], { entries: () => Promise.reject(new Error('gone')) });
    const form = createDecisionState(pane, null);
    form.change(typed);
    await form.save();
    expect(logged()).toHaveLength(1);
  });

  test('what was agreed about the topic is said while it is typed', async () => {
    const { pane } = paneWith(AGREED);
    const form = createDecisionState(pane, null);
    await expect.poll(() => form.topics.value).toContain('2027 scope');
    form.change({ topic: 'pricing' });
    expect(form.agreed.value).toEqual([{ person: MARCUS, level: 'root' }]);
  });
});

describe('Asking somebody', () => {
  const [decision] = DECISIONS;
  if (decision === undefined) throw new Error('The fixture has no decision');
  const prepared = (deadline: number): PreparedRequest => ({
    ...{ decision, person: MARCUS, deadline, zone: 'America/New_York', workingDays: 3, assumed: [], off: [] },
    ...{
      silence: 'hold',
      agreement: null,
      answersTo: PRIYA.address,
      subject: 'INPUT by Fri 20 Nov',
      text: 'By Fri 20 Nov, please.',
      language: 'en',
    },
  });
  const asking = async (deadline: number) => {
    const { fake, pane } = paneWith(AGREED, { draftRequest: async () => ok(prepared(deadline)) });
    const state = createAskingState(pane, decision, MARCUS);
    await state.load();
    return { fake, state };
  };

  test('begins with the days they promised', async () => {
    const { state } = await asking(NOW + 60_000);
    expect(state.typed.value.workingDays).toBe('3');
  });

  test('points at a text that was edited and no longer names the day', async () => {
    const { state } = await asking(NOW + 60_000);
    expect(state.namesDay.value).toBe(true);
    state.change({ text: 'By tomorrow, please.' });
    expect(state.namesDay.value).toBe(false);
    state.startOver();
    expect(state.namesDay.value).toBe(true);
  });

  test('is not done with a time that went by while the form lay open', async () => {
    const { fake, state } = await asking(NOW);
    await state.send();
    await state.note();
    await state.openInOutlook();
    expect(state.faults.value).toEqual(['deadline-past']);
    expect(fake.asked.filter(([what]) => /Request$/.test(what))).toEqual([]);
  });

  test('in another language names its days, knows its answers and its unkind words; what was edited keeps its own', async () => {
    const by = Date.UTC(2026, 10, 20, 18);
    let language: 'de' | 'fr' = 'de';
    const drafted = () => ({
      ...prepared(by),
      ...{ language, text: 'Bis Fr., 20. Nov. [OK] [Erst sprechen] [Ich sehe ein Problem]' },
    });
    const { fake, pane } = paneWith(AGREED, { draftRequest: async () => ok(drafted()) });
    const state = createAskingState(pane, decision, MARCUS);
    await state.load();
    expect([state.namesDay.value, state.lostAnswers.value, state.unkind.value]).toEqual([true, 0, []]);
    state.change({ text: 'Bis Fr., 20. Nov. Das klappt nie. [OK] [Erst reden] [Ich sehe ein Problem]' });
    expect([state.lostAnswers.value, state.unkind.value]).toEqual([1, ['nie']]);
    language = 'fr';
    await state.again();
    expect(state.language.value).toBe('de');
    await state.note();
    expect(fake.asked.at(-1)).toMatchObject(['noteRequest', { request: { language: 'de' } }]);
    state.startOver();
    expect(state.language.value).toBe('fr');
  });

  test('opened in Outlook takes its answers along', async () => {
    const { fake, state } = await asking(NOW + 60_000);
    await state.openInOutlook();
    expect(fake.asked.at(-1)).toMatchObject([
      'openInOutlook',
      { to: [MARCUS], language: 'en', names: [decisionName(decision)] },
    ]);
  });

  test('keeps what was edited over a reload', async () => {
    const { fake, state } = await asking(NOW + 60_000);
    state.change({ subject: 'A question' });
    expect(fake.drafts.get(`ask:${decision.id}:${MARCUS.key}`)).toMatchObject({ subject: 'A question' });
    await state.note();
    expect(fake.drafts.get(`ask:${decision.id}:${MARCUS.key}`)).toBeNull();
  });
});
