import { folded } from '../facts/things/folded';

/** Scripts that put no spaces between words: a run of one of them is a word. */
const RUNS = [
  '\\p{scx=Han}',
  '\\p{scx=Hira}\\p{scx=Kana}',
  '\\p{scx=Thai}',
  '\\p{scx=Lao}',
  '\\p{scx=Khmer}',
  '\\p{scx=Myanmar}',
];
const SPACELESS = RUNS.join('');
const OF_A_WORD = '(?=[\\p{L}\\p{N}\\p{M}])';
const WORD = new RegExp(
  [...RUNS.map((run) => `(?:${OF_A_WORD}[${run}])+`), `(?:${OF_A_WORD}[^${SPACELESS}])+`].join('|'),
  'gu',
);
const IS_SPACELESS = new RegExp(`^[${SPACELESS}]`, 'u');
/** The letters and digits of a word; its marks make it no longer. */
const CHARACTER = /\P{M}/gu;
/** So short a word says little by itself. */
const SHORT = 2;

interface Word {
  readonly text: string;
  readonly spaceless: boolean;
}

const wordsOf = (text: string): readonly Word[] =>
  (folded(text).match(WORD) ?? []).map((word) => ({ text: word, spaceless: IS_SPACELESS.test(word) }));

const isLong = ({ text, spaceless }: Word): boolean =>
  spaceless || (text.match(CHARACTER)?.length ?? 0) > SHORT;

/** What is looked through: texts that belong together, of which none goes on in the next. */
export interface Read {
  /** All that is written, folded, for words without spaces around them. */
  readonly all: string;
  readonly words: ReadonlySet<string>;
  /** The words of each text in their order, with a space around each. */
  readonly rows: readonly string[];
}

export function read(texts: readonly string[]): Read {
  const found = texts.map(wordsOf);
  return {
    all: texts.map(folded).join('\n'),
    words: new Set(found.flat().map(({ text }) => text)),
    rows: found.map(rowOf),
  };
}

const rowOf = (words: readonly Word[]): string => ` ${words.map(({ text }) => text).join(' ')} `;

/** Whether a name or an example occurs (11.2), made once and asked at each keystroke. */
export type Occurs = (read: Read) => boolean;

/**
 * Every word occurs, in any order. Where no word is longer than two characters they must stand in a row; without any
 * word nothing occurs.
 */
export function occurrenceOf(passage: string): Occurs {
  const words = wordsOf(passage);
  if (words.length === 0) return () => false;
  if (!words.some(isLong)) {
    const row = rowOf(words);
    return ({ rows }) => rows.some((one) => one.includes(row));
  }
  return (read) =>
    words.every(({ text, spaceless }) => (spaceless ? read.all.includes(text) : read.words.has(text)));
}
