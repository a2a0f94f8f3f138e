import type { LetterWords } from './letter-language';
import type { RecapWords } from './recap-words';

/**
 * All that is written to somebody else in one language: one file, which does not compile where a sentence is missing.
 * German, French and Spanish say neither "du" nor "Sie", "tu" nor "vous": how two people address each other is theirs
 * to know, so the sentences do without.
 */
export interface LanguageWords {
  readonly recap: RecapWords;
  /** What the letters say beside the words they share with a recap. */
  readonly letters: LetterWords;
}
