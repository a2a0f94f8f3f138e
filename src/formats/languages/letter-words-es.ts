import type { LetterWords } from './letter-language';

export const SPANISH_LETTERS: LetterWords = {
  request: {
    subject: (date) => `CONSULTA hasta el ${date}: `,
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
  proposal: {
    subject: 'PROPUESTA: qué consultar antes',
    first:
      'Me gustaría acordar qué consulto antes y qué no. Esta es mi propuesta; lo que no encaje se puede cambiar.',
    again: 'Esto es lo que cambiaría de lo que acordamos. Lo que no encaje se puede cambiar.',
    levels: {
      leaf: 'Lo hago sin más (hoja):',
      branch: 'Lo hago y aviso (rama):',
      trunk: 'Aviso antes de actuar (tronco):',
      root: 'Lo decidimos en común (raíz):',
    },
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
      `Llevo un breve registro de «${title}»: cuándo tuvo lugar, cambió de hora o se canceló, quién estuvo, qué se decidió y a quién se informó. Está solo en mi propio navegador${inOneDrive ? ' y en mi propio OneDrive' : ''}, lo relativo a personas durante ${days} días, las decisiones hasta que las borre; sirve para que nadie se quede al margen por no haber estado, y no evalúa a nadie.`,
    offer:
      'Quien quiera una copia de lo que dice de su persona, añadir algo o no figurar en él, solo tiene que decírmelo y me encargo.',
  },
  invitation: {
    subject: 'PROPUESTA: una hora que venga mejor',
    door: (title, { day, clock }) =>
      `La puerta sigue abierta: la próxima reunión «${title}» es el ${day} a las ${clock}. Cualquier día será un placer, aunque sea solo un rato.`,
    time: (title, { day, clock }) =>
      `La próxima reunión «${title}» es el ${day} a las ${clock}. ¿Sigue siendo una buena hora?`,
    shorter: (minutes, usual, later) =>
      `¿Sería más fácil algo más corto: ${minutes} minutos a las ${usual} o ${minutes} minutos a las ${later}?`,
    other: (later) => `¿Sería más fácil otra hora, por ejemplo a las ${later}?`,
    fewer: 'Con menos frecuencia también estaría bien.',
    tell: (oneToOne) => (oneToOne ? 'Basta una línea y me adapto.' : 'Basta una línea y lo arreglamos.'),
    until: 'Mientras tanto contaré por escrito lo que se decida.',
  },
};
