import { signal } from '@preact/signals';

import type { LookBackFault, LookBackNotes, Month } from '../../domain/facts/entered/look-back';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { PaneState } from './pane';
import { createSaving } from './saving';

export const NOTES = ['keep', 'drop', 'delegate'] as const;
export type NoteName = (typeof NOTES)[number];

export const NOTE_NAMES: Readonly<Record<NoteName, string>> = {
  keep: 'Keep',
  drop: 'Drop',
  delegate: 'Delegate',
};

const EMPTY: LookBackNotes = { keep: '', drop: '', delegate: '' };

const isTyped = (kept: unknown): kept is LookBackNotes =>
  typeof kept === 'object' &&
  kept !== null &&
  NOTES.every((name) => typeof (kept as Readonly<Partial<Record<NoteName, unknown>>>)[name] === 'string');

/** Looking back on a month: what is typed is kept until it is frozen. */
export function createMonthState(pane: PaneState, lineage: SeriesId) {
  const { actions } = pane;
  const open = signal(false);
  const month = signal<Month>('');
  const notes = signal<LookBackNotes>(EMPTY);
  const { busy, faults, save } = createSaving<LookBackFault>(pane);
  const draftName = () => `look-back:${lineage}:${month.peek()}`;

  const choose = async (next: Month) => {
    month.value = next;
    faults.value = [];
    const kept = await actions.draft(draftName());
    if (month.peek() === next) notes.value = isTyped(kept) ? kept : EMPTY;
  };

  return {
    open,
    busy,
    month,
    notes,
    faults,
    choose,
    toggle: async (first: Month) => {
      open.value = !open.peek();
      if (open.peek() && month.peek() === '') await choose(first);
    },
    type: (name: NoteName, text: string) => {
      notes.value = { ...notes.peek(), [name]: text };
      actions.keepDraft(draftName(), notes.value);
    },
    freeze: () =>
      save(
        async () => (await actions.letters()).lookBack(month.peek(), notes.peek()),
        () => {
          actions.keepDraft(draftName(), null);
          notes.value = EMPTY;
          month.value = '';
          open.value = false;
        },
      ),
  };
}
export type MonthState = ReturnType<typeof createMonthState>;
