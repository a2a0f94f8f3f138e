import type { LetterWords } from './letter-language';

export const GERMAN_LETTERS: LetterWords = {
  request: {
    subject: (date) => `RÜCKMELDUNG bis ${date}: `,
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
  proposal: {
    subject: 'VORSCHLAG: Was wir vorher absprechen',
    first:
      'Ich möchte gern vereinbaren, wozu ich vorher frage und wozu nicht. Hier ist mein Vorschlag; was nicht passt, bitte einfach ändern.',
    again: 'Hier steht, was ich an unserer Vereinbarung ändern würde. Was nicht passt, bitte einfach ändern.',
    levels: {
      leaf: 'Ich mache es einfach (Blatt):',
      branch: 'Ich mache es und gebe Bescheid (Zweig):',
      trunk: 'Ich gebe Bescheid, bevor ich handle (Stamm):',
      root: 'Wir entscheiden gemeinsam (Wurzel):',
    },
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
      `Ich führe ein kurzes Protokoll zu „${title}“: wann der Termin stattfand, verschoben oder abgesagt wurde, wer da war, was entschieden und wer informiert wurde. Es liegt nur in meinem eigenen Browser${inOneDrive ? ' und in meinem eigenen OneDrive' : ''}, Angaben zu Personen ${days} Tage lang, Entscheidungen, bis ich sie lösche; es sorgt dafür, dass auch informiert bleibt, wer einmal nicht dabei ist, und bewertet niemanden.`,
    offer:
      'Wer eine Kopie der Angaben zur eigenen Person möchte, etwas ergänzen oder nicht darin vorkommen will, sagt mir einfach Bescheid, und ich kümmere mich darum.',
  },
  invitation: {
    subject: 'VORSCHLAG: eine Zeit, die besser passt',
    door: (title, { day, clock }) =>
      `Die Tür bleibt offen: „${title}“ ist das nächste Mal am ${day} um ${clock}. Es ist jedes Mal schön, wenn es klappt, auch nur für einen Teil.`,
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
};
