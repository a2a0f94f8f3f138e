import type { Opening, RecapWords } from './recap-language';
import { sentence, shortDay } from './sentence';

const LIST = new Intl.ListFormat('de');

const on = ({ date, part }: Opening): string => `${date === null ? 'heute' : `am ${date}`}${part}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const rest = ({ told }: Opening): string => (told ? '. Hier steht, worum es gegangen wäre.' : '.');

export const GERMAN: RecapWords = {
  date: shortDay('de'),
  info: (what) => `INFO: ${what}`,
  severalDecisions: (count, title) => `${count} Entscheidungen, ${title}`,
  greeting: (names) => (names.length === 0 || names.length > 3 ? 'Hallo,' : `Hallo ${LIST.format(names)},`),
  happened: {
    'not-held': (one) =>
      `${capital(on(one))} sind wir nicht dazu gekommen, miteinander zu sprechen${rest(one)}`,
    cancelled: (one) => `Unser Termin ${on(one)} hat nicht stattgefunden${rest(one)}`,
    away: (one) =>
      one.told
        ? `Hier steht, was in der Zwischenzeit entschieden wurde (unser Termin ${on(one)}).`
        : `Eine kurze Notiz zu unserem Termin ${on(one)}, zum Nachlesen nach der Abwesenheit.`,
    'own-absence': (one) => `An unserem Termin ${on(one)} konnte ich nicht teilnehmen${rest(one)}`,
    'agreed-skip': (one) => `Unser Termin ${on(one)} ist wie vereinbart ausgefallen${rest(one)}`,
    moved: (one) => `Unser Termin ${on(one)} wurde verschoben${rest(one)}`,
    held: (one) =>
      one.told
        ? `Hier steht, was bei unserem Termin ${on(one)} entschieden wurde.`
        : sentence(`Eine kurze Notiz zu unserem Termin ${on(one)}`),
    'held-away': (one) =>
      one.told
        ? `Zum Nachlesen nach der Abwesenheit: Das wurde bei unserem Termin ${on(one)} entschieden.`
        : `Eine kurze Notiz zu unserem Termin ${on(one)}, zum Nachlesen nach der Abwesenheit.`,
    plain: (one) =>
      one.told
        ? `Hier steht, was es von unserem Termin ${on(one)} zu berichten gibt.`
        : sentence(`Eine kurze Notiz zu unserem Termin ${on(one)}`),
  },
  from: (clock) => `ab ${clock}`,
  until: (clock) => `bis ${clock}`,
  thanksForWord: 'Danke fürs Bescheidgeben.',
  decided: 'Entschieden:',
  nothingDecided: 'Es wurde nichts entschieden, und es ist nichts zu tun.',
  toldBefore: (names) => `Was entschieden wurde, kam schon früher (${names}); es ist nichts zu tun.`,
  notToldYet: 'Hier steht, was bisher noch nicht mitgeteilt wurde.',
  decidedElsewhere: (date, place) =>
    sentence(place === null ? `Am ${date}, außerhalb unserer Termine` : `Bei unserem Termin am ${date}`),
  nothingNeeded: 'Nur zur Information: Es ist nichts zu tun.',
  ifProblem: 'Falls etwas dagegen spricht, genügt eine kurze Zeile, und wir sehen es uns noch einmal an.',
  ifProblemBy: (date) =>
    `Falls etwas dagegen spricht: Mit einer Zeile bis ${date} lässt es sich noch ohne Kosten ändern.`,
  newestFirst: (count) => `${count} Entscheidungen, die neueste zuerst.`,
  more: (count) => `${count} weitere folgen in der nächsten Mail, auf Nachfrage gern früher.`,
  viewStill: 'eine Einschätzung hilft weiterhin.',
  inThatMail: (date) => `Eine Antwort auf meine Mail vom ${date} genügt.`,
  undecided: 'Noch nicht entschieden:',
  why: 'Warum:',
  notChosen: 'Nicht gewählt:',
  impact: 'Auswirkung:',
  owner: 'Verantwortlich:',
  undoUntil: (date) => sentence(`Leicht rückgängig zu machen bis ${date}`),
  reply: 'Antwort:',
  answers: { fine: 'OK', talk: 'Erst sprechen', problem: 'Ich sehe ein Problem' },
  problemBody: 'Ich würde … ändern, weil …',
  next: 'Nächster Termin:',
  footer: (numbers, date, owner) => `${numbers}, entschieden am ${date}, notiert von ${owner}`,
  consulted: (names) => `vorher gehört: ${names}`,
  informed: (names) => `zu informieren: ${names}`,
};
