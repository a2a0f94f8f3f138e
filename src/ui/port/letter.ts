import type { Person, PersonKey } from '../../domain/facts/things/person';
import type { Language } from '../../domain/language';
import type { Recipient } from '../../domain/tell/recipients';

/** What the person sends: as edited. */
export interface Letter {
  readonly to: readonly Person[];
  readonly subject: string;
  readonly text: string;
  readonly language?: Language;
  /** What the decisions are called that the answers in brackets are about. */
  readonly names?: readonly string[];
}

/** What is chosen in a recap; what is absent is as offered. */
export interface RecapChoice {
  readonly ticks?: Readonly<Record<PersonKey, boolean>>;
  readonly together?: boolean;
  /** To this person alone. */
  readonly only?: PersonKey;
}

export interface RecapDraft {
  readonly recipients: readonly Recipient[];
  /** One for each who is ticked, or one for all; one to nobody where nobody is. */
  readonly letters: readonly RecapLetter[];
}

/** One mail of a recap, as drafted or as edited. */
export interface RecapLetter extends Letter {
  readonly language: Language;
  /** Ids of the decisions it tells, and what they are called, which the answers carry. */
  readonly decisions: readonly string[];
  /** Ids of those that are still open in it; a text kept by an earlier version knows none. */
  readonly questions?: readonly string[];
  readonly names: readonly string[];
  /** Ids of the points in it, and what it calls them. */
  readonly points?: readonly string[];
  readonly pointsCalled?: readonly string[];
}
