import { computed, signal } from '@preact/signals';

import type { Person } from '../../../domain/facts/things/person';
import type { CatchUpLetter } from '../../../domain/tell/catch-up/catch-up-letter';
import type { PersonRecord } from '../../../domain/tell/whole-record';
import { unkindWords } from '../../../domain/words';
import { recapWords } from '../../../formats/mail/recap-length';
import { ANSWER_TOKENS, tokensIn } from '../../../formats/mail/reply-tokens';
import type { PaneState } from '../pane';

const isTyped = (kept: unknown): kept is CatchUpLetter =>
  typeof kept === 'object' && kept !== null && 'states' in kept && 'told' in kept && 'text' in kept;

/** The catch-up of one person as it would go: the log's draft until somebody edits it, then theirs. */
export function createCatchUpState(pane: PaneState, person: Person) {
  const { actions } = pane;
  const name = `catch-up:${person.key}`;
  /** Undefined: it is not known yet. */
  const draft = signal<CatchUpLetter | null | undefined>(undefined);
  /** With what it was drafted from: what is decided later is not in it. */
  const typed = signal<CatchUpLetter | null>(null);
  const busy = signal(false);
  const changed = signal(false);
  const toldNow = signal<readonly string[]>([]);
  let loads = 0;
  let recalled = false;

  const letter = computed(() => (draft.value ? (typed.value ?? draft.value) : draft.value));
  const keep = (next: CatchUpLetter | null) => {
    typed.value = next;
    actions.keepDraft(name, next);
  };
  const alone = async (act: (letter: CatchUpLetter) => Promise<unknown>): Promise<void> => {
    const shown = letter.peek();
    if (busy.peek() || !shown) return;
    busy.value = true;
    changed.value = false;
    await pane.attempt(() => act(shown));
    busy.value = false;
  };
  return {
    letter,
    busy,
    /** From when it is offered in their rhythm. */
    offered: computed(() => draft.value?.offered ?? null),
    /** Something in it was told, or became otherwise, before Send was pressed. */
    changed,
    /** What "I told them" wrote down just now. */
    toldNow,
    edited: computed(() => typed.value !== null),
    /** There is more to tell than what was edited. */
    isBehind: computed(() => {
      const mine = typed.value;
      return mine !== null && draft.value?.states.some((one) => !mine.states.includes(one)) === true;
    }),
    words: computed(() => recapWords(letter.value?.text ?? '', letter.value?.language ?? 'en')),
    unkind: computed(() =>
      unkindWords(`${letter.value?.subject} ${letter.value?.text}`, letter.value?.language),
    ),
    /** Answers that the text no longer offers as a link. */
    lostAnswers: computed(() => {
      const shown = letter.value;
      if (!shown || shown.names.length === 0) return [];
      const there = tokensIn(shown.text, shown.language);
      return ANSWER_TOKENS.filter((one) => !there.has(one));
    }),
    load: async (record: PersonRecord) => {
      const turn = ++loads;
      if (!recalled) {
        const kept = await actions.draft(name);
        recalled = true;
        if (isTyped(kept)) typed.value = kept;
      }
      const made = await (await actions.catchUp()).draft(record);
      if (turn === loads) draft.value = made;
    },
    type: (change: Partial<Pick<CatchUpLetter, 'subject' | 'text'>>) => {
      const shown = letter.peek();
      if (shown) keep({ ...shown, ...change });
    },
    /** Throws the edits away: the log's own draft stands again. */
    startOver: () => keep(null),
    send: () =>
      alone(async (shown) => {
        const went = await (await actions.catchUp()).send(shown);
        if (went) keep(null);
        changed.value = !went;
      }),
    told: () =>
      alone(async (shown) => {
        toldNow.value = await (await actions.catchUp()).told(shown);
        keep(null);
      }),
    takeBack: async () => {
      const entries = toldNow.peek();
      if ((await pane.attempt(async () => (await actions.catchUp()).takeBack(entries))) === null) return;
      toldNow.value = [];
    },
    openInOutlook: () =>
      pane.attempt(async () => {
        const shown = letter.peek();
        if (shown) await (await actions.letters()).openInOutlook(shown);
      }),
  };
}
export type CatchUpState = ReturnType<typeof createCatchUpState>;
