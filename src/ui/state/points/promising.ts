import { computed, signal } from '@preact/signals';

import type {
  PromiseDraft,
  Promised,
  PromiseFault,
  PromiseSource,
  PromiseStep,
  PromiseWord,
} from '../../../domain/facts/decided/promise';
import type { Person } from '../../../domain/facts/things/person';
import { personTyped } from '../../../domain/tell/at-hand';
import type { PaneState } from '../pane';
import { createSaving } from '../saving';

/** Out of what a promise came, and who can have said it. */
export interface PromisePlace extends PromiseSource {
  /** By which what is typed is kept. */
  readonly name: string;
  /** Besides the owner; who is the only one is to whom, where the owner said so. */
  readonly people: readonly Person[];
  /** Filled in beforehand: it is not kept until it is saved, as what it comes from is not. */
  readonly typed?: Partial<Typed>;
}

/** As typed: by somebody who is at hand, or whose address is typed. */
interface Typed extends Omit<PromiseDraft, 'whose'> {
  /** A key; `SOMEBODY_ELSE` whose address is typed. */
  readonly whoseKey: string;
  readonly address: string;
}

export const SOMEBODY_ELSE = '+';

const isTyped = (kept: unknown): kept is Partial<Typed> =>
  typeof kept === 'object' && kept !== null && 'whoseKey' in kept;

/** Writing down what somebody said they would do; kept as typed until it is saved. */
export function createPromisingState(
  pane: PaneState,
  { name, people, typed, ...source }: PromisePlace,
  onSaved: (entry: string) => void,
) {
  const { actions } = pane;
  const kept = typed === undefined ? `promise:${name}` : null;
  const { owner } = pane.view.peek();
  const all = owner === null ? people : [...people, owner];
  const first: Typed = { text: '', by: '', whoseKey: all[0]?.key ?? SOMEBODY_ELSE, address: '', ...typed };
  const draft = signal<Typed>(first);
  const { faults, busy, save } = createSaving<PromiseFault>(pane);

  const keep = (what: Typed | null) => {
    if (kept !== null) actions.keepDraft(kept, what);
  };
  if (kept !== null)
    void actions.draft(kept).then((found) => {
      if (isTyped(found) && draft.peek() === first) draft.value = { ...first, ...found };
    });

  const whoseOf = ({ whoseKey, address }: Typed): Person | null => {
    if (whoseKey !== SOMEBODY_ELSE) return all.find(({ key }) => key === whoseKey) ?? null;
    const named = personTyped(address, all);
    return named.ok ? named.value : null;
  };
  return {
    draft,
    faults,
    busy,
    people,
    owner,
    change: (part: Partial<Typed>) => {
      draft.value = { ...draft.peek(), ...part };
      keep(draft.peek());
    },
    save: () => {
      const { text, by } = draft.peek();
      const [one, ...more] = people;
      const from = one === undefined || more.length > 0 ? source : { ...source, with: one };
      return save(
        async () => (await actions.points()).promise({ text, by, whose: whoseOf(draft.peek()) }, from),
        (entry) => {
          keep(null);
          onSaved(entry);
        },
      );
    },
  };
}

/** What was said just now. */
interface SaidHere {
  readonly step: PromiseWord['step'];
  readonly entry: string;
  /** The log that is shown has it. */
  readonly isRead: boolean;
}

/** What is said of one promise where it stands, and taken back there. */
export function createSayingOfPromise(pane: PaneState, promise: Promised) {
  const said = signal<SaidHere | null>(null);
  const { faults, busy, save } = createSaving<PromiseFault>(pane);
  return {
    said,
    busy,
    fault: computed(() => faults.value[0]),
    say: (word: PromiseWord) =>
      save(
        async () => (await pane.actions.points()).sayOfPromise(promise, word),
        (entry) => {
          said.value = { step: word.step, entry, isRead: false };
        },
      ),
    /** It can be taken back here while it is the last word; what is said or taken back elsewhere ends that. */
    follow: (steps: readonly PromiseStep[]) => {
      const was = said.peek();
      if (was === null) return;
      const at = steps.findIndex(({ id }) => id === was.entry);
      if (at < 0 ? was.isRead : at < steps.length - 1) said.value = null;
      else if (at >= 0 && !was.isRead) said.value = { ...was, isRead: true };
    },
    takeBack: async () => {
      const entry = said.peek()?.entry;
      if (entry !== undefined && (await pane.attempt(() => pane.actions.undo(entry))) !== null)
        said.value = null;
    },
  };
}
