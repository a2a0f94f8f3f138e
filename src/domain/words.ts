/** Words that make a note sound like a charge (8), each as it is named to the writer. */
const UNKIND = [
  ['always', /\balways\b/i],
  ['never', /\bnever\b/i],
  ['ignored', /\bignored\b/i],
  ['failed', /\bfailed\b/i],
  ['no-show', /\bno[-\s\u2010\u2011]?shows?\b/i],
] as const;

/** Those of *always, never, ignored, failed, no-show* that stand in a draft: pointed out, never changed. */
export const unkindWords = (text: string): readonly string[] =>
  UNKIND.filter(([, pattern]) => pattern.test(text)).map(([word]) => word);
