import type { Opening, RecapWords } from './recap-language';
import { sentence, shortDay } from './sentence';

const DAY = shortDay('es');

const LIST = new Intl.ListFormat('es');

const on = ({ date, part }: Opening): string => `${date === null ? 'hoy' : `el ${date}`}${part}`;
const of = ({ date, part }: Opening): string => `${date === null ? 'de hoy' : `del ${date}`}${part}`;
const rest = ({ told }: Opening): string => (told ? ', así que esto es lo que habría contado.' : '.');

export const SPANISH: RecapWords = {
  // In the middle of a sentence the comma after the weekday would part what belongs together.
  date: (day) => DAY(day).replace(',', ''),
  info: (what) => `INFO: ${what}`,
  severalDecisions: (count, title) => `${count} decisiones, ${title}`,
  greeting: (names) => (names.length === 0 || names.length > 3 ? 'Hola:' : `Hola, ${LIST.format(names)}:`),
  happened: {
    'not-held': (one) => `No pudimos hablar ${on(one)}${rest(one)}`,
    cancelled: (one) => `Nuestra reunión ${of(one)} no tuvo lugar${rest(one)}`,
    away: (one) =>
      one.told
        ? `Esto es lo que se decidió mientras tanto (nuestra reunión ${of(one)}).`
        : `Unas palabras sobre nuestra reunión ${of(one)}, para leer a la vuelta.`,
    'own-absence': (one) => `No pude asistir a nuestra reunión ${of(one)}${rest(one)}`,
    'agreed-skip': (one) => `Como acordamos, nuestra reunión ${of(one)} no tuvo lugar${rest(one)}`,
    moved: (one) => `Nuestra reunión ${of(one)} cambió de hora${rest(one)}`,
    held: (one) =>
      sentence(
        one.told
          ? `Esto es lo que se decidió en nuestra reunión ${of(one)}`
          : `Unas palabras sobre nuestra reunión ${of(one)}`,
      ),
    'held-away': (one) =>
      sentence(
        one.told
          ? `Para leer a la vuelta: lo que se decidió en nuestra reunión ${of(one)}`
          : `Para leer a la vuelta: unas palabras sobre nuestra reunión ${of(one)}`,
      ),
    plain: (one) =>
      sentence(
        one.told
          ? `Estas son las novedades de nuestra reunión ${of(one)}`
          : `Unas palabras sobre nuestra reunión ${of(one)}`,
      ),
  },
  from: (clock) => `a partir de las ${clock}`,
  until: (clock) => `hasta las ${clock}`,
  thanksForWord: 'Gracias por avisar.',
  decided: 'Decidido:',
  nothingDecided: 'No se decidió nada y no hay nada que hacer.',
  toldBefore: (names) => `Lo que se decidió ya se comunicó antes (${names}); no hay nada que hacer.`,
  notToldYet: 'Esto es lo que aún no se había comunicado.',
  decidedElsewhere: (date, place) =>
    sentence(place === null ? `El ${date}, fuera de nuestras reuniones` : `En nuestra reunión del ${date}`),
  nothingNeeded: 'Es solo para información; no hay nada que hacer.',
  ifProblem: 'Si hay algún inconveniente, basta una línea y lo volvemos a ver.',
  ifProblemBy: (date) =>
    `Si hay algún inconveniente, con una línea hasta el ${date} se puede cambiar sin coste.`,
  newestFirst: (count) => `${count} decisiones, la más reciente primero.`,
  more: (count) => `${count} más en el próximo correo, o cuando haga falta.`,
  viewStill: 'una opinión sigue siendo útil.',
  inThatMail: (date) => `Basta responder a mi correo del ${date}.`,
  undecided: 'Aún sin decidir:',
  why: 'Por qué:',
  notChosen: 'No elegido:',
  impact: 'Impacto:',
  owner: 'Responsable:',
  undoUntil: (date) => sentence(`Fácil de deshacer hasta el ${date}`),
  reply: 'Respuesta:',
  answers: { fine: 'De acuerdo', talk: 'Hablemos primero', problem: 'Veo un problema' },
  problemBody: 'Yo cambiaría … porque …',
  next: 'Próxima reunión:',
  footer: (numbers, date, owner) => `${numbers}, decidido el ${date}, anotado por ${owner}`,
  consulted: (names) => `consultado: ${names}`,
  informed: (names) => `por informar: ${names}`,
};
