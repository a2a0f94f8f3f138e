import type { LanguageWords } from './language-words';
import type { LetterWords } from './letter-language';
import type { MeetingNamed, RecapWords } from './recap-words';
import { sentence, shortDay } from './sentence';

const DAY = shortDay('es');

const LIST = new Intl.ListFormat('es');

const on = ({ date, part }: MeetingNamed): string => `${date === null ? 'hoy' : `el ${date}`}${part}`;
const of = ({ date, part }: MeetingNamed): string => `${date === null ? 'de hoy' : `del ${date}`}${part}`;

const recap: RecapWords = {
  // In the middle of a sentence the comma after the weekday would part what belongs together.
  date: (day) => DAY(day).replace(',', ''),
  info: (what) => `INFO: ${what}`,
  andOthers: (about, count) => `${about} y ${count} más`,
  nothingNew: 'Nada nuevo, nada que hacer',
  greeting: (names) => (names.length === 0 || names.length > 3 ? 'Hola:' : `Hola, ${LIST.format(names)}:`),
  happened: {
    'not-held': (one) => `no pudimos hablar ${on(one)}`,
    cancelled: (one) => `nuestra reunión ${of(one)} no tuvo lugar`,
    'cancelled-ahead': (one) => `nuestra reunión ${of(one)} no tendrá lugar`,
    away: (one) => `nuestra reunión ${of(one)} coincidió con una ausencia`,
    'own-absence': (one) => `no pude asistir a nuestra reunión ${of(one)}`,
    'agreed-skip': (one) => `como acordamos, nuestra reunión ${of(one)} no tuvo lugar`,
    moved: (one) => `nuestra reunión ${of(one)} cambió de hora`,
    held: (one) => `sobre nuestra reunión ${of(one)}`,
    'held-away': (one) => `nuestra reunión ${of(one)} coincidió con una ausencia`,
    plain: (one) => `sobre nuestra reunión ${of(one)}`,
  },
  from: (clock) => `a partir de las ${clock}`,
  until: (clock) => `hasta las ${clock}`,
  thanksForWord: 'gracias por avisar',
  decided: 'Decidido:',
  nothingDecided: 'No se decidió nada y no hay nada que hacer.',
  toldBefore: (names) => `Lo que se decidió ya se comunicó antes (${names}); no hay nada que hacer.`,
  decidedElsewhere: (date, place) =>
    sentence(
      {
        outside: `El ${date}, fuera de nuestras reuniones`,
        unsaid: `El ${date}`,
        sync: `En nuestra reunión del ${date}`,
        meeting: `En nuestra reunión del ${date}`,
      }[place],
    ),
  nothingNeeded: 'Es solo para información; no hay nada que hacer.',
  yourView: (until) =>
    until === null
      ? 'Me gustaría conocer una opinión al respecto.'
      : sentence(`Me gustaría conocer una opinión al respecto; aún se puede cambiar hasta el ${until}`),
  ifProblem: 'Si hay algún inconveniente, basta una línea y lo volvemos a ver.',
  ifProblemBy: (date) =>
    `Si hay algún inconveniente, con una línea hasta el ${date} se puede cambiar sin coste.`,
  more: (count) => `${count} más en el próximo correo, o cuando haga falta.`,
  viewStill: 'una opinión sigue siendo útil.',
  undecided: 'Aún sin decidir:',
  why: 'Por qué:',
  notChosen: 'No elegido:',
  impact: 'Impacto:',
  owner: 'Responsable:',
  undoUntil: (date) => sentence(`Fácil de deshacer hasta el ${date}`),
  revisitOn: (date) => sentence(`Lo volvemos a ver el ${date}`),
  reply: 'Respuesta:',
  answers: { fine: 'De acuerdo', talk: 'Hablemos primero', problem: 'Veo un problema' },
  problemBody: 'Yo cambiaría … porque …',
  next: 'Próxima reunión:',
  footer: (numbers, date, owner) => `${numbers}, decidido el ${date}, anotado por ${owner}`,
  notedBy: (owner) => `anotado por ${owner}`,
  consulted: (names) => `consultado: ${names}`,
  informed: (names) => `por informar: ${names}`,
};

const letters: LetterWords = {
  firstAsked: (date) => sentence(`Lo pregunté por primera vez el ${date}`),
  request: {
    subject: (date) => `CONSULTA hasta el ${date}: `,
    subjectOpen: 'CONSULTA: ',
    subjectTogether: 'DECISIÓN en común: ',
    before: 'Antes de decidir:',
    need: 'Lo que necesito:',
    view: (when) => `una opinión, a más tardar el ${when}.`,
    viewTogether: (when) =>
      `esto lo decidimos en común. Una opinión a más tardar el ${when}, o un momento para hablarlo.`,
    silence: 'Si no hay respuesta:',
    hold: 'espero hasta que hablemos.',
    goAhead: (agreedOn) => `como acordamos el ${agreedOn}, sigo adelante.`,
    options: 'Opciones consideradas:',
    impact: { people: 'Personas:', money: 'Coste:', dates: 'Fechas:' },
    footer: (number, owner) => `${number}, aún sin decidir, anotado por ${owner}`,
  },
  before: {
    by: (date) => sentence(`Ayudaría una respuesta a más tardar el ${date}`),
    sync: (when, oneToOne) =>
      sentence(`Es para ${oneToOne ? 'nuestra conversación' : 'nuestra reunión'} del ${when}`),
    reply: (questions) =>
      questions === 1
        ? 'Basta con una respuesta; así no hará falta dedicarle tiempo allí.'
        : 'Bastan unas líneas de respuesta; así no hará falta dedicarles tiempo allí.',
    news: 'No hace falta nada más; si surge alguna pregunta, basta con una respuesta.',
    footer: (numbers, owner) => `${numbers}, anotado por ${owner}`,
    anywhere: (names) => `Para ${names} basta una línea de respuesta.`,
  },
  proposal: {
    subject: 'PROPUESTA: qué consultar antes',
    first:
      'Me gustaría acordar qué consulto antes y qué no. Esta es mi propuesta; lo que no encaje se puede cambiar.',
    again: 'Esta es una nueva versión de mi propuesta. Lo que no encaje se puede cambiar.',
    levels: {
      leaf: 'Lo hago sin más:',
      branch: 'Lo hago y aviso:',
      trunk: 'Aviso antes de actuar:',
      root: 'Lo decidimos en común:',
    },
    forAMonth: 'durante un mes; después, como antes',
    answer: 'Plazo de respuesta:',
    days: (count) =>
      `${count === 1 ? '1 día laborable' : `${count} días laborables`}, según el calendario y los festivos de quien responde.`,
    goAhead: 'sigo adelante. Lo que decidimos en común espera hasta que hablemos.',
    reach: 'Dónde hablarlo:',
    close: '¿Encaja así? Basta una línea. Dentro de un mes lo volvemos a ver.',
  },
  note: {
    subject: (title) => `INFO: llevo un registro de ${title}`,
    kept: ({ title, inOneDrive, days }) =>
      `Llevo un breve registro de «${title}»: cuándo tuvo lugar, cambió de hora o se canceló, quién estuvo, qué se decidió y a quién se informó, qué se prometió y qué preguntas quedan abiertas. Lo guardo en mi propio navegador${inOneDrive ? ' y en mi propio OneDrive' : ''}, lo relativo a personas durante ${days} días, las preguntas y los compromisos otros ${days} días una vez resueltos, las decisiones hasta que las borre; sirve para que nadie se quede al margen por no haber estado, y no evalúa a nadie.`,
    offer:
      'Quien quiera una copia de lo que dice de su persona, añadir algo o no figurar en él, solo tiene que decírmelo y me encargo.',
  },
  invitation: {
    subject: 'PROPUESTA: una hora que venga mejor',
    door: (title, { day, clock }) =>
      `La puerta sigue abierta: la próxima reunión «${title}» es el ${day} a las ${clock}. Toda participación es bienvenida, aunque sea solo un rato.`,
    time: (title, { day, clock }) =>
      `La próxima reunión «${title}» es el ${day} a las ${clock}. ¿Sigue siendo una buena hora?`,
    shorter: (minutes, usual, later) =>
      `¿Sería más fácil algo más corto: ${minutes} minutos a las ${usual} o ${minutes} minutos a las ${later}?`,
    other: (later) => `¿Sería más fácil otra hora, por ejemplo a las ${later}?`,
    fewer: 'Con menos frecuencia también estaría bien.',
    tell: (oneToOne) => (oneToOne ? 'Basta una línea y me adapto.' : 'Basta una línea y lo arreglamos.'),
    until: 'Mientras tanto contaré por escrito lo que se decida.',
  },
  talk: {
    subject: (number) => `PROPUESTA: un momento para hablar de ${number}`,
    about: (number, text) => `Me gustaría que habláramos de ${number} («${text}»).`,
    times: (first, second) =>
      second === null
        ? `¿Vendrían bien ${first.minutes} minutos el ${first.day} a las ${first.clock}?`
        : `¿Vendrían bien ${first.minutes} minutos el ${first.day} a las ${first.clock} o ${second.minutes} minutos el ${second.day} a las ${second.clock}?`,
    free: (times) =>
      times === 1
        ? 'Según nuestros calendarios, esa hora está libre por ambas partes en las próximas tres semanas.'
        : 'Según nuestros calendarios, esas horas están libres por ambas partes en las próximas tres semanas.',
    other: 'Cualquier otra hora también está bien: basta una línea.',
    when: '¿Qué hora vendría bien? Diez minutos pueden bastar, y como respuesta basta una línea.',
  },
};

export const SPANISH: LanguageWords = { recap, letters };
