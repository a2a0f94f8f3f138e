import type { Language } from './language';

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

/** The same words where a mail is written in another language; `\b` does not know letters with accents. */
const UNKIND_ELSEWHERE: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  de: ['immer', 'nie', 'niemals', 'ignoriert', 'versäumt', 'geschwänzt', 'Ausrede', 'Ausreden'],
  fr: [
    ...['toujours', 'jamais', 'ignoré', 'ignorée', 'ignorés', 'échoué', 'manqué', 'lapin'],
    ...['prétexte', 'prétextes'],
  ],
  es: [
    ...['siempre', 'nunca', 'ignoró', 'ignoraste', 'ignorado', 'falló', 'fallaste', 'faltó', 'faltaste'],
    ...['plantón', 'excusa', 'excusas'],
  ],
};

/** Those of *always, never, ignored, failed, no-show* and their like that stand in a draft: pointed out, never changed. */
export function unkindWords(text: string, language: Language = 'en'): readonly string[] {
  const english = UNKIND.filter(([, pattern]) => pattern.test(text)).map(([word]) => word);
  if (language === 'en') return english;
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  return [...english, ...UNKIND_ELSEWHERE[language].filter((word) => words.has(word.toLowerCase()))];
}
