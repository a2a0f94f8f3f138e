import { LANGUAGE_ROWS, type Language } from './language';

/** Words that make a note sound like a charge (8), each as it is named to the writer. */
const UNKIND = [
  ['always', /\balways\b/i],
  ['never', /\bnever\b/i],
  ['ignored', /\bignored\b/i],
  ['failed', /\bfailed\b/i],
  ['no-show', /\bno[-\s\u2010\u2011]?shows?\b/i],
  ['stood up', /\bstood (?:me |us )?up\b/i],
  ['flaky', /\bflaky\b/i],
  ['ghosted', /\bghosted\b/i],
  ['excuse', /\bexcuses?\b/i],
] as const;

/** Those of *always, never, ignored, failed, no-show* and their like that stand in a draft: pointed out, never changed. */
export function unkindWords(text: string, language: Language = 'en'): readonly string[] {
  const english = UNKIND.filter(([, pattern]) => pattern.test(text)).map(([word]) => word);
  // `\b` does not know letters with accents.
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  return [...english, ...LANGUAGE_ROWS[language].unkind.filter((word) => words.has(word.toLowerCase()))];
}
