import { fold, MOST_WORDS, WORD } from './name-words';

/** A word in a text as it is written, with what hangs on it: `Anna-Lena`, `O’Neil`, `Müllers`. */
const WRITTEN = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`´‐‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** Letters that are written in two ways, and endings of words are no matter of. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i', ς: 'σ', ё: 'е' },
};

/** A word without accents, case and the second way to write an umlaut: `Jürgen`, `Juergen` and `JURGEN` are one. */
const skeleton = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[æœøłđðþßıςё]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/([aou])e/g, '$1');

/** The longest ending that a name takes on, or changes, in the languages that bend names: `Danas`, `Марией`, `Παύλου`. */
const ENDING = 3;
/** What is left of a bent name has to say enough. */
const STEM = 3;

const lengthOf = (word: string): number => [...word].length;

/** Written like a name where the script has large letters; where it has none, anything could be. */
const isCapital = (word: string): boolean => /^(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{Lm})/u.test(word);

function isBent(word: string, name: string): boolean {
  if (word === name) return true;
  const [a, b] = [[...word], [...name]];
  if (b.length < STEM) return word === `${name}s`;
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same += 1;
  if (same < STEM) return false;
  // It grew an ending, or changed its last one or two letters for another.
  const [lost, grown] = [b.length - same, a.length - same];
  return lost === 0 ? grown <= ENDING : lost <= 2 && grown >= 1 && grown <= ENDING && same >= b.length / 2;
}

/** Typed in haste. What is short, or grew a longer ending, is another word more often than not. */
const isNameWrittenSmall = (word: string, name: string): boolean =>
  lengthOf(name) > STEM && ['', 's', 'n', 'es', 'en'].some((ending) => word === name + ending);

/** A place in a text that looks like somebody's name. */
export interface Likeness {
  /** As it stands there. */
  readonly written: string;
  /** What has to be taken for a name so that it goes: folded, words with spaces between. */
  readonly form: string;
  readonly at: number;
}

/**
 * What in a text looks like one of these names, bent, shortened or written in another way. It finds too much rather than
 * too little, because somebody looks at each; and nobody says that it finds all of it. Each word is looked at once.
 */
export function likenesses(names: readonly string[]): (text: string) => readonly Likeness[] {
  const parts = [
    ...new Set(
      names.flatMap((name) => (name.match(WORD) ?? []).map(skeleton)).filter((one) => lengthOf(one) > 1),
    ),
  ];
  return (text) =>
    [...text.matchAll(WRITTEN)].flatMap((found): readonly Likeness[] => {
      const [written] = found;
      const words = written.match(WORD) ?? [];
      if (words.length > MOST_WORDS) return [];
      const like = words.some((word) => {
        const bare = skeleton(word);
        return parts.some(
          (part) => isBent(bare, part) && (isCapital(word) || isNameWrittenSmall(bare, part)),
        );
      });
      return like ? [{ written, form: fold(words.join(' ')), at: found.index }] : [];
    });
}
