import { type Gesture, gesturesOf } from '../../../domain/facts/entered/gesture';
import { namesOf } from '../names';
import type { TimeWords } from '../times';

/** Whoever was told of the log is named: one who was is not everybody. */
export function toldOfRecordWords(gestures: readonly Gesture[], time: TimeWords): string {
  const last = gesturesOf(gestures, 'told-of-record').findLast(({ done }) => done);
  if (last === undefined) return 'You have not noted yet that you told the others about this log.';
  return `You noted on ${time.longDay(last.recordedAt)} that you told ${namesOf(last.people, NAMED) || 'them'} about this log.`;
}

const NAMED = 3;

/** 2.4 goes before 2.5: where they met, it counts. */
export const PAUSED_HINT = 'While it is paused, only occurrences in which you met are counted.';

/** 9: of one person there are rows alone. */
export const KEPT_FOR_HINT =
  'Older months become monthly counts. The numbers of a meeting still use them, those about one person do not. Points and promises go as long after they are closed. Decisions, recaps and whatever is open stay.';

export const ROAMING_HINTS = {
  on: 'A copy lies in your own OneDrive, under Apps → Loopkeeper. Each Outlook where this is on reads it and adds to it.',
  off: 'Puts a copy of the log into your own OneDrive, under Apps → Loopkeeper, for your other Outlooks. Whoever can open your OneDrive can read it, unless you protect it with a passphrase.',
};

/** What seals goes on elsewhere until its person has said yes there. */
export const UNPROTECT_WORDS =
  'Whoever can open your OneDrive can read then what this Outlook writes. Each of your other Outlooks asks you first, and goes on protecting until you say yes there.';

/** Two mailboxes in one browser keep two logs. */
export const eraseAllWords = (isRoaming: boolean): string =>
  `Every log of this mailbox on this machine goes: what was seen, your notes, decisions and drafts, and who is signed in. ${
    isRoaming
      ? 'The copy in OneDrive stays, unless you delete it first.'
      : 'Without an export nothing brings them back.'
  }`;

/** Presence goes before a mark (2.4, 4.1). */
export const MARKS_HINT =
  'Days that no calendar shows. Missing a meeting on such a day is no absence, and counts in no number about that person.';

/** A table or a mail of it can exist, and brings nothing back. */
export const backupWords = (entries: number, day: string): string =>
  `What you noted and decided since ${day} (${entries} ${entries === 1 ? 'entry' : 'entries'}) is in no copy that could be imported again. Such a copy as a file brings it back if the browser loses it.`;
