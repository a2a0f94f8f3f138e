import type { LanguageWords } from './language-words';
import type { LetterWords } from './letter-language';
import type { MeetingNamed, RecapWords } from './recap-words';
import { sentence, shortDay } from './sentence';

const LIST = new Intl.ListFormat('de');

const on = ({ date, part }: MeetingNamed): string => `${date === null ? 'heute' : `am ${date}`}${part}`;

const recap: RecapWords = {
  date: shortDay('de'),
  info: (what) => `INFO: ${what}`,
  andOthers: (about, count) => `${about} und ${count} weitere`,
  nothingNew: 'Nichts Neues, nichts zu tun',
  greeting: (names) => (names.length === 0 || names.length > 3 ? 'Hallo,' : `Hallo ${LIST.format(names)},`),
  happened: {
    'not-held': (one) => `wir sind ${on(one)} nicht dazu gekommen, miteinander zu sprechen`,
    cancelled: (one) => `unser Termin ${on(one)} hat nicht stattgefunden`,
    'cancelled-ahead': (one) => `unser Termin ${on(one)} findet nicht statt`,
    away: (one) => `unser Termin ${on(one)} fiel in eine Abwesenheit`,
    'own-absence': (one) => `an unserem Termin ${on(one)} konnte ich nicht teilnehmen`,
    'agreed-skip': (one) => `unser Termin ${on(one)} ist wie vereinbart ausgefallen`,
    moved: (one) => `unser Termin ${on(one)} wurde verschoben`,
    held: (one) => `zu unserem Termin ${on(one)}`,
    'held-away': (one) => `unser Termin ${on(one)} fiel in eine Abwesenheit`,
    plain: (one) => `zu unserem Termin ${on(one)}`,
  },
  from: (clock) => `ab ${clock}`,
  until: (clock) => `bis ${clock}`,
  thanksForWord: 'danke fürs Bescheidgeben',
  decided: 'Entschieden:',
  nothingDecided: 'Es wurde nichts entschieden, und es ist nichts zu tun.',
  toldBefore: (names) => `Was entschieden wurde, ist schon mitgeteilt (${names}); es ist nichts zu tun.`,
  decidedElsewhere: (date, place) =>
    sentence(
      {
        outside: `Am ${date}, außerhalb unserer Termine`,
        unsaid: `Am ${date}`,
        sync: `Bei unserem Termin am ${date}`,
        meeting: `Bei unserem Termin am ${date}`,
      }[place],
    ),
  nothingNeeded: 'Nur zur Information: Es ist nichts zu tun.',
  yourView: (until) =>
    until === null
      ? 'Ich hätte dazu gern eine Einschätzung.'
      : sentence(`Ich hätte dazu gern eine Einschätzung; ändern lässt es sich noch bis ${until}`),
  ifProblem: 'Falls etwas dagegen spricht, genügt eine kurze Zeile, und wir sehen es uns noch einmal an.',
  ifProblemBy: (date) =>
    `Falls etwas dagegen spricht: Mit einer Zeile bis ${date} lässt es sich noch ohne Kosten ändern.`,
  more: (count) => `${count} weitere folgen in der nächsten Mail, auf Nachfrage gern früher.`,
  viewStill: 'eine Einschätzung hilft weiterhin.',
  undecided: 'Noch nicht entschieden:',
  why: 'Warum:',
  notChosen: 'Nicht gewählt:',
  impact: 'Auswirkung:',
  owner: 'Verantwortlich:',
  undoUntil: (date) => sentence(`Leicht rückgängig zu machen bis ${date}`),
  revisitOn: (date) => sentence(`Wir sehen es uns wieder an am ${date}`),
  reply: 'Antwort:',
  answers: { fine: 'OK', talk: 'Erst sprechen', problem: 'Ich sehe ein Problem' },
  problemBody: 'Ich würde … ändern, weil …',
  next: 'Nächster Termin:',
  footer: (numbers, date, owner) => `${numbers}, entschieden am ${date}, notiert von ${owner}`,
  notedBy: (owner) => `notiert von ${owner}`,
  consulted: (names) => `vorher gehört: ${names}`,
  informed: (names) => `zu informieren: ${names}`,
};

const letters: LetterWords = {
  firstAsked: (date) => sentence(`Zuerst gefragt habe ich das am ${date}`),
  request: {
    subject: (date) => `RÜCKMELDUNG bis ${date}: `,
    subjectOpen: 'RÜCKMELDUNG: ',
    subjectTogether: 'GEMEINSAM ENTSCHEIDEN: ',
    before: 'Vor der Entscheidung:',
    need: 'Was ich brauche:',
    view: (when) => `eine Einschätzung bis ${when}.`,
    viewTogether: (when) =>
      `Das entscheiden wir gemeinsam. Bitte um eine Einschätzung bis ${when} oder um einen Terminvorschlag.`,
    silence: 'Ohne Antwort:',
    hold: 'Ich warte, bis wir gesprochen haben.',
    goAhead: (agreedOn) => `Wie am ${agreedOn} vereinbart, mache ich dann weiter.`,
    options: 'Geprüfte Möglichkeiten:',
    impact: { people: 'Personen:', money: 'Kosten:', dates: 'Termine:' },
    footer: (number, owner) => `${number}, noch nicht entschieden, notiert von ${owner}`,
  },
  before: {
    by: (date) => sentence(`Hilfreich wäre eine Antwort bis ${date}`),
    sync: (when) => sentence(`Das ist für unseren Termin am ${when}`),
    reply: (questions) =>
      questions === 1
        ? 'Eine kurze Antwort genügt; dann brauchen wir dort keine Zeit dafür.'
        : 'Kurze Antworten genügen; dann brauchen wir dort keine Zeit dafür.',
    news: 'Es ist nichts weiter nötig; bei Fragen genügt eine kurze Antwort.',
    footer: (numbers, owner) => `${numbers}, notiert von ${owner}`,
    anywhere: (names) => `Zu ${names} genügt eine Zeile als Antwort.`,
  },
  proposal: {
    subject: 'VORSCHLAG: Was wir vorher absprechen',
    first:
      'Ich möchte gern vereinbaren, wozu ich vorher frage und wozu nicht. Hier ist mein Vorschlag; was nicht passt, bitte einfach ändern.',
    again: 'Hier ist eine neuere Fassung meines Vorschlags. Was nicht passt, bitte einfach ändern.',
    levels: {
      leaf: 'Ich mache es einfach:',
      branch: 'Ich mache es und gebe Bescheid:',
      trunk: 'Ich gebe Bescheid, bevor ich handle:',
      root: 'Wir entscheiden gemeinsam:',
    },
    forAMonth: 'für einen Monat; danach wie bisher',
    answer: 'Zeit für die Antwort:',
    days: (count) =>
      `${count === 1 ? 'ein Arbeitstag' : `${count} Arbeitstage`}. Es zählen Kalender und Feiertage dort, wo die Frage ankommt.`,
    goAhead: 'Ich mache weiter. Was wir gemeinsam entscheiden, wartet, bis wir gesprochen haben.',
    reach: 'Am besten erreichbar:',
    close: 'Passt das so? Eine kurze Zeile genügt. Nach einem Monat sehen wir es uns wieder an.',
  },
  note: {
    subject: (title) => `INFO: Ich führe ein Protokoll zu ${title}`,
    kept: ({ title, inOneDrive, days }) =>
      `Ich führe ein kurzes Protokoll zu „${title}“: wann der Termin stattfand, verschoben oder abgesagt wurde, wer da war, was entschieden und wer informiert wurde, was zugesagt wurde und welche Fragen offen sind. Ich bewahre es in meinem eigenen Browser${inOneDrive ? ' und in meinem eigenen OneDrive' : ''} auf, Angaben zu Personen ${days} Tage lang, Fragen und Zusagen noch ${days} Tage, nachdem sie erledigt sind, Entscheidungen, bis ich sie lösche; es sorgt dafür, dass auch informiert bleibt, wer einmal nicht dabei ist, und bewertet niemanden.`,
    offer:
      'Wer eine Kopie der Angaben zur eigenen Person möchte, etwas ergänzen oder nicht darin vorkommen will, sagt mir einfach Bescheid, und ich kümmere mich darum.',
  },
  invitation: {
    subject: 'VORSCHLAG: eine Zeit, die besser passt',
    door: (title, { day, clock }) =>
      `Die Tür bleibt offen: „${title}“ ist das nächste Mal am ${day} um ${clock}. Willkommen ist jede Teilnahme, auch nur für einen Teil.`,
    time: (title, { day, clock }) =>
      `„${title}“ ist das nächste Mal am ${day} um ${clock}. Passt diese Zeit noch gut?`,
    shorter: (minutes, usual, later) =>
      `Wäre etwas Kürzeres leichter: ${minutes} Minuten um ${usual} oder ${minutes} Minuten um ${later}?`,
    other: (later) => `Wäre eine andere Zeit leichter, zum Beispiel ${later}?`,
    fewer: 'Auch seltener ist in Ordnung.',
    tell: (oneToOne) =>
      oneToOne
        ? 'Eine kurze Zeile genügt, und ich richte mich danach.'
        : 'Eine kurze Zeile genügt, und wir richten es ein.',
    until: 'Bis dahin schreibe ich, was entschieden wird.',
  },
  talk: {
    subject: (number) => `VORSCHLAG: eine Zeit, um über ${number} zu sprechen`,
    about: (number, text) => `Über ${number} („${text}“) würde ich gern gemeinsam sprechen.`,
    times: (first, second) =>
      second === null
        ? `Passen ${first.minutes} Minuten am ${first.day} um ${first.clock}?`
        : `Passen ${first.minutes} Minuten am ${first.day} um ${first.clock} oder ${second.minutes} Minuten am ${second.day} um ${second.clock}?`,
    free: (times) =>
      times === 1
        ? 'Nach unseren Kalendern ist diese Zeit in den nächsten drei Wochen auf beiden Seiten frei.'
        : 'Nach unseren Kalendern sind diese Zeiten in den nächsten drei Wochen auf beiden Seiten frei.',
    other: 'Jede andere Zeit ist auch in Ordnung: Eine kurze Zeile genügt.',
    when: 'Welche Zeit passt gut? Zehn Minuten können reichen, und als Antwort genügt eine kurze Zeile.',
  },
};

export const GERMAN: LanguageWords = { recap, letters };
