import type { RecapLanguage, RecapWords } from './recap-language';
import { GERMAN } from './recap-words-de';
import { ENGLISH } from './recap-words-en';
import { SPANISH } from './recap-words-es';
import { FRENCH } from './recap-words-fr';

export type { RecapLanguage, RecapWords } from './recap-language';

/**
 * German, French and Spanish say neither "du" nor "Sie", "tu" nor "vous": how two people address each other is theirs
 * to know, so the sentences do without.
 */
export const RECAP_WORDS: Readonly<Record<RecapLanguage, RecapWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};
