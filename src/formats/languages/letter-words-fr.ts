import type { LetterWords } from './letter-language';

/** What French puts before a colon, a semicolon and a question mark: a space that does not break the line. */
const S = '\u00A0';

export const FRENCH_LETTERS: LetterWords = {
  request: {
    subject: (date) => `AVIS d’ici au ${date}${S}: `,
    subjectTogether: `À DÉCIDER ensemble${S}: `,
    before: `Avant de décider${S}:`,
    need: `Ce dont j’ai besoin${S}:`,
    view: (when) => `un avis d’ici au ${when}.`,
    viewTogether: (when) =>
      `nous décidons cela ensemble. Un avis d’ici au ${when}, ou un moment pour en parler.`,
    silence: `Sans réponse${S}:`,
    hold: 'j’attends que nous en ayons parlé.',
    goAhead: (agreedOn) => `comme convenu le ${agreedOn}, je vais alors de l’avant.`,
    options: `Options étudiées${S}:`,
    impact: { people: `Personnes${S}:`, money: `Coût${S}:`, dates: `Échéances${S}:` },
    footer: (number, owner) => `${number}, pas encore décidé, noté par ${owner}`,
  },
  proposal: {
    subject: `PROPOSITION${S}: sur quoi se concerter`,
    first: `J’aimerais convenir des sujets sur lesquels demander un avis, et de ceux où ce n’est pas utile. Voici ma proposition${S}; tout ce qui ne convient pas peut être modifié.`,
    again:
      'Voici ce que je changerais à ce dont nous avions convenu. Tout ce qui ne convient pas peut être modifié.',
    levels: {
      leaf: `Je le fais, tout simplement (feuille)${S}:`,
      branch: `Je le fais, puis j’en informe (branche)${S}:`,
      trunk: `Je préviens avant d’agir (tronc)${S}:`,
      root: `Nous décidons ensemble (racine)${S}:`,
    },
    answer: `Délai de réponse${S}:`,
    days: (count) =>
      `${count === 1 ? '1 jour ouvré' : `${count} jours ouvrés`}, selon le calendrier et les jours fériés de la personne consultée.`,
    goAhead: 'je vais de l’avant. Ce que nous décidons ensemble attend que nous en ayons parlé.',
    reach: `Où échanger${S}:`,
    close: `Cela convient-il${S}? Une ligne suffit. Nous ferons le point dans un mois.`,
  },
  note: {
    subject: (title) => `INFO: je tiens un journal de ${title}`,
    kept: ({ title, inOneDrive, days }) =>
      `Je tiens un bref journal de «${S}${title}${S}»${S}: quand la réunion a eu lieu, a été déplacée ou annulée, qui était là, ce qui a été décidé et qui en a été informé. Il reste uniquement dans mon propre navigateur${inOneDrive ? ' et mon propre OneDrive' : ''}, ce qui concerne des personnes pendant ${days} jours, les décisions jusqu’à ce que je les efface${S}; il sert à ce que personne ne perde le fil après une absence, et il n’évalue personne.`,
    offer: `Toute personne concernée peut en recevoir une copie pour ce qui la concerne, y ajouter un mot ou ne plus y figurer${S}: il suffit de me le dire et je m’en occupe.`,
  },
  invitation: {
    subject: `PROPOSITION${S}: un horaire qui convient mieux`,
    door: (title, { day, clock }) =>
      `La porte reste ouverte${S}: la prochaine réunion «${S}${title}${S}» est le ${day} à ${clock}. Ce sera chaque fois un plaisir, même pour une partie seulement.`,
    time: (title, { day, clock }) =>
      `La prochaine réunion «${S}${title}${S}» est le ${day} à ${clock}. Cet horaire convient-il toujours${S}?`,
    shorter: (minutes, usual, later) =>
      `Un format plus court serait-il plus simple${S}: ${minutes} minutes à ${usual}, ou ${minutes} minutes à ${later}${S}?`,
    other: (later) => `Un autre horaire serait-il plus simple, ${later} par exemple${S}?`,
    fewer: 'Moins souvent conviendrait aussi.',
    tell: (oneToOne) =>
      oneToOne ? 'Une ligne suffit et je m’adapterai.' : 'Une ligne suffit et nous trouverons comment faire.',
    until: 'D’ici là, j’écrirai ce qui est décidé.',
  },
};
