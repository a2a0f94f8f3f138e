import type { Owner, Person } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import { WORDS } from '../../languages/registered';
import { oneLine, shortened } from '../../text/one-line';
import { calledName } from '../../text/wording';
import { draftTo, greetingTo, type LetterDraft } from '../plain-letter';

const SUBJECT_MAX = 60;

export interface RecordNoteInput {
  readonly title: string;
  /** Those concerned, without the owner. */
  readonly people: readonly Person[];
  readonly owner: Owner;
  /** Days after which rows about people become monthly counts. */
  readonly keptDays: number;
  /** The owner has the same log on several machines, by way of their own OneDrive. */
  readonly inOneDrive?: boolean;
  readonly language: Language;
}

/** "I keep this record": what is kept, where, for how long and what for, in two sentences; and what they can ask. */
export function recordNote(input: RecordNoteInput): LetterDraft {
  const { people, owner, keptDays, inOneDrive = false, language } = input;
  const { note } = WORDS[language].letters;
  const title = shortened(oneLine(input.title), SUBJECT_MAX - note.subject('').length);
  return draftTo(people, {
    language,
    subject: note.subject(title),
    parts: [
      [greetingTo(people, language)],
      [note.kept({ title, inOneDrive, days: keptDays })],
      [note.offer],
      [calledName(owner)],
    ],
  });
}
