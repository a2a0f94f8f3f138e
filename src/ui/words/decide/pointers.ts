import { listWords } from '../times';

/** Words of a draft that sound like a charge (8); empty where there are none. */
export const unkindHint = (words: readonly string[]): string =>
  words.length === 0
    ? ''
    : `You may want to look at ${listWords(words.map((word) => `“${word}”`))}: it can read as blame.`;

/** Of the three answers in brackets so many are no longer there as they were; empty where all are. */
export function lostAnswersHint(lost: number): string {
  if (lost === 0) return '';
  return lost === 3
    ? 'The line with the answers in brackets is gone, so they answer with a plain reply. Start over brings it back.'
    : 'One of the answers in brackets was changed; it goes as plain words instead of a link.';
}
