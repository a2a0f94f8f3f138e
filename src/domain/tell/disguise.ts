import type { Person } from '../facts/things/person';

/** Everybody of whom a copy for one person must not tell, each with a letter in place of the name. */
export interface Disguise {
  /** `A`, `B`; the name itself for whom the copy may name. */
  readonly nameOf: (person: Person) => string;
  /** A free text without the others' names and addresses. */
  readonly text: (words: string) => string;
}

/** In place of a name of which nobody can tell whose it is. */
export const SOMEBODY = 'somebody';

const LETTERS = 26;
const A = 65;

/** A, B … Z, AA, AB: as columns are counted. */
function letterOf(index: number): string {
  const before = Math.floor(index / LETTERS);
  return (before === 0 ? '' : letterOf(before - 1)) + String.fromCharCode(A + (index % LETTERS));
}

const addressesOf = ({ key, address, otherAddresses = [] }: Person): readonly string[] => [
  ...new Set([key, address, ...otherAddresses].filter((one) => one !== '')),
];

/** Words of a name; initials and "de" say too little of anybody, and stand in too many other words. */
const NAME_WORD = 3;
const wordsOf = ({ name }: Person): readonly string[] =>
  (name.slice(0, LONGEST).match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).filter(
    (word) => [...word].length >= NAME_WORD,
  );

/**
 * The same letters for the same people, in the order of their keys. A name that `shown` people bear too stays: it
 * may be theirs. `forms`: words that the owner says are a name of somebody else as well.
 */
export function disguiseOf(
  shown: readonly Person[],
  others: readonly Person[],
  forms: readonly string[] = [],
): Disguise {
  const open = new Set(shown.flatMap(addressesOf));
  const openWords = new Set(shown.flatMap((one) => [one.name, ...wordsOf(one)]).map(folded));
  const letters = new Map<string, string>();
  const signs = new Map<string, string>();
  const unique = others.filter((one) => !addressesOf(one).some((address) => open.has(address)));
  for (const one of [...unique].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const addresses = addressesOf(one);
    const known = addresses.map((address) => letters.get(address)).find((letter) => letter !== undefined);
    const letter = known ?? letterOf(new Set(letters.values()).size);
    for (const address of addresses) {
      letters.set(address, letter);
      signs.set(folded(address), letter);
    }
    for (const word of [one.name.trim(), ...wordsOf(one)]) {
      if (word !== '' && !openWords.has(folded(word)) && !signs.has(folded(word)))
        signs.set(folded(word), letter);
    }
  }
  for (const written of forms) if (!signs.has(folded(written))) signs.set(folded(written), SOMEBODY);
  const pattern = patternOf([...signs.keys()]);
  return {
    nameOf: (person) =>
      addressesOf(person)
        .map((address) => letters.get(address))
        .find((letter) => letter !== undefined) ?? person.name,
    text: (words) =>
      pattern === null
        ? words
        : words.normalize('NFC').replace(pattern, (found) => signs.get(folded(found)) ?? '…'),
  };
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** Names in Exchange have at most 256 signs, addresses 320: what is longer was never used to speak of somebody. */
const LONGEST = 320;

/** Longest first, so that a whole name goes before its parts; only whole words. */
function patternOf(signs: readonly string[]): RegExp | null {
  const usual = signs.filter((sign) => sign.length <= LONGEST);
  if (usual.length === 0) return null;
  const each = usual
    .sort((a, b) => b.length - a.length)
    .map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
