import type { Language } from '../../domain/language';
import type { LetterWords } from './letter-language';
import { GERMAN_LETTERS } from './letter-words-de';
import { ENGLISH_LETTERS } from './letter-words-en';
import { SPANISH_LETTERS } from './letter-words-es';
import { FRENCH_LETTERS } from './letter-words-fr';

/** German, French and Spanish address nobody as "du" or "Sie", "tu" or "vous", as recaps do not either. */
export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = {
  en: ENGLISH_LETTERS,
  de: GERMAN_LETTERS,
  fr: FRENCH_LETTERS,
  es: SPANISH_LETTERS,
};
