import { describe, expect, test } from 'vitest';
import { languageFor } from '../../../src/domain/facts/entered/recap-language';
import type { Outcome } from '../../../src/domain/facts/things/outcomes';
import { LANGUAGES, type Language } from '../../../src/domain/language';
import { unkindWords } from '../../../src/domain/words';
import { HAPPENED } from '../../../src/formats/languages/recap-words';
import { WORDS } from '../../../src/formats/languages/registered';
import type { RecapInput } from '../../../src/formats/mail/recap-body';
import { composeRecap, recapText } from '../../../src/formats/mail/recap-text';
import { at, decision, judgedOccurrence, judgedPerson, MARCUS, PRIYA, person } from '../judged';

const bodyIn = (
  language: Language,
  more: Partial<RecapInput> = {},
  outcome: Outcome = 'not-held-no-message',
) =>
  composeRecap({
    occurrence: judgedOccurrence('2026-10-29', { outcome }),
    title: 'Daily sync',
    recipients: [MARCUS],
    decisions: [decision(11, { undoUntil: '2026-11-02' })],
    owner: PRIYA,
    ownerZone: 'Europe/London',
    recipientZone: 'America/New_York',
    next: judgedOccurrence('2026-11-02'),
    language,
    ...more,
  });

describe('A recap in the language of its reader', () => {
  test('in German', () => {
    const body = bodyIn('de');
    expect(body.subject).toBe('INFO: Address lookup: vendor B');
    expect(recapText(body)).toBe(`Entschieden: Address lookup: vendor B

Hallo Marcus,
Nur zur Information: Es ist nichts zu tun.
Falls etwas dagegen spricht: Mit einer Zeile bis Mo., 2. Nov. lässt es sich noch ohne Kosten ändern.

Warum: B covers all 9 countries; A covers 6.

Verantwortlich: Dana Ortiz. Leicht rückgängig zu machen bis Mo., 2. Nov.

Antwort: [OK] [Erst sprechen] [Ich sehe ein Problem]

Nächster Termin: Daily sync, Mo., 2. Nov., 15:00 London (10:00 New York).

D-011, entschieden am Do., 29. Okt., notiert von Priya Nair; wir sind am Do., 29. Okt. nicht dazu gekommen, miteinander zu sprechen`);
  });

  test('in French', () => {
    expect(recapText(bodyIn('fr')).replaceAll('\u00A0', ' ')).toBe(`Décidé : Address lookup: vendor B

Bonjour Marcus,
C’est pour information, il n’y a rien à faire.
Si quelque chose s’y oppose, une ligne jusqu’au lun. 2 nov. suffit pour changer sans frais.

Pourquoi : B covers all 9 countries; A covers 6.

Responsable : Dana Ortiz. Facile à annuler jusqu’au lun. 2 nov.

Réponse : [OK] [Parlons-en d’abord] [Je vois un problème]

Prochain rendez-vous : Daily sync, lun. 2 nov., 15:00 London (10:00 New York).

D-011, décidé le jeu. 29 oct., noté par Priya Nair; nous n’avons pas pu échanger le jeu. 29 oct.`);
  });

  test('in Spanish', () => {
    expect(recapText(bodyIn('es'))).toBe(`Decidido: Address lookup: vendor B

Hola, Marcus:
Es solo para información; no hay nada que hacer.
Si hay algún inconveniente, con una línea hasta el lun 2 nov se puede cambiar sin coste.

Por qué: B covers all 9 countries; A covers 6.

Responsable: Dana Ortiz. Fácil de deshacer hasta el lun 2 nov.

Respuesta: [De acuerdo] [Hablemos primero] [Veo un problema]

Próxima reunión: Daily sync, lun 2 nov, 15:00 London (10:00 New York).

D-011, decidido el jue 29 oct, anotado por Priya Nair; no pudimos hablar el jue 29 oct`);
  });

  test.each<[Language, Outcome, string]>([
    ['de', 'cancelled-short-notice', 'unser Termin am Do., 29. Okt. hat nicht stattgefunden'],
    ['de', 'excluded-away', 'unser Termin am Do., 29. Okt. fiel in eine Abwesenheit'],
    ['de', 'held', 'zu unserem Termin am Do., 29. Okt.'],
    ['fr', 'cancelled-short-notice', 'notre point du jeu. 29 oct. n’a pas eu lieu'],
    ['fr', 'excluded-away', 'notre point du jeu. 29 oct. tombait pendant une absence'],
    ['fr', 'held', 'à propos de notre point du jeu. 29 oct.'],
    ['es', 'cancelled-short-notice', 'nuestra reunión del jue 29 oct no tuvo lugar'],
    ['es', 'excluded-away', 'nuestra reunión del jue 29 oct coincidió con una ausencia'],
    ['es', 'held', 'sobre nuestra reunión del jue 29 oct'],
  ])('13.6 in %s, of one that is %s, says so in half a sentence, at the end', (language, outcome, clause) => {
    expect(recapText(bodyIn(language, {}, outcome)).endsWith(`; ${clause}`)).toBe(true);
  });

  test.each<[Language, string, string]>([
    ['en', ', from 14:40 on', ', up to 14:20'],
    ['de', ', ab 14:40', ', bis 14:20'],
    ['fr', ', à partir de 14:40', ', jusqu’à 14:20'],
    ['es', ', a partir de las 14:40', ', hasta las 14:20'],
  ])('4.6 in %s tells somebody who was there for a part of the other one', (language, from, until) => {
    const opening = (more: Parameters<typeof judgedPerson>[1]) => {
      const people = [judgedPerson(MARCUS, more)];
      const occurrence = judgedOccurrence('2026-11-10', { people, oneToOne: false, outcome: 'held' });
      const decisions = [decision(11, { occurrence: occurrence.key })];
      const told = { occurrence, decisions, recipientZone: 'Europe/London' };
      return recapText(bodyIn(language, told));
    };
    const left = { outcome: 'present-left-earlier', lastLeave: at('2026-11-10T14:40:00Z') } as const;
    const joined = { outcome: 'present-joined-later', firstJoin: at('2026-11-10T14:20:00Z') } as const;
    expect(opening(left).endsWith(from)).toBe(true);
    expect(opening(joined).endsWith(until)).toBe(true);
  });

  test.each<[Language, string, string, string]>([
    [
      'en',
      'our sync today will not take place',
      'our sync on Thu 29 Oct will not take place',
      'did not take place',
    ],
    [
      'de',
      'Termin heute findet nicht statt',
      'Termin am Do., 29. Okt. findet nicht statt',
      'hat nicht stattgefunden',
    ],
    ['fr', 'd’aujourd’hui n’aura pas lieu', 'du jeu. 29 oct. n’aura pas lieu', 'n’a pas eu lieu'],
    ['es', 'reunión de hoy no tendrá lugar', 'reunión del jue 29 oct no tendrá lugar', 'no tuvo lugar'],
  ])(
    '13.4 in %s of what was cancelled and is still to come says that it will not take place',
    (language, ...words) => {
      const ends = ['2026-10-29T14:59:59Z', '2026-10-28T14:59:59Z', '2026-10-29T15:00:00Z'].map((now) =>
        recapText(bodyIn(language, { now: at(now) }, 'cancelled-with-notice')).replaceAll('\u00A0', ' '),
      );
      for (const [place, said] of words.entries()) expect(ends[place]?.endsWith(said)).toBe(true);
    },
  );

  test('8 in every language, whatever happened, no word that reads as blame', () => {
    for (const language of LANGUAGES) {
      for (const happened of HAPPENED) {
        for (const oneToOne of [true, false]) {
          for (const date of [null, WORDS[language].recap.date(new Date('2026-10-29'))]) {
            const said = WORDS[language].recap.happened[happened]({ date, part: '', oneToOne });
            expect(unkindWords(said, language)).toEqual([]);
            expect(said).toMatch(/^[a-zàI]/);
          }
        }
      }
      expect(unkindWords(recapText(bodyIn(language)), language)).toEqual([]);
    }
  });

  test.each<[Language, string, string[]]>([
    ['de', 'Das hat nie geklappt', ['nie']],
    ['de', 'Niemand weiß, ob die Niederlande immergrün sind', []],
    ['fr', 'Il a toujours ignoré ce point', ['toujours', 'ignoré']],
    ['es', 'Siempre faltó alguien', ['siempre', 'faltó']],
  ])('8 points at unkind words in %s: %j', (language, text, words) => {
    expect(unkindWords(text, language)).toEqual(words);
  });
});

describe('The language somebody is written to in', () => {
  const dana = person('Dana Ortiz');
  test.each([
    [{}, 'en'],
    [{ languages: { [PRIYA.key]: 'fr' } }, 'fr'],
    [{ languages: { [PRIYA.key]: 'fr', [dana.key]: 'de' } }, 'de'],
    [{ languages: { toString: 'de' } }, 'en'],
  ] as const)('by the choices %j is %s', (rules, language) => {
    expect(languageFor(dana, PRIYA, rules)).toBe(language);
  });
});
