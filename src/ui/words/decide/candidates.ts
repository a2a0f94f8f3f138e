import type { CandidateGrade, CandidateKind, QuoteCandidate } from '../../../domain/candidates/candidate';
import type { LocalDate } from '../../../domain/time/time';
import type { SourceFileFault } from '../../../formats/spoken/source-file';
import { longCalendarDay } from '../calendar-days';

/** Why notes could not be looked through, and what can be done. */
export const SOURCE_FAULT_WORDS: Readonly<Record<SourceFileFault, string>> = {
  'source-empty': 'There is no text in it.',
  'source-too-long': 'This is longer than three hours of speech. Please give a part of it.',
  'file-too-large': 'This file is too large for notes (20 MB at most).',
  'file-unreadable': 'This Word file cannot be read. Please copy its text, and paste it above.',
  'file-not-known': 'Only .vtt, .txt, .md and .docx can be read. Please copy the text, and paste it above.',
};

const KINDS: Readonly<Record<CandidateKind, string>> = {
  decision: 'a decision',
  promise: 'a promise',
  question: 'an open question',
};
const GRADES: Readonly<Record<CandidateGrade, string>> = {
  marked: 'Marked as',
  likely: 'Likely',
  possible: 'Could be',
};

/** What it may be: `Marked as a decision`, `Could be an open question`. */
export const gradeWords = ({ grade, kind }: QuoteCandidate): string => `${GRADES[grade]} ${KINDS[kind]}`;

/** What becomes of a quote by one tap: with and without the verb, where another one stands before it. */
export const MAKE_IT: Readonly<Record<CandidateKind, { readonly whole: string; readonly short: string }>> = {
  decision: { whole: 'Make it a decision', short: 'a decision' },
  promise: { whole: 'Make it a promise', short: 'a promise' },
  question: { whole: 'Make it a point', short: 'a point' },
};

export const MADE = { promise: 'The promise is noted.', question: 'The point is raised.' } as const;

export const NOTHING_FOUND = 'Nothing in it reads like a decision.';
export const UNKNOWN_LANGUAGE =
  'This text is not in English, German, French or Spanish, so only its labels and layout were looked at.';
/** Notes of another meeting are a mistake that is easily made, or meant: nothing is refused. */
export const otherDayWords = (day: LocalDate): string =>
  `These notes are dated ${longCalendarDay(day)}, which is not the day of this meeting.`;
export const ONE_AT_A_TIME = 'One file at a time, please: the notes of this meeting.';
export const TYPED_ALREADY = 'A decision is being written below. Please save or clear it first.';
