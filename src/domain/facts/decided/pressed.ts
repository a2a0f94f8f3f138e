import type { Instant } from '../../time/time';
import type { TroubleKind } from '../../trouble-rows';
import type { Message } from '../things/message';
import type { Person } from '../things/person';
import type { CatchUpEntry } from './catch-up-entry';
import type { InputRequest } from './consulting';
import type { PointMail } from './point';
import type { RecapEntry } from './recap-entry';

/** Time to take a click on Send back. */
export const UNDO_TIME = 10_000;

/** A mail that was due so long ago is asked about before it goes. */
export const STILL_NEWS = 60 * 60_000;

/** What the journal writes down of a mail, a step at a time. */
export type Journalled = RecapEntry | InputRequest | PointMail | CatchUpEntry;

/** Every kind of such a mail. */
const JOURNALLED: Readonly<Record<Journalled['kind'], true>> = {
  ...{ recap: true, 'input-request': true, 'point-mail': true, 'catch-up': true },
};
export const isJournalled = (fact: { readonly kind: string }): fact is Journalled =>
  Object.hasOwn(JOURNALLED, fact.kind);

/** To whom it goes. */
export const readersOf = (entry: Journalled): readonly Person[] =>
  entry.kind === 'input-request' ? [entry.person] : entry.to;

/**
 * How far a mail is for which Send was pressed. `kept`: nothing is in the mailbox. `drafted`: a draft is, that goes to
 * nobody. `leaving`: it was to be sent, and the answer is not known. `waiting`: Exchange has it, and sends it in its time.
 * `left`: it went, or not, by a way on which nothing can be looked up.
 */
export type PressedState = 'kept' | 'drafted' | 'leaving' | 'waiting' | 'left';

/**
 * Why a mail does not go by itself any more. `late`: more than an hour after it was due. `untrue`: what it says was
 * changed by an entry. `unknown`: it may have gone. `stuck`: Outlook was to send it, and did not. `passed-over`: another
 * machine was to send the same one, and did not. The last two are no questions: it did not go, and that is said.
 */
export type Asks =
  | 'late'
  | 'untrue'
  | 'unknown'
  | 'stuck'
  | 'passed-over'
  | 'taken-back-in-outlook'
  | 'refused';

/** The draft of it in the mailbox. */
export interface PressedDraft {
  readonly id: string;
  readonly conversation: string | null;
  /** Absent: a pane of before wrote it. */
  readonly internetMessageId?: string | null;
  readonly madeAt: Instant | null;
  /** Another machine wrote it, of the same mail. */
  readonly elsewhere?: true;
  /** When Exchange sends it, by its own clock; null: as soon as it is told to. */
  readonly goesAt: Instant | null;
}

/**
 * A mail for which Send was pressed, from the press until it is known what became of it. It lies in this browser alone,
 * never in an export or on another machine: by itself goes only what was pressed and kept here (17).
 */
export interface PressedMail {
  /** Of the press, not of the mail: pressed again, it is another one. */
  readonly id: string;
  readonly mailKey: string;
  /** As first written down: who it is to, and about what. */
  readonly entry: Journalled;
  /** What the same mail tells of other meetings. */
  readonly besides?: readonly Journalled[];
  readonly message: Message;
  /** What it rested on then; something else now makes it untrue. */
  readonly claim: string;
  readonly pressedAt: Instant;
  /** It goes no sooner, by this machine's clock. */
  readonly due: Instant;
  readonly state: PressedState;
  /** Nothing can be looked up: no draft with a key is to be had here. */
  readonly keyless?: true;
  readonly draft?: PressedDraft;
  /** The last time it was told to go, by this machine's clock. */
  readonly triedAt?: Instant;
  /** Undo was pressed. */
  readonly back?: true;
  readonly asks?: Asks;
  /** Why it did not go so far. */
  readonly trouble?: TroubleKind;
  /** Of the same matter by another way: a mail to all, or one to each. What is found under these keys was told already. */
  readonly instead?: readonly { readonly mailKey: string; readonly to: readonly Person[] }[];
}

/**
 * What is left of a mail once somebody whom it names was erased: nothing that names anybody. It is taken back as soon as
 * the mailbox can be reached, and until then every pane says so.
 */
export interface ErasedMail {
  /** Of its press. */
  readonly id: string;
  readonly mailKey: string;
  readonly due: Instant;
  /** It lies in the mailbox, or may. */
  readonly mayLie: boolean;
  /** It had gone before it could be taken back: said until the person has heard of it. */
  readonly went?: true;
}

/** Null where it went already, as far as anybody can know, or is only told of. */
export function erasedOf({ id, mailKey, due, state, asks }: PressedMail): ErasedMail | null {
  if (state === 'left' || asks === 'refused' || asks === 'taken-back-in-outlook') return null;
  return { id, mailKey, due, mayLie: state !== 'kept' };
}

/** How long it waits for its time; never longer than when it was pressed, whatever the clock says meanwhile. */
export function restOf({ pressedAt, due }: PressedMail, now: Instant): number {
  if (now < pressedAt) return 0;
  return Math.max(0, Math.min(due - now, due - pressedAt));
}

export const isLate = ({ due }: PressedMail, now: Instant): boolean => now > due + STILL_NEWS;
