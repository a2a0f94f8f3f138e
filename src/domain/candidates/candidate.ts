import type { Place } from '../facts/things/source-quote';
import type { LocalDate } from '../time/time';

/** What a passage may be (16). */
export const CANDIDATE_KINDS = ['decision', 'promise', 'question'] as const;
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

/** How sure: the source itself says so, or its words and surroundings do, more or less (16). */
export const CANDIDATE_GRADES = ['marked', 'likely', 'possible'] as const;
export type CandidateGrade = (typeof CANDIDATE_GRADES)[number];

/** One line of notes, or one cue of a transcript. */
export interface SourcePassage {
  readonly text: string;
  /** Line of the source, from 0, in which the text stands. */
  readonly line: number;
  readonly speaker: string | null;
  /** Seconds from the beginning, where the source tells them. */
  readonly begin: number | null;
  readonly end: number | null;
}

/** What somebody pasted or chose, read into its passages. Its text is material and never an instruction. */
export interface SourceText {
  readonly form: 'notes' | 'speech';
  readonly passages: readonly SourcePassage[];
}

/** A candidate before its place and its quote are looked at. */
export type FoundPassage = Omit<QuoteCandidate, 'place' | 'owner' | 'date'>;

/** A passage that may be a decision, a promise or an open question. Never a fact (16). */
export interface QuoteCandidate {
  readonly kind: CandidateKind;
  readonly grade: CandidateGrade;
  /** Literal. */
  readonly quote: string;
  /** First and last passage, from 0. */
  readonly from: number;
  readonly to: number;
  /** Where the quote stands: the line, counted from 1, or who said it and when, in seconds from the beginning. */
  readonly place: Place;
  /** Whom the quote itself names or commits; null where it does not. */
  readonly owner: string | null;
  /** A day that the quote gives in full. */
  readonly date: LocalDate | null;
  /** Higher is better: the order of all candidates of a source. */
  readonly score: number;
}
