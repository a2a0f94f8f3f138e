import { computed, signal } from '@preact/signals';

import { type AgreementView, agreementViews, topicIn } from '../../../domain/agree/agreed';
import { type Concern, concernsOf } from '../../../domain/agree/concerns';
import { touchedNow } from '../../../domain/agree/touched';
import { topicKey } from '../../../domain/facts/decided/agreement';
import {
  checkDecision,
  type Decision,
  type DecisionDraft,
  type DecisionFault,
} from '../../../domain/facts/decided/decision';
import type { Entry } from '../../../domain/facts/log/fact';
import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import type { Person, PersonKey } from '../../../domain/facts/things/person';
import { isThereInPart, thereAt } from '../../../domain/judge/questions/there';
import type { Instant, Zone } from '../../../domain/time/time';
import type { Actions } from '../../port/actions';
import type { PaneState } from '../pane';

const DRAFT = 'decision';

const isDraft = (kept: unknown): kept is DecisionDraft =>
  typeof kept === 'object' && kept !== null && 'text' in kept && 'informed' in kept;

/** `check`: unless somebody asked to be heard first. `ask-first`: written down, and not decided yet. */
export type SavingHow = 'check' | 'ask-first' | 'anyway';

/** Writing a decision down; kept as typed until it is saved. */
export function createDecisionState(pane: PaneState, occurrence: OccurrenceKey | null) {
  const { actions } = pane;
  const people = peopleOf(pane, occurrence);
  const owner = pane.view.peek().owner;
  const lineage = pane.lineage.peek();
  const others = people.filter(({ key }) => key !== owner?.key);
  const blank: DecisionDraft = {
    text: '',
    why: '',
    accountable: owner,
    topic: '',
    informed: lineage?.oneToOne ? others : [],
    occurrence,
  };
  const draft = signal<DecisionDraft>(blank);
  const faults = signal<readonly DecisionFault[]>([]);
  const busy = signal(false);
  const saved = signal<Decision | null>(null);
  /** Whom to ask about what was just written down, one after the other. */
  const toAsk = signal<readonly Person[]>([]);
  const askBy = signal<{ readonly at: Instant; readonly zone: Zone } | null>(null);
  /** *Should somebody be heard first?* is asked and not answered yet (11.3). */
  const asksWho = signal(false);
  const agreements = signal<readonly AgreementView[]>([]);
  /** The agreed topics that it touches as it is typed, without those that were taken off. */
  const touched = computed(() => touchedNow(draft.value, agreements.value));
  /** Everybody who agreed to be heard before a decision like this one, heard or not. */
  const toHear = computed((): readonly Concern[] => {
    const home = pane.occurrences.value.find(({ key }) => key === occurrence);
    const there = home === undefined ? [] : thereAt(home).filter((one) => !isThereInPart(home, one));
    const checked = { decision: draft.value, history: null, there: there.map(({ person }) => person) };
    return owner === null ? [] : concernsOf(checked, agreements.value, owner);
  });
  const concerns = computed(() =>
    draft.value.proposed === true ? [] : toHear.value.filter(({ ahead }) => ahead === 'wait'),
  );
  const recall = async () => {
    agreements.value = agreementViews(await entriesOf(actions)).filter(
      ({ standing }) => standing === 'agreed',
    );
  };
  void recall();

  void actions.draft(DRAFT).then((kept) => {
    if (isDraft(kept) && draft.peek() === blank) draft.value = { ...blank, ...kept, occurrence };
  });

  const change = (part: Partial<DecisionDraft>) => {
    const { takenOff } = draft.peek();
    // Who chooses a topic means it, whatever was taken off before.
    const again = part.topic === undefined ? takenOff : takenOff?.filter((one) => !isTopic(one, part.topic));
    draft.value = { ...draft.peek(), ...(again === undefined ? {} : { takenOff: again }), ...part };
    asksWho.value = false;
    actions.keepDraft(DRAFT, draft.peek());
  };

  /** Whether somebody should be heard before it is saved as decided, or the owner is still to say who. */
  const holdsBack = async (): Promise<boolean> => {
    const { proposed, reach = 'ours', consulted = [], nobodyFirst } = draft.peek();
    if (proposed === true || !checkDecision(draft.peek()).ok) return false;
    await recall();
    if (concerns.peek().length > 0) return true;
    const isSaid = reach === 'ours' || nobodyFirst === true || consulted.length > 0;
    asksWho.value = !isSaid && toHear.peek().length === 0;
    return asksWho.peek();
  };

  const save = async (how: SavingHow = 'check'): Promise<void> => {
    if (busy.peek() || lineage === null) return;
    busy.value = true;
    const held = how === 'check' && (await holdsBack());
    if (how === 'ask-first' && !asksWho.peek()) toAsk.value = concerns.peek().map(({ person }) => person);
    const series = lineage.series.at(-1) ?? lineage.id;
    const wanted = how === 'ask-first' ? { ...draft.peek(), proposed: true } : draft.peek();
    const answer = held ? null : await pane.attempt(() => actions.logDecision(series, wanted));
    busy.value = false;
    if (answer === null) return;
    faults.value = answer.ok ? [] : answer.fault;
    if (!answer.ok) return;
    saved.value = answer.value;
    asksWho.value = false;
    draft.value = blank;
    actions.keepDraft(DRAFT, null);
  };
  return {
    draft,
    faults,
    busy,
    saved,
    people,
    others,
    topics: computed(() => [
      ...new Set(
        [
          ...agreements.value.flatMap(({ agreement }) => agreement.topics),
          ...pane.view.value.decisions,
        ].flatMap(({ topic }) => (topic === '' ? [] : [topic])),
      ),
    ]),
    /** What was agreed about the topic that is typed, person by person. */
    agreed: computed(() =>
      agreements.value.flatMap(({ agreement }) => {
        const found = topicIn(agreement, touched.value);
        return found === null ? [] : [{ person: agreement.person, level: found.level }];
      }),
    ),
    change,
    again: () => {
      saved.value = null;
    },
    touched,
    /** Takes a touched topic off, also where it is the one that was chosen. */
    takeOff: (topic: string) => {
      const { takenOff = [], topic: own } = draft.peek();
      const isOwn = isTopic(topic, own);
      change({ takenOff: [...takenOff, topic], ...(isOwn ? { topic: '' } : {}) });
    },
    /** People who asked to be heard before a decision like this one, and were not yet. */
    concerns,
    askBy,
    /** Until when they would have answered; counted again whenever others are to be asked. */
    reckon: async () => {
      const people = concerns.peek().map(({ person }) => person);
      const by = await actions
        .consult()
        .then((consult) => consult.answerTime(people))
        .catch(() => null);
      // Others are to be asked since: theirs is being counted.
      const now = concerns.peek().map(({ person }) => person.key);
      if (people.every(({ key }, at) => key === now[at]) && people.length === now.length) askBy.value = by;
    },
    asksWho,
    askFirst: (people: readonly Person[]) => {
      toAsk.value = people;
      return save('ask-first');
    },
    nobody: () => {
      change({ nobodyFirst: true });
      return save();
    },
    /** Whom to ask about what was just written down. */
    asking: computed(() => toAsk.value[0] ?? null),
    /** Whether there is somebody else to be asked. */
    askNext: (): boolean => {
      toAsk.value = toAsk.peek().slice(1);
      return toAsk.peek().length > 0;
    },
    save,
  };
}
export type DecisionState = ReturnType<typeof createDecisionState>;

const isTopic = (one: string, other = ''): boolean => topicKey(one) === topicKey(other);

/** Nothing where the log cannot be read: what is agreed helps, and must not keep anybody from writing down. */
const entriesOf = (actions: Actions): Promise<readonly Entry[]> =>
  actions
    .consult()
    .then((consult) => consult.entries())
    .catch(() => []);

/** Everybody of the meeting, each once, the owner of the log first. */
export function peopleOf(pane: PaneState, occurrence: OccurrenceKey | null): readonly Person[] {
  const found = new Map<PersonKey, Person>();
  const { owner } = pane.view.peek();
  if (owner !== null) found.set(owner.key, owner);
  for (const person of pane.lineage.peek()?.people ?? []) found.set(person.key, person);
  const here = pane.occurrences.peek().find(({ key }) => key === occurrence);
  for (const { person, role } of here?.people ?? []) {
    if (role !== 'resource') found.set(person.key, found.get(person.key) ?? person);
  }
  return [...found.values()];
}
