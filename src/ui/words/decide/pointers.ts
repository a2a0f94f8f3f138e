import { listWords } from '../times';

/** Words of a draft that sound like a charge (8); empty where there are none. */
export const unkindHint = (words: readonly string[]): string =>
  words.length === 0
    ? ''
    : `${listWords(words.map((word) => `“${word}”`))} can read as blame. You may want to say it in other words.`;

/** Of the three answers in brackets so many are no longer there as they were; empty where all are. */
export function lostAnswersHint(lost: number): string {
  if (lost === 0) return '';
  if (lost === 3)
    return 'The line with the answers in brackets is gone, so they answer with a plain reply. Start over brings it back.';
  return lost === 1
    ? 'One of the answers in brackets was changed; it goes as plain words instead of a link.'
    : 'Two of the answers in brackets were changed; they go as plain words instead of links.';
}
