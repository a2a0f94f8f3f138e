import type { Person } from '../../domain/facts/things/person';
import type { Language } from '../../domain/language';
import { WORDS } from '../languages/registered';
import { shortened } from '../text/one-line';
import { calledName } from '../text/wording';

/** A paragraph, line by line. */
export type LetterPart = readonly string[];

/** A mail of plain paragraphs, before a person reads and edits it. */
export interface PlainLetter {
  readonly language: Language;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}

/** A letter as it would be opened in Outlook. */
export interface LetterDraft {
  readonly to: readonly Person[];
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

export const letterText = ({ parts }: Pick<PlainLetter, 'parts'>): string =>
  parts.map((lines) => lines.join('\n')).join('\n\n');

/** To those who can be written to. */
export const draftTo = (people: readonly Person[], letter: PlainLetter): LetterDraft => ({
  to: people.filter(({ address }) => address.includes('@')),
  language: letter.language,
  subject: letter.subject,
  text: letterText(letter),
});

const NAME_MAX = 40;

/** A few are greeted by their names, a crowd as one. */
export const greetingTo = (people: readonly Person[], language: Language): string =>
  WORDS[language].recap.greeting(
    people.map((person) => shortened(calledName(person), NAME_MAX)).filter((name) => name !== ''),
  );
