import type { CandidateGrade, CandidateKind, QuoteCandidate } from '../../../domain/candidates/candidate';
import type { SourceFileFault } from '../../../formats/spoken/source-file';

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

/** Where it stands: `line 12`, or `Ana Berg, 1:04:05`. */
export function placeWords({ place: { line, speaker, begin } }: QuoteCandidate): string {
  if (begin === null) return `line ${line}`;
  const [hours, minutes, seconds] = [begin / 3600, (begin / 60) % 60, begin % 60].map(Math.floor);
  const two = (number: number | undefined) => String(number ?? 0).padStart(2, '0');
  const time = hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  return speaker === null ? time : `${speaker}, ${time}`;
}

export const NOTHING_FOUND = 'Nothing in it reads like a decision.';
export const UNKNOWN_LANGUAGE =
  'This is in a language whose words are not known here (only English, German, French and Spanish are). Only labels and layout were looked at.';
export const ONE_AT_A_TIME = 'One file at a time, please: the notes of this meeting.';
export const TYPED_ALREADY = 'A decision is being written below. Please save or clear it first.';
