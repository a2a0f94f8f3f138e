import { computed, signal } from '@preact/signals';

import type { Decision, DecisionDraft, DecisionFault } from '../../domain/decision';
import type { OccurrenceKey } from '../../domain/occurrence';
import type { Person, PersonKey } from '../../domain/person';
import type { RecapEntry } from '../../domain/recap';
import type { PaneState } from './pane';

const DRAFT = 'decision';

const isDraft = (kept: unknown): kept is DecisionDraft =>
  typeof kept === 'object' && kept !== null && 'text' in kept && 'informed' in kept;

/** Writing a decision down; kept as typed until it is saved. */
export function createDecisionState(pane: PaneState, occurrence: OccurrenceKey | null) {
  const { desk } = pane;
  const people = peopleOf(pane, occurrence);
  const owner = pane.scene.peek().owner;
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

  void desk.draft(DRAFT).then((kept) => {
    if (isDraft(kept) && draft.peek() === blank) draft.value = { ...kept, occurrence };
  });

  const change = (part: Partial<DecisionDraft>) => {
    draft.value = { ...draft.peek(), ...part };
    desk.keepDraft(DRAFT, draft.peek());
  };
  return {
    draft,
    faults,
    busy,
    saved,
    people,
    others,
    topics: computed(() => [
      ...new Set(pane.scene.value.decisions.map(({ topic }) => topic).filter((topic) => topic !== '')),
    ]),
    change,
    hear: (person: Person, hears: boolean) => {
      const rest = draft.peek().informed.filter(({ key }) => key !== person.key);
      change({ informed: hears ? [...rest, person] : rest });
    },
    again: () => {
      saved.value = null;
    },
    save: async () => {
      if (busy.peek() || lineage === null) return;
      busy.value = true;
      const series = lineage.series.at(-1) ?? lineage.id;
      const answer = await pane.attempt(() => desk.logDecision(series, draft.peek()));
      busy.value = false;
      if (answer === null) return;
      faults.value = answer.ok ? [] : answer.fault;
      if (!answer.ok) return;
      saved.value = answer.value;
      draft.value = blank;
      desk.keepDraft(DRAFT, null);
    },
  };
}
export type DecisionState = ReturnType<typeof createDecisionState>;

/** Everybody of the meeting, each once, the owner of the log first. */
function peopleOf(pane: PaneState, occurrence: OccurrenceKey | null): readonly Person[] {
  const found = new Map<PersonKey, Person>();
  const { owner } = pane.scene.peek();
  if (owner !== null) found.set(owner.key, owner);
  for (const person of pane.lineage.peek()?.people ?? []) found.set(person.key, person);
  const here = pane.occurrences.peek().find(({ key }) => key === occurrence);
  for (const { person, role } of here?.people ?? []) {
    if (role !== 'resource') found.set(person.key, found.get(person.key) ?? person);
  }
  return [...found.values()];
}

/** The recap that told a decision; null while nobody was told. */
export const tellingOf = (decision: Decision, recaps: readonly RecapEntry[]): RecapEntry | null =>
  recaps.find(
    ({ step, decisions }) => (step === 'sent' || step === 'unverified') && decisions.includes(decision.id),
  ) ?? null;
