import { describe, expect, test } from 'vitest';

import { LANGUAGES, type Language } from '../../../src/domain/language';
import { unkindWords } from '../../../src/domain/words';
import { DECIDED_AT, HAPPENED } from '../../../src/formats/languages/recap-words';
import { WORDS } from '../../../src/formats/languages/registered';
import { MAILS, mailsIn } from './mails';

/** What a tired reader takes for a charge, for irony, or for thanks that are none (13.6). */
const REPROACHES: Readonly<Record<Language, RegExp>> = {
  en: /\b(missed|absent|excuse|unfortunately|sadly|finally|at last|reminder|once more|yet again|as (?:I|already) (?:said|wrote)|still waiting|would be (?:good|nice|great) to see you|would have (?:told|liked)|should have|you (?:did not|didn't|forgot)|your absence|without you|hope to see you)\b/i,
  de: /(leider|endlich|schon wieder|wieder einmal|noch einmal zur Erinnerung|Erinnerung|versäumt|gefehlt|Fehlen|wie (?:bereits|schon) (?:gesagt|geschrieben)|schön, wenn|schade|hätte (?:man|es)|ohne Rückmeldung von)/i,
  fr: /(malheureusement|hélas|enfin\b|encore une fois|rappel|manqué|absent\b|comme (?:déjà )?(?:dit|écrit)|dommage|plaisir de (?:te|vous) voir|serait bien de|aurait dû|sans nouvelles)/i,
  es: /(lamentablemente|por desgracia|por fin|otra vez|una vez más|recordatorio|faltó|ausente|como ya (?:dije|escribí)|lástima|placer ver|estaría bien ver|debería haber|sin noticias)/i,
};

/** What is a number and a text here (`P-001`), and reads as marks that are given to whoever does not know it. */
const SCORES: Readonly<Record<Language, RegExp>> = {
  en: /\bpoints?\b/i,
  de: /\bPunkte?n?\b/i,
  fr: /\bpoints\b/i,
  es: /\bpuntos?\b/i,
};

/** Whatever a sentence of the tables is made with. */
const MEETINGS = [true, false].flatMap((oneToOne) =>
  [null, 'Thu 29 Oct'].map((date) => ({
    ...{ date, oneToOne, part: '', day: 'Mon 2 Nov', clock: '15:00' },
    ...{ title: 'Daily sync', inOneDrive: oneToOne, days: 180 },
  })),
);
const [ANY] = MEETINGS;
const GIVEN: readonly (readonly unknown[])[] = [
  ['Mon 2 Nov', 'Mon 2 Nov', 'Priya Nair'],
  ...DECIDED_AT.map((place) => ['Mon 2 Nov', place]),
  ...[1, 2, 7].map((count) => [count, '15:00', '15:45']),
  ...[1, 2].map((count) => ['Launch on 1 Dec', count]),
  ...[[], ['Marcus'], ['Marcus', 'Dana', 'Sam', 'Wei']].map((names) => [names]),
  [new Date('2026-11-02')],
  ...MEETINGS.map((one) => [one]),
  ['Daily sync', ANY],
  ...[null, { ...ANY, minutes: 30 }].map((second) => [{ ...ANY, minutes: 10 }, second]),
  ...[[null], [true], [false]],
];

/** Every sentence of a table, under its name, with whatever it can be made with. */
function sentencesIn(table: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof table === 'string') return [[name, table]];
  if (typeof table === 'function') {
    const said = GIVEN.flatMap((given) => {
      try {
        const made: unknown = table(...given);
        return typeof made === 'string' && !/undefined|\[object|NaN/.test(made) ? [made] : [];
      } catch {
        // Made with something else.
        return [];
      }
    });
    expect(said.length, `nothing makes ${name}`).toBeGreaterThan(0);
    return said.map((one) => [name, one] as const);
  }
  return Object.entries(table as object).flatMap(([key, value]) => sentencesIn(value, `${name}.${key}`));
}

describe.each(LANGUAGES)('13.6 In %s nothing is asked for by irony or reproach', (language) => {
  const all = sentencesIn(WORDS[language]);

  test('in no sentence of the table', () => {
    for (const happened of HAPPENED) {
      expect(all.some(([name]) => name === `.recap.happened.${happened}`)).toBe(true);
    }
    const found = all.filter(
      ([, said]) => REPROACHES[language].test(said) || unkindWords(said, language).length > 0,
    );
    expect(found).toEqual([]);
  });

  test('and no sentence sounds as if somebody were given marks', () => {
    expect(all.filter(([, said]) => SCORES[language].test(said))).toEqual([]);
  });

  test('in no whole mail', () => {
    const mails = mailsIn(language);
    for (const name of MAILS) {
      expect(`${mails[name].subject}\n${mails[name].text}`).not.toMatch(REPROACHES[language]);
    }
  });
});

test.each<[Language, string]>([
  ['en', 'It would be good to see you then.'],
  ['en', 'Here is what I would have told you.'],
  ['de', 'Es ist jedes Mal schön, wenn es klappt.'],
  ['fr', 'Nous n’avons malheureusement pas pu échanger.'],
  ['es', 'Otra vez no pudimos hablar.'],
])('13.6 in %s %j is known for a reproach', (language, said) => {
  expect(said).toMatch(REPROACHES[language]);
});
