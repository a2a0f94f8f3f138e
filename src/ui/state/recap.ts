import { computed, signal } from '@preact/signals';

import type { OccurrenceKey } from '../../domain/occurrence';
import type { PersonKey } from '../../domain/person';
import { unkindWords } from '../../domain/words';
import type { Letter, RecapDraft } from './desk';
import type { PaneState } from './pane';
import { send } from './sending';

interface Typed {
  readonly subject: string;
  readonly text: string;
}

const isTyped = (kept: unknown): kept is Typed =>
  typeof kept === 'object' && kept !== null && 'subject' in kept && 'text' in kept;

/** The recap as it would go: the draft of the log until the person edits it, then theirs. */
export function createRecapState(pane: PaneState, occurrence: OccurrenceKey) {
  const { desk } = pane;
  const name = `recap:${occurrence}`;
  const draft = signal<RecapDraft | null>(null);
  const typed = signal<Typed | null>(null);
  const ticks = signal<Readonly<Record<PersonKey, boolean>>>({});
  const copied = signal<'no' | 'yes' | 'by-hand'>('no');

  const subject = computed(() => typed.value?.subject ?? draft.value?.subject ?? '');
  const text = computed(() => typed.value?.text ?? draft.value?.text ?? '');
  const recipients = computed(() =>
    (draft.value?.recipients ?? []).map((one) => ({
      ...one,
      ticked: one.reachable && (ticks.value[one.person.key] ?? one.ticked),
    })),
  );
  const to = computed(() => recipients.value.filter(({ ticked }) => ticked).map(({ person }) => person));
  const letter = computed((): Letter => ({ to: to.value, subject: subject.value, text: text.value }));

  return {
    draft,
    subject,
    text,
    recipients,
    letter,
    copied,
    edited: computed(() => typed.value !== null),
    words: computed(() => text.value.split(/\s+/).filter((word) => word !== '').length),
    unkind: computed(() => unkindWords(`${subject.value} ${text.value}`)),
    sendable: computed(() => to.value.length > 0 && text.value.trim() !== ''),
    load: async () => {
      const [made, kept] = [await desk.draftRecap(occurrence), await desk.draft(name)];
      if (isTyped(kept) && typed.peek() === null) typed.value = kept;
      draft.value = made;
    },
    type: (change: Partial<Typed>) => {
      typed.value = { subject: subject.peek(), text: text.peek(), ...change };
      desk.keepDraft(name, typed.value);
    },
    /** Throws the edits away: the log's own draft stands again. */
    startOver: () => {
      typed.value = null;
      desk.keepDraft(name, null);
    },
    tick: (person: PersonKey, ticked: boolean) => {
      ticks.value = { ...ticks.value, [person]: ticked };
    },
    send: () => send(pane, occurrence, letter.peek()),
    openInOutlook: () => pane.attempt(() => desk.openRecapInOutlook(occurrence, letter.peek())),
  };
}
export type RecapState = ReturnType<typeof createRecapState>;
