import type { Opening, RecapWords } from './recap-language';
import { sentence, shortDay } from './sentence';

const LIST = new Intl.ListFormat('fr');

const on = ({ date, part }: Opening): string => `${date === null ? 'aujourd’hui' : `le ${date}`}${part}`;
const meeting = ({ date, part, oneToOne }: Opening): string =>
  `${oneToOne ? 'notre point' : 'notre réunion'} ${date === null ? 'd’aujourd’hui' : `du ${date}`}${part}`;
const Meeting = (one: Opening): string => meeting(one).replace('n', 'N');
const rest = ({ told }: Opening): string => (told ? ', voici donc ce que j’aurais partagé.' : '');

/** Before a colon French has a space, which must not break the line. */
const lead = (word: string): string => `${word}\u00A0:`;

export const FRENCH: RecapWords = {
  date: shortDay('fr'),
  info: (what) => `INFO: ${what}`,
  severalDecisions: (count, title) => `${count} décisions, ${title}`,
  greeting: (names) =>
    names.length === 0 || names.length > 3 ? 'Bonjour,' : `Bonjour ${LIST.format(names)},`,
  happened: {
    'not-held': (one) => sentence(`Nous n’avons pas pu échanger ${on(one)}${rest(one)}`),
    cancelled: (one) => sentence(`${Meeting(one)} n’a pas eu lieu${rest(one)}`),
    away: (one) =>
      one.told
        ? `Voici ce qui a été décidé entre-temps (${meeting(one)}).`
        : `Un petit mot sur ${meeting(one)}, à lire au retour.`,
    'own-absence': (one) => sentence(`Je n’ai pas pu participer à ${meeting(one)}${rest(one)}`),
    'agreed-skip': (one) => sentence(`Comme convenu, ${meeting(one)} n’a pas eu lieu${rest(one)}`),
    moved: (one) => sentence(`${Meeting(one)} a changé d’horaire${rest(one)}`),
    held: (one) =>
      sentence(
        one.told ? `Voici ce qui a été décidé lors de ${meeting(one)}` : `Un petit mot sur ${meeting(one)}`,
      ),
    'held-away': (one) =>
      sentence(
        one.told
          ? `${lead('À lire au retour')} ce qui a été décidé lors de ${meeting(one)}`
          : `${lead('À lire au retour')} un petit mot sur ${meeting(one)}`,
      ),
    plain: (one) =>
      sentence(one.told ? `Voici les nouvelles de ${meeting(one)}` : `Un petit mot sur ${meeting(one)}`),
  },
  from: (clock) => `à partir de ${clock}`,
  until: (clock) => `jusqu’à ${clock}`,
  thanksForWord: 'Merci d’avoir prévenu.',
  decided: lead('Décidé'),
  nothingDecided: 'Rien n’a été décidé et il n’y a rien à faire.',
  toldBefore: (names) => `Ce qui a été décidé a déjà été transmis (${names})\u00A0; il n’y a rien à faire.`,
  notToldYet: 'Voici ce qui n’avait pas encore été transmis.',
  decidedElsewhere: (date, place) =>
    sentence(place === null ? `Le ${date}, en dehors de nos réunions` : `Lors de notre réunion du ${date}`),
  nothingNeeded: 'C’est pour information, il n’y a rien à faire.',
  ifProblem: 'Si quelque chose s’y oppose, une ligne suffit et nous y reviendrons.',
  ifProblemBy: (date) =>
    `Si quelque chose s’y oppose, une ligne jusqu’au ${date} suffit pour changer sans frais.`,
  newestFirst: (count) => `${count} décisions, la plus récente d’abord.`,
  more: (count) => `${count} autres dans le prochain message, ou sur demande.`,
  viewStill: 'un avis reste utile.',
  inThatMail: (date) => `Une réponse à mon message du ${date} suffit.`,
  undecided: lead('Pas encore décidé'),
  why: lead('Pourquoi'),
  notChosen: lead('Non retenu'),
  impact: lead('Impact'),
  owner: lead('Responsable'),
  undoUntil: (date) => sentence(`Facile à annuler jusqu’au ${date}`),
  reply: lead('Réponse'),
  answers: { fine: 'OK', talk: 'Parlons-en d’abord', problem: 'Je vois un problème' },
  problemBody: 'Je changerais … parce que …',
  next: lead('Prochain rendez-vous'),
  footer: (numbers, date, owner) => `${numbers}, décidé le ${date}, noté par ${owner}`,
  consulted: (names) => `${lead('avis recueillis')} ${names}`,
  informed: (names) => `${lead('à informer')} ${names}`,
};
