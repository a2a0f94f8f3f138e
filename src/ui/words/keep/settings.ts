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
  'Older months become monthly counts, which the numbers of a meeting still use and those about one person do not. Points and promises are deleted the same time after they are closed. Decisions, recaps and everything that is open stay.';

export const ROAMING_HINTS = {
  on: 'A copy lies in your own OneDrive, under Apps → Loopkeeper. Each Outlook where this is on reads it and adds to it.',
  off: 'Puts a copy of the log into your own OneDrive, under Apps → Loopkeeper, for your other Outlooks. Whoever can open your OneDrive can read it, unless you protect it with a passphrase.',
};

interface KeptIn {
  readonly inMemory: boolean;
  readonly isRoaming: boolean;
  readonly signedInAs: string | null;
}

/** Where the log is, whose it is, and how it leaves. */
export function keptInWords({ inMemory, isRoaming, signedInAs }: KeptIn): string {
  const whose = signedInAs === null ? 'The log' : `The log of ${signedInAs}`;
  const leaves = isRoaming
    ? 'It leaves only in what you export or send, and for your own OneDrive.'
    : 'It leaves only in what you export or send.';
  return inMemory
    ? `${whose} is only in the memory of this pane. ${leaves} Your calendar and mail stay where they are.`
    : `${whose} is in this browser, on this machine. ${leaves} Your calendar and mail stay where they are.`;
}

/** What seals goes on elsewhere until its person has said yes there. */
export const UNPROTECT_WORDS =
  'Then whoever can open your OneDrive can read what this Outlook writes. Each of your other Outlooks asks you first, and goes on protecting its files until you say yes there.';

/** Two mailboxes in one browser keep two logs. */
export const eraseAllWords = (isRoaming: boolean): string =>
  `Every log of this mailbox on this machine is erased: what was seen, your notes, decisions and drafts, and who is signed in. ${
    isRoaming
      ? 'The copy in OneDrive stays, unless you delete it first.'
      : 'Without an export nothing brings them back.'
  }`;

/** Presence goes before a mark (2.4, 4.1). */
export const MARKS_HINT =
  'Days off that no calendar shows. A meeting on such a day is not counted for that person, unless they came.';

/** A table or a mail of it can exist, and brings nothing back. */
export const backupWords = (entries: number, day: string): string =>
  `What you noted and decided since ${day} (${entries} ${entries === 1 ? 'entry' : 'entries'}) is in no copy that could be imported again. Such a copy as a file brings it back if the browser loses it.`;
