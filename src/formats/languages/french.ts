import type { LanguageWords } from './language-words';
import type { LetterWords } from './letter-language';
import type { MeetingNamed, RecapWords } from './recap-words';
import { sentence, shortDay } from './sentence';

const LIST = new Intl.ListFormat('fr');

const on = ({ date, part }: MeetingNamed): string => `${date === null ? 'aujourd’hui' : `le ${date}`}${part}`;
const meeting = ({ date, part, oneToOne }: MeetingNamed): string =>
  `${oneToOne ? 'notre point' : 'notre réunion'} ${date === null ? 'd’aujourd’hui' : `du ${date}`}${part}`;

/** Before a colon French has a space, which must not break the line. */
const lead = (word: string): string => `${word}\u00A0:`;

const recap: RecapWords = {
  date: shortDay('fr'),
  info: (what) => `INFO: ${what}`,
  andOthers: (about, count) => `${about} et ${count} ${count === 1 ? 'autre' : 'autres'}`,
  nothingNew: 'Rien de nouveau, rien à faire',
  greeting: (names) =>
    names.length === 0 || names.length > 3 ? 'Bonjour,' : `Bonjour ${LIST.format(names)},`,
  happened: {
    'not-held': (one) => `nous n’avons pas pu échanger ${on(one)}`,
    cancelled: (one) => `${meeting(one)} n’a pas eu lieu`,
    'cancelled-ahead': (one) => `${meeting(one)} n’aura pas lieu`,
    away: (one) => `${meeting(one)} tombait pendant une absence`,
    'own-absence': (one) => `je n’ai pas pu participer à ${meeting(one)}`,
    'agreed-skip': (one) => `comme convenu, ${meeting(one)} n’a pas eu lieu`,
    moved: (one) => `${meeting(one)} a changé d’horaire`,
    held: (one) => `à propos de ${meeting(one)}`,
    'held-away': (one) => `${meeting(one)} tombait pendant une absence`,
    plain: (one) => `à propos de ${meeting(one)}`,
  },
  from: (clock) => `à partir de ${clock}`,
  until: (clock) => `jusqu’à ${clock}`,
  thanksForWord: 'merci d’avoir prévenu',
  decided: lead('Décidé'),
  nothingDecided: 'Rien n’a été décidé et il n’y a rien à faire.',
  toldBefore: (names) => `Ce qui a été décidé a déjà été transmis (${names})\u00A0; il n’y a rien à faire.`,
  decidedElsewhere: (date, place) =>
    sentence(
      {
        outside: `Le ${date}, en dehors de nos réunions`,
        unsaid: `Le ${date}`,
        sync: `Lors de notre réunion du ${date}`,
        meeting: `Lors de notre réunion du ${date}`,
      }[place],
    ),
  nothingNeeded: 'C’est pour information, il n’y a rien à faire.',
  yourView: (until) =>
    until === null
      ? 'J’aimerais avoir un avis sur ce point.'
      : sentence(`J’aimerais avoir un avis sur ce point\u00A0; cela peut encore changer jusqu’au ${until}`),
  ifProblem: 'Si quelque chose s’y oppose, une ligne suffit et nous y reviendrons.',
  ifProblemBy: (date) =>
    `Si quelque chose s’y oppose, une ligne jusqu’au ${date} suffit pour changer sans frais.`,
  more: (count) => `${count} autres dans le prochain message, ou sur demande.`,
  viewStill: 'un avis reste utile.',
  undecided: lead('Pas encore décidé'),
  why: lead('Pourquoi'),
  notChosen: lead('Non retenu'),
  impact: lead('Impact'),
  owner: lead('Responsable'),
  undoUntil: (date) => sentence(`Facile à annuler jusqu’au ${date}`),
  revisitOn: (date) => sentence(`À revoir le ${date}`),
  reply: lead('Réponse'),
  answers: { fine: 'OK', talk: 'Parlons-en d’abord', problem: 'Je vois un problème' },
  problemBody: 'Je changerais … parce que …',
  next: lead('Prochain rendez-vous'),
  footer: (numbers, date, owner) => `${numbers}, décidé le ${date}, noté par ${owner}`,
  notedBy: (owner) => `noté par ${owner}`,
  consulted: (names) => `${lead('avis recueillis')} ${names}`,
  informed: (names) => `${lead('à informer')} ${names}`,
};

/** What French puts before a colon, a semicolon and a question mark: a space that does not break the line. */
const S = '\u00A0';

const letters: LetterWords = {
  firstAsked: (date) => sentence(`J’ai posé cette question pour la première fois le ${date}`),
  request: {
    subject: (date) => `AVIS d’ici au ${date}${S}: `,
    subjectOpen: `AVIS${S}: `,
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
  before: {
    by: (date) => sentence(`Une réponse d’ici le ${date} aiderait`),
    sync: (when, oneToOne) => sentence(`C’est pour ${oneToOne ? 'notre point' : 'notre réunion'} du ${when}`),
    reply: (questions) =>
      questions === 1
        ? 'Une réponse suffit\u00A0; nous n’aurons alors plus besoin d’y consacrer du temps.'
        : 'Quelques mots de réponse suffisent\u00A0; nous n’aurons alors plus besoin d’y consacrer du temps.',
    news: 'Rien à faire pour cela\u00A0; en cas de question, une réponse suffit.',
    footer: (numbers, owner) => `${numbers}, noté par ${owner}`,
    anywhere: (names) => `Pour ${names}, une ligne en réponse suffit.`,
  },
  proposal: {
    subject: `PROPOSITION${S}: sur quoi se concerter`,
    first: `J’aimerais convenir des sujets sur lesquels demander un avis, et de ceux où ce n’est pas utile. Voici ma proposition${S}; tout ce qui ne convient pas peut être modifié.`,
    again: 'Voici une nouvelle version de ma proposition. Tout ce qui ne convient pas peut être modifié.',
    levels: {
      leaf: `Je le fais, tout simplement${S}:`,
      branch: `Je le fais, puis j’en informe${S}:`,
      trunk: `Je préviens avant d’agir${S}:`,
      root: `Nous décidons ensemble${S}:`,
    },
    forAMonth: 'pendant un mois, puis comme avant',
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
      `Je tiens un bref journal de «${S}${title}${S}»${S}: quand la réunion a eu lieu, a été déplacée ou annulée, qui était là, ce qui a été décidé et qui en a été informé, ce qui a été promis et quelles questions restent ouvertes. Je le garde dans mon propre navigateur${inOneDrive ? ' et mon propre OneDrive' : ''}, ce qui concerne des personnes pendant ${days} jours, les questions et les engagements encore ${days} jours une fois réglés, les décisions jusqu’à ce que je les efface${S}; il sert à ce que personne ne perde le fil après une absence, et il n’évalue personne.`,
    offer: `Toute personne concernée peut en recevoir une copie pour ce qui la concerne, y ajouter un mot ou ne plus y figurer${S}: il suffit de me le dire et je m’en occupe.`,
  },
  invitation: {
    subject: `PROPOSITION${S}: un horaire qui convient mieux`,
    door: (title, { day, clock }) =>
      `La porte reste ouverte${S}: la prochaine réunion «${S}${title}${S}» est le ${day} à ${clock}. Toute participation est bienvenue, même pour une partie seulement.`,
    time: (title, { day, clock }) =>
      `La prochaine réunion «${S}${title}${S}» est le ${day} à ${clock}. Cet horaire convient-il encore${S}?`,
    shorter: (minutes, usual, later) =>
      `Un format plus court serait-il plus simple${S}: ${minutes} minutes à ${usual}, ou ${minutes} minutes à ${later}${S}?`,
    other: (later) => `Un autre horaire serait-il plus simple, ${later} par exemple${S}?`,
    fewer: 'Moins souvent conviendrait aussi.',
    tell: (oneToOne) =>
      oneToOne ? 'Une ligne suffit et je m’adapterai.' : 'Une ligne suffit et nous trouverons comment faire.',
    until: 'D’ici là, j’écrirai ce qui est décidé.',
  },
  talk: {
    subject: (number) => `PROPOSITION${S}: un moment pour parler de ${number}`,
    about: (number, text) => `J’aimerais parler ensemble de ${number} («${S}${text}${S}»).`,
    times: (first, second) =>
      second === null
        ? `Est-ce que ${first.minutes} minutes le ${first.day} à ${first.clock} conviendraient${S}?`
        : `Est-ce que ${first.minutes} minutes le ${first.day} à ${first.clock} conviendraient, ou ${second.minutes} minutes le ${second.day} à ${second.clock}${S}?`,
    free: (times) =>
      times === 1
        ? 'D’après nos agendas, ce créneau est libre des deux côtés pendant les trois prochaines semaines.'
        : 'D’après nos agendas, ces créneaux sont libres des deux côtés pendant les trois prochaines semaines.',
    other: `Tout autre horaire convient aussi${S}: une ligne suffit.`,
    when: `Quel horaire conviendrait${S}? Dix minutes peuvent suffire, et une ligne suffit comme réponse.`,
  },
};

export const FRENCH: LanguageWords = { recap, letters };
