import { listWords } from './times';

/** Words of a draft that sound like a charge (8); empty where there are none. */
export const unkindHint = (words: readonly string[]): string =>
  words.length === 0
    ? ''
    : `You may want to look at ${listWords(words.map((word) => `“${word}”`))}: it can read as blame.`;
