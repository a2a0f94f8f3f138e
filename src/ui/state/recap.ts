import { computed, signal } from '@preact/signals';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { PersonKey } from '../../domain/facts/things/person';
import type { Language } from '../../domain/language';
import { ONE_MAIL_MAX, OWN_MAILS_MAX } from '../../domain/tell/recipients';
import { unkindWords } from '../../domain/words';
import { recapWords } from '../../formats/mail/recap-length';
import { ANSWER_TOKENS, tokensIn } from '../../formats/mail/reply-tokens';
import type { RecapDraft, RecapLetter } from '../port/actions';
import { writeIn } from './language';
import type { PaneState } from './pane';
import { send } from './sending';

/** A mail as edited, with what it was drafted from: what is decided later is not in it. */
type Typed = Pick<RecapLetter, 'subject' | 'text'> & Partial<RecapLetter>;

interface Kept {
  readonly together: boolean;
  readonly letters: Readonly<Record<string, Typed>>;
}

const isTyped = (kept: unknown): kept is Typed =>
  typeof kept === 'object' && kept !== null && 'subject' in kept && 'text' in kept;

const isKept = (kept: unknown): kept is Kept =>
  typeof kept === 'object' && kept !== null && 'letters' in kept && 'together' in kept;

/** Of one mail to all there is one; of the others one for each person. */
const TO_ALL = '';
const nameOf = ({ to }: RecapLetter, together: boolean): string =>
  together ? TO_ALL : (to[0]?.key ?? TO_ALL);

interface Wish {
  /** Ticked at first, whoever they are. */
  readonly wanted?: readonly PersonKey[];
  /** To this person alone, in a mail of their own. */
  readonly only?: PersonKey;
}

/** The recap as it would go: the drafts of the log until the person edits one, then theirs. */
export function createRecapState(
  pane: PaneState,
  occurrence: OccurrenceKey,
  { wanted = [], only }: Wish = {},
) {
  const { actions } = pane;
  const name = `recap:${occurrence}`;
  const draft = signal<RecapDraft | null>(null);
  const typed = signal<Readonly<Record<string, Typed>>>({});
  const together = signal(false);
  const ticks = signal<Readonly<Record<PersonKey, boolean>>>(
    Object.fromEntries(wanted.map((key) => [key, true])),
  );
  const looking = signal(TO_ALL);
  let loads = 0;
  let recalled = false;

  const letters = computed((): readonly RecapLetter[] =>
    (draft.value?.letters ?? []).map((one) => ({
      ...one,
      ...typed.value[nameOf(one, together.value)],
      to: one.to,
    })),
  );
  const recipients = computed(() =>
    (draft.value?.recipients ?? []).map((one) => ({
      ...one,
      ticked: one.reachable && (ticks.value[one.person.key] ?? one.ticked),
    })),
  );
  const ticked = computed(() => recipients.value.filter((one) => one.ticked).length);
  const shown = computed(
    () =>
      letters.value.find((one) => nameOf(one, together.value) === looking.value) ?? letters.value[0] ?? null,
  );
  const text = computed(() => shown.value?.text ?? '');
  const subject = computed(() => shown.value?.subject ?? '');
  const edited = computed(() => shown.value !== null && nameOf(shown.value, together.value) in typed.value);
  const tooMany = computed((): 'mails' | 'people' | null => {
    if (!together.value) return ticked.value > OWN_MAILS_MAX ? 'mails' : null;
    return ticked.value > ONE_MAIL_MAX ? 'people' : null;
  });
  /** Every tick is drafted before it can go: nothing is sent that was not on screen. */
  const isDrafted = computed(
    () => letters.value.flatMap(({ to }) => to).length === ticked.value && ticked.value > 0,
  );

  const keep = () => {
    const nothing = !together.peek() && Object.keys(typed.peek()).length === 0;
    actions.keepDraft(name, nothing ? null : { together: together.peek(), letters: typed.peek() });
  };

  const load = async () => {
    const turn = ++loads;
    const kept = recalled ? null : await actions.draft(name);
    if (!recalled) {
      recalled = true;
      if (isKept(kept)) {
        typed.value = { ...kept.letters, ...typed.peek() };
        together.value = kept.together && only === undefined;
      }
    }
    const made = await actions.draftRecap(occurrence, {
      ...{ ticks: ticks.peek(), together: together.peek() },
      ...(only === undefined ? {} : { only }),
    });
    if (turn !== loads) return;
    const [first] = made.letters;
    // Kept by an earlier version, when there was one mail to all.
    if (isTyped(kept) && first !== undefined) {
      typed.value = { [nameOf(first, together.peek())]: kept, ...typed.peek() };
    }
    draft.value = made;
  };
  const again = () => pane.attempt(load);

  return {
    draft,
    letters,
    shown,
    subject,
    text,
    recipients,
    together,
    ticked,
    tooMany,
    edited,
    words: computed(() => recapWords(text.value, shown.value?.language ?? 'en')),
    unkind: computed(() => unkindWords(`${subject.value} ${text.value}`, shown.value?.language)),
    /** Answers that the text no longer offers as a link. */
    lostAnswers: computed(() => {
      const letter = shown.value;
      if (letter === null || letter.names.length === 0) return [];
      const there = tokensIn(letter.text, letter.language);
      return ANSWER_TOKENS.filter((one) => !there.has(one));
    }),
    sendable: computed(
      () => isDrafted.value && tooMany.value === null && letters.value.every((one) => one.text.trim() !== ''),
    ),
    load,
    look: (letter: RecapLetter) => {
      looking.value = nameOf(letter, together.peek());
    },
    type: (change: Partial<Pick<RecapLetter, 'subject' | 'text'>>) => {
      const letter = shown.peek();
      if (letter === null) return;
      const { to: _, ...rest } = letter;
      typed.value = { ...typed.peek(), [nameOf(letter, together.peek())]: { ...rest, ...change } };
      keep();
    },
    /** Throws the edits of this mail away: the log's own draft stands again. */
    startOver: () => {
      const letter = shown.peek();
      if (letter === null) return;
      const { [nameOf(letter, together.peek())]: _, ...others } = typed.peek();
      typed.value = others;
      keep();
    },
    tick: (person: PersonKey, on: boolean) => {
      ticks.value = { ...ticks.value, [person]: on };
      return again();
    },
    sendAs: (toAll: boolean) => {
      together.value = toAll;
      keep();
      return again();
    },
    write: async (language: Language) => {
      const [only] = shown.peek()?.to ?? [];
      await writeIn(pane, together.peek() ? null : (only ?? null), language);
      await again();
    },
    send: () => send(pane, occurrence, letters.peek(), together.peek(), only !== undefined),
    openInOutlook: () =>
      pane.attempt(async () => {
        const letter = shown.peek();
        if (letter !== null) await actions.openRecapInOutlook(occurrence, letter);
      }),
  };
}
export type RecapState = ReturnType<typeof createRecapState>;
