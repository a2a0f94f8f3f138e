import type { Language } from '../../domain/language';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import type { LanguageWords } from './language-words';
import { SPANISH } from './spanish';

/** What every language says. One that is registered in the domain and has no file does not compile. */
export const WORDS: Readonly<Record<Language, LanguageWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};
