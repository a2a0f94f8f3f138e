import type { Owner, Person } from '../domain/facts/person';
import { oneLine, shortened } from './one-line';
import { calledName } from './wording';

/** A mail as it would be opened in Outlook. */
export interface LetterDraft {
  readonly to: readonly Person[];
  readonly subject: string;
  readonly text: string;
}

const SUBJECT_TITLE = 45;

/** "Priya, Marcus and Dana" for a greeting of a few; a crowd is greeted as one. */
export function greeting(people: readonly Person[], list: (words: readonly string[]) => string): string {
  return people.length === 0 || people.length > 4 ? 'Hello,' : `Hi ${list(people.map(calledName))},`;
}

export interface RecordNoteInput {
  readonly title: string;
  /** Those concerned, without the owner. */
  readonly people: readonly Person[];
  readonly owner: Owner;
  /** Days after which rows about people become monthly counts. */
  readonly keptDays: number;
  /** The owner has the same log on several machines, by way of their own OneDrive. */
  readonly inOneDrive?: boolean;
  readonly list: (words: readonly string[]) => string;
}

/** "I keep this record": what is kept, where, for how long and what for, in two sentences; and what they can ask. */
export function recordNote(input: RecordNoteInput): LetterDraft {
  const { title, people, owner, keptDays, list } = input;
  const name = shortened(oneLine(title), SUBJECT_TITLE);
  const where = input.inOneDrive === true ? 'in my own browser and my own OneDrive' : 'in my own browser';
  const long = `what is about people for ${keptDays} days, decisions until I erase them`;
  return {
    to: people.filter(({ address }) => address.includes('@')),
    subject: `INFO: I keep a record of ${name}`,
    text: [
      greeting(people, list),
      `I keep a short record of “${name}”: when it took place, was moved or cancelled, who was there, what was decided and who was told. It lies only ${where}, ${long}; it is there so that nobody who misses a meeting stays out of the loop, and it assesses nobody.`,
      'If you would like a copy of what it says about you, add something to it, or be left out of it, tell me and I will do that.',
      calledName(owner),
    ].join('\n\n'),
  };
}
