import type { Said } from '../../domain/facts/decided/consulting';
import { type Decision, decisionName } from '../../domain/facts/decided/decision';
import type { PointSort } from '../../domain/facts/decided/point';
import type { GestureKind } from '../../domain/facts/entered/gesture';
import type { ChronicleStep } from '../../domain/tell/chronology';
import { oneLine, shortened } from '../text/one-line';
import type { Wording } from '../text/wording';

/** One line of a chronology. */
export interface ChronicleLine {
  readonly day: string;
  readonly time: string;
  readonly words: string;
}

const LONGEST = 160;
const brief = (text: string): string => shortened(oneLine(text), LONGEST);
const quoted = (text: string): string => (text.trim() === '' ? '' : `: “${brief(text)}”`);

const ANSWERED: Readonly<Record<Said, string>> = {
  ok: 'OK',
  talk: 'let’s talk first',
  problem: 'I see a problem',
};

const REPLIED = { agreed: 'agreed', declined: 'did not agree', ended: 'ended it' } as const;

const GESTURE_WORDS: Readonly<Record<GestureKind, string>> = {
  'told-of-record': 'Told about this log',
  'invited-again': 'Another time was offered',
  'offered-one-to-one': 'A one-to-one was offered',
  'read-own-side': 'Own side read',
};

/** What happened, in words that state and do not judge (definitions, section 8). */
export function chronicleLines(
  steps: readonly ChronicleStep[],
  decisions: readonly Decision[],
  wording: Wording,
): readonly ChronicleLine[] {
  const numbers = new Map(decisions.map((one) => [one.id, decisionName(one)]));
  const numberOf = (id: string): string => numbers.get(id) ?? 'a decision';
  // Until when each was asked, for "no reply recorded by".
  const askedUntil = new Map(
    steps.flatMap((step) =>
      step.what === 'asked'
        ? [[step.request.mailKey, wording.timeIn(step.request.deadline, step.request.zone)] as const]
        : [],
    ),
  );
  return steps.map((step) => ({
    day: wording.day(step.at),
    time: wording.time(step.at),
    words: wordsOf(step, { wording, numberOf, askedUntil }),
  }));
}

interface Saying {
  readonly wording: Wording;
  readonly numberOf: (id: string) => string;
  readonly askedUntil: ReadonlyMap<string, string>;
}

function wordsOf(step: ChronicleStep, saying: Saying): string {
  const { wording, numberOf } = saying;
  switch (step.what) {
    case 'occasion': {
      const { occurrence, one } = step;
      const own = occurrence.oneToOne || one.outcome === null;
      // 10.5: whoever organizes a meeting was not invited to it.
      const part = one.role === 'organizer' ? 'Their meeting' : 'Invited';
      return `${part}; ${own ? wording.outcome(occurrence) : lowered(wording.person(one))}${
        occurrence.disputed ? ' (disputed)' : ''
      }`;
    }
    case 'decided':
      return step.decision.proposed === true
        ? `${numberOf(step.decision.id)} written down, not decided yet: ${brief(step.decision.text)}`
        : `${numberOf(step.decision.id)} decided: ${brief(step.decision.text)}`;
    case 'told':
      return toldWords(step, saying);
    case 'asked':
      return `Asked about ${numberOf(step.request.decision)}, for an answer by ${wording.timeIn(
        step.request.deadline,
        step.request.zone,
      )}${step.request.step === 'by-hand' ? ', noted by hand' : mailed(step.request)}`;
    case 'answered':
      return `Answered about ${numberOf(step.answer.decision)}: ${ANSWERED[step.answer.said]}${quoted(
        step.answer.words,
      ).replace(': ', ', ')}${mailed(step.answer)}`;
    case 'became':
      return becameWords(step.step, saying);
    case 'proposed':
      return `Agreement written down, version ${step.agreement.version}`;
    case 'replied':
      return `Agreement, version ${step.agreement.version}: ${REPLIED[step.reply.said]}${quoted(
        step.reply.words,
      ).replace(': ', ', ')}`;
    case 'gesture':
      return GESTURE_WORDS[step.gesture.does];
  }
}

/** What was open in it, or raised as a question, it asked about: nothing was told of that. */
function toldWords(step: Extract<ChronicleStep, { what: 'told' }>, { wording, numberOf }: Saying): string {
  const { recap, decisions, asked, points, verified } = step;
  const called = (sort: PointSort): readonly string[] =>
    points
      .filter(({ point }) => point.sort === sort)
      .map(({ point, name }) => recap.pointsCalled?.[recap.points?.indexOf(point.id) ?? -1] ?? name);
  const numbers = (all: readonly Decision[]): readonly string[] => all.map(({ id }) => numberOf(id));
  const isAgain = recap.kind === 'catch-up' && recap.again === true;
  const told = [...numbers(decisions), ...called('news')];
  const questions = isAgain ? (recap.pointsCalled ?? []) : [...numbers(asked), ...called('question')];
  const does = [
    ...(told.length === 0 ? [] : [`told of ${wording.list(told)}`]),
    ...(questions.length === 0
      ? []
      : [`asked ${isAgain ? 'once more about' : 'about'} ${wording.list(questions)}`]),
  ];
  // Of what is not in the log any more, it is known whether it was told.
  const other = recap.decisions.length > 0 ? 'told' : 'written to';
  const did = capital(does.length === 0 ? other : wording.list(does));
  if (recap.step === 'by-hand') return `${did}, noted by hand`;
  const unsure = verified ? '' : ', sending not verified';
  return `${did} by message${quoted(recap.subject)}${unsure}${foundBy(recap)}`;
}

/** 13.8: which mail it was, so that the other side finds it in their own mailbox. */
const foundBy = ({ internetMessageId }: { readonly internetMessageId?: string }): string =>
  internetMessageId === undefined ? '' : `; message id ${brief(internetMessageId)}`;

const mailed = (mail: { readonly subject?: string; readonly internetMessageId?: string }): string =>
  mail.internetMessageId === undefined ? '' : `, by message${quoted(mail.subject ?? '')}${foundBy(mail)}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

type Became = Extract<ChronicleStep, { what: 'became' }>['step'];

/** "No reply recorded by …", never "approved". */
function becameWords({ decision, step, by, noReply = [], reason }: Became, saying: Saying): string {
  const { wording, numberOf, askedUntil } = saying;
  const until = wording.list(
    [...new Set(noReply.map((key) => askedUntil.get(key)))].filter((one) => one !== undefined),
  );
  const silent = noReply.length === 0 ? '' : `no reply recorded${until === '' ? '' : ` by ${until}`}; `;
  const number = numberOf(decision);
  switch (step) {
    case 'decided':
      return silent === ''
        ? `${number} decided${quoted(reason)}`
        : `${number}: ${silent}went ahead as agreed`;
    case 'held':
      return `${number}: ${silent}held until you speak${quoted(reason)}`;
    case 'superseded':
      return `${number} replaced${by === undefined ? '' : ` by ${numberOf(by)}`}`;
    case 'reopened':
      return `${number} opened again${quoted(reason)}`;
  }
}
