/** Words of names and texts, so that a name can be found in what somebody wrote. */

export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A run of letters and figures: `Hale-Smith` and `Marcus’s` are two each. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Initials and "de" stand in too many other words; where words are written in other letters, two say enough. */
const saysEnough = (word: string): boolean =>
  [...word].length >= 3 || ([...word].length === 2 && !/\p{Script=Latin}/u.test(word));

/** Longer names are looked for by this many of their words at once. */
export const MOST_WORDS = 4;

/** What a name is called by: each word that says enough, and the whole name, folded. */
export function sayingsOf(name: string): readonly string[] {
  const words = name.match(WORD) ?? [];
  const whole = words.length > 1 && words.length <= MOST_WORDS ? [words.join(' ')] : [];
  return [...words.filter(saysEnough), ...whole].map(fold);
}

/** Names that are words as well: written small, they are the word. */
const ALSO_WORDS = new Set(
  'art bill chance chase dean drew faith frank grace grant guy hope jack joy june lance mark may miles page pat penny ray rich rob rose summer sue will'.split(
    ' ',
  ),
);

/** Written like this, could it be a name? */
export const couldBeName = (written: string): boolean => !ALSO_WORDS.has(written);
