/** What the pane knows of a language without its letters. */
interface LanguageRow {
  /** As it calls itself. */
  readonly name: string;
  /** Words that make a note sound like a charge (8), beside the English ones. */
  readonly unkind: readonly string[];
}

/** Languages a mail can be written in, by ISO 639, as they are offered. What each says is in formats/languages. */
const ROWS = {
  en: { name: 'English', unkind: [] },
  de: {
    name: 'Deutsch',
    unkind: ['immer', 'nie', 'niemals', 'ignoriert', 'versäumt', 'geschwänzt', 'Ausrede', 'Ausreden'],
  },
  fr: {
    name: 'Français',
    unkind: [
      ...['toujours', 'jamais', 'ignoré', 'ignorée', 'ignorés', 'échoué', 'manqué', 'lapin'],
      ...['prétexte', 'prétextes'],
    ],
  },
  es: {
    name: 'Español',
    unkind: [
      ...['siempre', 'nunca', 'ignoró', 'ignoraste', 'ignorado', 'falló', 'fallaste', 'faltó', 'faltaste'],
      ...['plantón', 'excusa', 'excusas'],
    ],
  },
} as const satisfies Readonly<Record<string, LanguageRow>>;

export type Language = keyof typeof ROWS;
export const LANGUAGES = Object.keys(ROWS) as readonly Language[];
export const LANGUAGE_ROWS: Readonly<Record<Language, LanguageRow>> = ROWS;
