import type { CatchUpEntry } from '../../domain/facts/decided/catch-up-entry';
import type { SendingEnd } from '../../domain/facts/decided/sending';
import type { TheirRhythm } from '../../domain/facts/entered/rhythm';
import type { Person } from '../../domain/facts/things/person';
import type { CatchUpLetter } from '../../domain/tell/catch-up/catch-up-letter';
import type { PersonRecord } from '../../domain/tell/whole-record';

/** What somebody has not heard, and how they hear of it; loaded when a person's page is. */
export interface CatchUpActions {
  /** As it would go now; null: there is nothing to tell. */
  readonly draft: (record: PersonRecord) => Promise<CatchUpLetter | null>;
  /** Presses Send for it; what became of it is in the view. False: something in it was told or changed meanwhile. */
  readonly send: (letter: CatchUpLetter) => Promise<boolean>;
  /** "I told them", of what it holds; gives the entries, which can be taken back. */
  readonly told: (letter: CatchUpLetter) => Promise<readonly string[]>;
  readonly takeBack: (entries: readonly string[]) => Promise<void>;
  /** How often they hear what they missed; gives the entry, which can be undone. */
  readonly setRhythm: (person: Person, pace: TheirRhythm) => Promise<string>;
  /** One of which nobody knows whether it went. */
  readonly settle: (entry: CatchUpEntry, does: 'look' | 'discard') => Promise<SendingEnd>;
}
