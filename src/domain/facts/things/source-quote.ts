/** Where a passage stands in its source. */
export interface Place {
  /** Counted from 1. */
  readonly line: number;
  readonly speaker: string | null;
  /** In seconds from the beginning; null: the source tells no times. */
  readonly begin: number | null;
}

/** The passage of notes or of a transcript out of which something was made: literal, with its place (16). */
export interface SourceQuote extends Place {
  readonly quote: string;
}

interface MadeOf {
  readonly quoted?: SourceQuote;
}

/** Notes name who said it at the beginning of the line. */
const beginning = (quoted: SourceQuote | undefined): string => quoted?.quote.trim().split(/\s/, 1)[0] ?? '';

/** A quote goes with whoever said it; what the owner made of it is the owner's (9). */
export function withoutTheirQuote<Of extends MadeOf>(left: Of, before: Of): Of {
  const isTheirs =
    left.quoted?.speaker !== before.quoted?.speaker ||
    (before.quoted?.speaker === null && beginning(left.quoted) !== beginning(before.quoted));
  if (!isTheirs) return left;
  const { quoted: _, ...others } = left;
  return others as Of;
}
