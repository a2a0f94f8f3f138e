import { computed, signal } from '@preact/signals';

import { type AgreementView, agreementViews, topicIn } from '../../../domain/agree/agreed';
import { type Concern, concernsOf } from '../../../domain/agree/concerns';
import { touchedNow } from '../../../domain/agree/touched';
import {
  checkDecision,
  type Decision,
  type DecisionDraft,
  type DecisionFault,
} from '../../../domain/facts/decided/decision';
import type { Entry } from '../../../domain/facts/log/fact';
import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import type { Person, PersonKey } from '../../../domain/facts/things/person';
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
  /** People who asked to be heard before a decision like this one, and were not yet. */
  const concerns = signal<readonly Concern[]>([]);
  const asking = signal<Person | null>(null);
  const agreements = signal<readonly AgreementView[]>([]);
  /** The agreed topics that it touches as it is typed, without those that were taken off. */
  const touched = computed(() => touchedNow(draft.value, agreements.value));
  void entriesOf(actions).then((entries) => {
    agreements.value = agreementViews(entries).filter(({ standing }) => standing === 'agreed');
  });

  void actions.draft(DRAFT).then((kept) => {
    if (isDraft(kept) && draft.peek() === blank) draft.value = { ...blank, ...kept, occurrence };
  });

  const change = (part: Partial<DecisionDraft>) => {
    draft.value = { ...draft.peek(), ...part };
    concerns.value = [];
    actions.keepDraft(DRAFT, draft.peek());
  };

  /** Nothing is found while the log cannot be read: a check that fails must not keep anybody from writing down. */
  const lookForConcerns = async (): Promise<readonly Concern[]> => {
    const { owner: self } = pane.view.peek();
    if (self === null || draft.peek().proposed === true || !checkDecision(draft.peek()).ok) return [];
    const views = agreementViews(await entriesOf(actions));
    const found = concernsOf({ decision: draft.peek(), history: null }, views, self);
    return found.filter(({ ahead }) => ahead === 'wait');
  };

  const save = async (how: SavingHow = 'check'): Promise<void> => {
    if (busy.peek() || lineage === null) return;
    busy.value = true;
    const found = how === 'check' ? await lookForConcerns() : [];
    if (how === 'ask-first') asking.value = concerns.peek()[0]?.person ?? null;
    concerns.value = found;
    const series = lineage.series.at(-1) ?? lineage.id;
    const wanted = how === 'ask-first' ? { ...draft.peek(), proposed: true } : draft.peek();
    const answer = found.length > 0 ? null : await pane.attempt(() => actions.logDecision(series, wanted));
    busy.value = false;
    if (answer === null) return;
    faults.value = answer.ok ? [] : answer.fault;
    if (!answer.ok) return;
    saved.value = answer.value;
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
    concerns,
    /** Whom to ask about what was just written down. */
    asking,
    save,
  };
}
export type DecisionState = ReturnType<typeof createDecisionState>;

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
