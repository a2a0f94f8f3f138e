import { type Brings, bringTogether } from '../../domain/forget/brings';
import type { Ending } from './ending';
import type { FileNote } from './state';

/** What the person should know of the folder, and what they are asked. Said for as long as it is so. */
export interface FolderNews {
  /** Files that could not be read, or not wholly; that are larger than any of ours; that another passphrase opens. */
  readonly damaged: number;
  readonly tooLarge: number;
  readonly otherKey: number;
  /** Files that somebody put back to an earlier writing. */
  readonly older: number;
  /** Not sealed, and left unread as the person chose. */
  readonly left: number;
  /** Somebody without the key said that the protection has ended. */
  readonly falseEnding: boolean;
  readonly ending: Ending | null;
  readonly unsealed: UnsealedQuestion | null;
}

/** Files in a sealed log that nobody sealed who has its key. */
export interface UnsealedQuestion {
  readonly brings: Brings;
  /** Digests by name: a yes is for these texts alone. */
  readonly files: Readonly<Record<string, string>>;
}

export function newsOf(
  notes: Readonly<Record<string, FileNote>>,
  ending: Ending | null,
  falseEnding: boolean,
): FolderNews {
  const all = Object.entries(notes);
  const count = (why: FileNote['why']) => all.filter(([, note]) => note.why === why).length;
  const unsealed = all.flatMap(([name, note]) => (note.why === 'unsealed' ? [{ name, ...note }] : []));
  const asked = unsealed.filter(({ answer }) => answer === null);
  return {
    damaged: count('damaged'),
    tooLarge: count('too-large'),
    otherKey: count('other-key'),
    older: count('older'),
    left: unsealed.filter(({ answer }) => answer === 'no').length,
    falseEnding,
    ending,
    // Where the protection ended elsewhere, open files are what is to be expected: one question after the other.
    unsealed:
      asked.length === 0 || ending !== null
        ? null
        : {
            brings: bringTogether(asked.map(({ brings }) => brings)),
            files: Object.fromEntries(asked.map(({ name, digest }) => [name, digest])),
          },
  };
}
