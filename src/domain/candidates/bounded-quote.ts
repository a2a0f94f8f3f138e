import { DECISION_TEXT_MAX } from '../facts/decided/decision';

/** What is quoted can be taken over whole. */
export const LONGEST_QUOTE = DECISION_TEXT_MAX;

/** The beginning of a text, cut between words where that is near. Still literal. */
export function boundedQuote(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text.trim();
  const kept = text.slice(0, LONGEST_QUOTE);
  const space = Math.max(kept.lastIndexOf(' '), kept.lastIndexOf('\n'));
  const whole = space > LONGEST_QUOTE / 2 ? kept.slice(0, space) : kept;
  // Half a sign would be no text.
  return (/[\uD800-\uDBFF]$/.test(whole) ? whole.slice(0, -1) : whole).trim();
}
