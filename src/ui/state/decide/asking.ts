import { computed, signal } from '@preact/signals';

import { agreementViews } from '../../../domain/agree/agreed';
import type { AskFault, PreparedRequest } from '../../../domain/agree/asking';
import { type Decision, decisionName } from '../../../domain/facts/decided/decision';
import type { SendingEnd } from '../../../domain/facts/decided/sending';
import type { Person } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import { unkindWords } from '../../../domain/words';
import { WORDS } from '../../../formats/languages/registered';
import { recapWords } from '../../../formats/mail/recap-length';
import { dateWords } from '../../../formats/mail/recap-times';
import { ANSWER_TOKENS, tokensIn } from '../../../formats/mail/reply-tokens';
import type { Letter } from '../../port/letter';
import { instantOfField } from '../../words/typed-time';
import { writeIn } from '../language';
import type { PaneState } from '../pane';

interface Typed {
  readonly workingDays: string;
  readonly zone: string;
  /** A `datetime-local` in their zone; null: working days are counted. */
  readonly answerBy: string | null;
  /** Null: as the log drafts it. */
  readonly subject: string | null;
  readonly text: string | null;
  /** In which the edited text was drafted. */
  readonly language: Language | null;
}

const BLANK: Typed = {
  ...{ workingDays: '', zone: '', answerBy: null },
  ...{ subject: null, text: null, language: null },
};

const isTyped = (kept: unknown): kept is Partial<Typed> =>
  typeof kept === 'object' && kept !== null && 'workingDays' in kept;

/** What became of it in this pane. */
export type AskingEnd = SendingEnd | 'waiting' | 'noted' | null;

/** Asking one person about one decision: the deadline, the mail as drafted and as edited, and its sending. */
export function createAskingState(pane: PaneState, decision: Decision, person: Person) {
  const { actions } = pane;
  const name = `ask:${decision.id}:${person.key}`;
  const typed = signal<Typed>(BLANK);
  const request = signal<PreparedRequest | null>(null);
  const faults = signal<readonly AskFault[]>([]);
  const end = signal<AskingEnd>(null);
  /** What it was pressed as, while it is still to go. */
  const pressed = signal<string | null>(null);
  const busy = signal(false);
  let asked = 0;

  const subject = computed(() => typed.value.subject ?? request.value?.subject ?? '');
  const text = computed(() => typed.value.text ?? request.value?.text ?? '');
  const edited = computed(() => typed.value.text !== null || typed.value.subject !== null);
  const language = computed((): Language => {
    const own = edited.value ? typed.value.language : null;
    return own ?? request.value?.language ?? 'en';
  });
  const zone = () => request.peek()?.zone ?? pane.zone.peek();

  const draft = async () => {
    const mine = ++asked;
    const { workingDays, zone: theirs, answerBy } = typed.peek();
    const by = answerBy === null ? null : (instantOfField(answerBy, theirs.trim() || zone()) ?? 'unknown');
    const made = await pane.attempt(async () =>
      (await actions.consult()).draftRequest({ decision, person, workingDays, zone: theirs, answerBy: by }),
    );
    if (made === null || mine !== asked) return;
    faults.value = made.ok ? [] : made.fault;
    if (made.ok) request.value = made.value;
  };
  const change = (part: Partial<Typed>) => {
    const isText = typeof part.text === 'string' || typeof part.subject === 'string';
    const was = language.peek();
    typed.value = { ...typed.peek(), ...part, ...(isText ? { language: was } : {}) };
    actions.keepDraft(name, typed.peek());
    if ('workingDays' in part || 'zone' in part || 'answerBy' in part) void draft();
  };
  /** Null while there is nothing to send, or where the form lay open until its time was over. */
  const letter = () => {
    const made = request.peek();
    if (made !== null && made.deadline <= actions.clock()) {
      faults.value = ['deadline-past'];
      return null;
    }
    if (made === null) return null;
    return { request: { ...made, language: language.peek() }, subject: subject.peek(), text: text.peek() };
  };
  /** The same for another mail program, with the answers in it. */
  const toOpen = (): Letter | null => {
    const mail = letter();
    if (mail === null) return null;
    const { request: made, ...words } = mail;
    return { ...words, to: [person], language: made.language, names: [decisionName(made.decision)] };
  };
  const finish = (became: AskingEnd) => {
    end.value = became;
    if (became !== null && DONE.includes(became)) actions.keepDraft(name, null);
  };
  const undoable = computed(() => pressed.value !== null && isStillToGo(pane, pressed.value));
  const wasAsked = (): boolean =>
    (pane.view.value.waiting ?? []).some(
      (history) =>
        history.decision.id === decision.id &&
        history.asked.some(({ request: made }) => made.person.key === person.key),
    );
  return {
    typed,
    request,
    faults,
    subject,
    text,
    busy,
    /** Of what goes by itself the log says how it ended, whichever pane carried it; null until then. */
    end: computed((): Exclude<AskingEnd, 'waiting'> => {
      if (end.value !== 'waiting') return end.value;
      if (undoable.value) return null;
      return wasAsked() ? 'sent' : 'taken-back';
    }),
    /** True while it can be taken back. */
    undoable,
    edited,
    language,
    /** The text as edited still names the day that is asked for. */
    namesDay: computed(() => {
      const made = request.value;
      if (made === null) return true;
      return text.value.includes(dateWords(made.deadline, made.zone, WORDS[language.value].recap));
    }),
    words: computed(() => recapWords(text.value, language.value)),
    unkind: computed(() => unkindWords(`${subject.value} ${text.value}`, language.value)),
    /** Answers that the text no longer offers as a link. */
    lostAnswers: computed(() => {
      const there = tokensIn(text.value, language.value);
      return request.value === null ? 0 : ANSWER_TOKENS.filter((one) => !there.has(one)).length;
    }),
    sendable: computed(() => request.value !== null && faults.value.length === 0 && text.value.trim() !== ''),
    change,
    /** Counts again by what is known now: news of the calendar, of days off or of an agreement can come while it is open. */
    again: draft,
    startOver: () => change({ subject: null, text: null, language: null }),
    write: (chosen: Language) => writeIn(pane, person, chosen).then(draft),
    load: async () => {
      const kept = await actions.draft(name);
      if (isTyped(kept) && typed.peek() === BLANK) typed.value = { ...BLANK, ...kept };
      if (typed.peek().workingDays === '' && typed.peek().zone === '') await recall();
      await draft();
    },
    send: async () => {
      const mail = letter();
      if (mail === null || busy.peek()) return;
      busy.value = true;
      const became = await pane.attempt(async () => (await actions.consult()).sendRequest(mail));
      busy.value = false;
      pressed.value = became?.pressed ?? null;
      finish(became?.end ?? null);
    },
    takeBack: async () => {
      const id = pressed.peek();
      if (id === null) return;
      await pane.attempt(() => actions.settleMail(id, 'discard'));
      if (isStillToGo(pane, id)) return;
      pressed.value = null;
      finish('taken-back');
    },
    toOpen,
    openInOutlook: async () => {
      const mail = toOpen();
      if (mail !== null) await pane.attempt(async () => (await actions.letters()).openInOutlook(mail));
    },
    note: async () => {
      const mail = letter();
      if (mail === null || busy.peek()) return;
      busy.value = true;
      const noted = await pane.attempt(async () => (await actions.consult()).noteRequest(mail));
      busy.value = false;
      if (noted !== null) finish(noted ? 'noted' : 'already-sent');
    },
  };

  /** What they promised is shown in its field, to be changed. */
  async function recall(): Promise<void> {
    const entries = await actions
      .consult()
      .then((consult) => consult.entries())
      .catch(() => []);
    const theirs = agreementViews(entries).find(
      ({ standing, agreement }) => standing === 'agreed' && agreement.person.key === person.key,
    );
    const days = theirs?.agreement.answerDays ?? null;
    typed.value = { ...typed.peek(), workingDays: String(days ?? USUAL_DAYS) };
  }
}
export type AskingState = ReturnType<typeof createAskingState>;

const USUAL_DAYS = 3;

/** After these the form has nothing left to keep. */
const DONE: readonly AskingEnd[] = ['sent', 'unverified', 'noted', 'waiting'];

const isStillToGo = ({ view }: PaneState, id: string): boolean =>
  (view.value.outgoing ?? []).some((mail) => mail.id === id && mail.asks === undefined);
