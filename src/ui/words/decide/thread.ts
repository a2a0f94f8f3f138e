import { type Decision, decisionName } from '../../../domain/facts/decided/decision';
import type { PointStep } from '../../../domain/facts/decided/point';
import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import { isHeld } from '../../../domain/facts/things/outcomes';
import type { JudgedOccurrence, JudgedPerson } from '../../../domain/judge/judged/judged';
import type { ThreadLine } from '../../../domain/tell/thread/thread';
import type { ThreadPerson, ThreadSummary } from '../../../domain/tell/thread/thread-summary';
import type { Instant } from '../../../domain/time/time';
import { quotedWords } from '../../../formats/text/quoted-words';
import { firstNameOf, nameOf, namesOf } from '../names';
import { PERSON_OUTCOME_NAMES } from '../outcome-names';
import { outcomeWords } from '../outcomes';
import { listWords, type TimeWords } from '../times';
import { lineWords } from './decisions';
import { promisedWords, promiseStepWords } from './promises';

/** What a line begins with, which leads to its evidence, and the rest of it. */
export interface ThreadWords {
  readonly link: string;
  readonly rest: string;
  /** By which both sides find the mail of which it tells (13.8): for paper, nobody reads it on a screen. */
  readonly mail?: string;
}

interface Saying {
  readonly decisions: readonly Decision[];
  readonly time: TimeWords;
  readonly now: Instant;
  readonly titleOf: (occasion: OccurrenceKey) => string | null;
}

/** So many people of a meeting are named. */
const NAMED = 6;

const quoted = (words: string): string => (words === '' ? '' : `: “${words}”`);

interface Mailed {
  readonly step?: string;
  readonly internetMessageId?: string;
}

/** 13.8: by which both sides find the very mail; what was said by hand went by none. */
const foundBy = ({ step, internetMessageId: id }: Mailed): string =>
  id === undefined || step === 'by-hand' ? '' : `; message id ${id}`;

const SAID: Readonly<Record<PointStep['step'], string>> = {
  'talked-about': 'talked about',
  'not-yet': 'not talked about yet',
  answered: 'answered',
  dropped: 'dropped',
};

/** Let’s talk leaves it open (12.1). */
const saidByMail = ({ step, by }: PointStep): string => {
  const who = by === undefined ? '' : `${nameOf(by)}: `;
  return step === 'answered'
    ? `answered${by === undefined ? '' : ` by ${nameOf(by)}`} by mail`
    : `${who}let’s talk first, by mail`;
};

const REPLIED = { agreed: 'agreed', declined: 'did not agree', ended: 'ended it' } as const;

/** One thing that happened, in words that state and do not judge. */
export function threadWords(line: ThreadLine, saying: Saying): ThreadWords {
  switch (line.what) {
    case 'occasion':
      return occasionWords(line.occurrence, saying);
    case 'proposed':
      return {
        link: `Agreement with ${nameOf(line.agreement.person)}`,
        rest: ` written down, version ${line.agreement.version}`,
      };
    case 'replied':
      return {
        link: nameOf(line.agreement.person),
        rest: ` ${REPLIED[line.reply.said]}, version ${line.agreement.version}${quoted(line.reply.words)}`,
      };
    case 'raised': {
      const { name, point } = line.point;
      const whom = point.person === null ? 'everybody in the meeting' : nameOf(point.person);
      return {
        link: name,
        rest: ` raised with ${whom}: ${point.text}${quotedWords(point.quoted, point.text)}`,
      };
    }
    case 'said':
      return {
        link: line.point.name,
        rest: ` ${line.step.mail === undefined ? SAID[line.step.step] : saidByMail(line.step)}${quoted(line.step.words)}`,
        mail: foundBy({ ...line.step, step: 'sent' }),
      };
    case 'promised':
      return { link: nameOf(line.promise.promise.whose), rest: promisedWords(line.promise) };
    case 'promise-step':
      return {
        link: nameOf(line.promise.promise.whose),
        rest: promiseStepWords(line.step, line.promise.promise.text),
      };
    case 'mailed':
      return {
        link: listWords(line.points.map(({ name }) => name)),
        rest:
          line.mail.step === 'by-hand'
            ? ` raised with ${namesOf(line.mail.to, NAMED)}, as you noted`
            : ` mailed to ${namesOf(line.mail.to, NAMED)}${quoted(line.mail.subject)}`,
        mail: foundBy(line.mail),
      };
    case 'written':
    case 'decided': {
      const { decision } = line.history;
      const became = line.what === 'decided' ? 'decided' : 'written down, not decided yet';
      return {
        link: decisionName(decision),
        rest: ` ${became}: ${decision.text}${quotedWords(decision.quoted, decision.text)}`,
      };
    }
    case 'asked':
    case 'answered':
    case 'became': {
      const numberOf = (id: string) => {
        const found = saying.decisions.find((one) => one.id === id);
        return found === undefined ? null : decisionName(found);
      };
      return {
        link: decisionName(line.history.decision),
        rest: `: ${lineWords(line, line.history, numberOf, saying.titleOf)}`,
        mail:
          line.what === 'asked'
            ? foundBy(line.request)
            : line.what === 'answered'
              ? foundBy(line.answer)
              : '',
      };
    }
    case 'wrote':
      return {
        link: listWords([...numbersOf(line.histories), ...line.points.map(({ name }) => name)]),
        rest: `: ${nameOf(line.reply.person)} replied by mail; what it says is not noted yet`,
      };
    case 'told':
      return toldWords(line);
  }
}

function toldWords({ recap, told, asked, points }: Extract<ThreadLine, { what: 'told' }>): ThreadWords {
  const numbers = [
    ...told.map(({ decision }) => decisionName(decision)),
    ...points.filter(({ point }) => point.sort === 'news').map(({ name }) => name),
  ];
  const questions = [
    ...asked.map(({ decision }) => decisionName(decision)),
    ...points.filter(({ point }) => point.sort === 'question').map(({ name }) => name),
  ];
  const does = [
    ...(numbers.length === 0 ? [] : [`told of ${listWords(numbers)}`]),
    ...(questions.length === 0 ? [] : [`asked about ${listWords(questions)}`]),
  ];
  const unsure = recap.step === 'unverified' ? ' (handed to Outlook)' : '';
  const how = recap.step === 'by-hand' ? ', as you noted' : ` by mail${unsure}${quoted(recap.subject)}`;
  const were = recap.to.length === 1 ? 'was' : 'were';
  return { link: namesOf(recap.to, NAMED), rest: ` ${were} ${listWords(does)}${how}`, mail: foundBy(recap) };
}

const numbersOf = (histories: readonly { readonly decision: Decision }[]): readonly string[] =>
  histories.map(({ decision }) => decisionName(decision));

/** 10.5: only of a meeting that took place somebody was, or was not, there; whoever organizes was not invited. */
function occasionWords(occurrence: JudgedOccurrence, { time, now }: Saying): ThreadWords {
  const { title, outcome, people } = occurrence;
  const others = people.filter((one) => !one.isOwner && one.role !== 'resource' && one.invited !== false);
  const said = (one: JudgedPerson): string =>
    isHeld(outcome) && one.outcome !== null
      ? `${nameOf(one.person)} (${PERSON_OUTCOME_NAMES[one.outcome].toLowerCase()})`
      : nameOf(one.person);
  const listed = (all: readonly JudgedPerson[]): string =>
    all.length <= NAMED
      ? listWords(all.map(said))
      : `${all
          .slice(0, NAMED - 1)
          .map(said)
          .join(', ')} and ${all.length - NAMED + 1} others`;
  const organizer = others.filter(({ role }) => role === 'organizer');
  const invited = others.filter(({ role }) => role !== 'organizer');
  return {
    link: title === '' ? 'A meeting without a title' : title,
    rest: [
      `: ${outcomeWords(occurrence, time, now)}`,
      ...(organizer.length === 0 ? [] : [`organized by ${listed(organizer)}`]),
      ...(invited.length === 0 ? [] : [`invited: ${listed(invited)}`]),
    ].join('; '),
  };
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** The owner's own side, which stands first. */
export function ownThreadWords({ own }: ThreadSummary): string {
  const { decided, withoutAsking, nobodyFirst, toldLate, untold } = own;
  const isNone = decided === 0 && withoutAsking === 0;
  const parts = [
    ...(isNone ? ['nothing is decided now'] : []),
    ...(withoutAsking === 0 ? [] : [`decided ${times(withoutAsking)} without asking`]),
    ...(nobodyFirst === 0 ? [] : [`said ${times(nobodyFirst)} that nobody should be heard first`]),
    ...(toldLate === 0 ? [] : [`told late ${times(toldLate)}`]),
    ...(untold === 0
      ? []
      : [`${untold === 1 ? '1 decision is' : `${untold} decisions are`} not told to everybody yet`]),
  ];
  return parts.length === 0
    ? 'You: nothing decided without asking, and nothing told late.'
    : `You: ${parts.join('; ')}.`;
}

/** `4 conversations; Marcus invited to 3, there at 0, 1 not recorded; told 4 times, answered once`, person by person. */
export function countedThreadWords({ held, people }: ThreadSummary): readonly string[] {
  const conversations =
    held === 0 ? 'No conversation so far' : `${held} conversation${held === 1 ? '' : 's'}`;
  const [first, ...others] = people.map((one) => personWords(one, people));
  return [
    first === undefined ? `${conversations}.` : `${conversations}; ${first}.`,
    ...others.map((one) => `${one}.`),
  ];
}

function personWords(one: ThreadPerson, all: readonly ThreadPerson[]): string {
  const { person, invited, organized, there, notRecorded, asked, told, answered } = one;
  const first = firstNameOf(person);
  const isOnly = all.filter((other) => firstNameOf(other.person) === first).length === 1;
  const occasions = [
    ...(invited === 0 ? [] : [`invited to ${invited}`]),
    ...(organized === 0 ? [] : [`organized ${organized}`]),
    ...(invited + organized === 0 ? [] : [`there at ${there}`]),
    ...(notRecorded === 0 ? [] : [`${notRecorded} not recorded`]),
  ];
  const mails = [
    ...(asked === 0 ? [] : [`asked ${times(asked)}`]),
    ...(told === 0 ? [] : [`told ${times(told)}`]),
    ...(answered > 0 ? [`answered ${times(answered)}`] : asked + told > 0 ? ['no answer recorded'] : []),
  ];
  const said = [occasions, mails].filter((part) => part.length > 0).map((part) => part.join(', '));
  return `${isOnly ? first : nameOf(person)} ${said.length === 0 ? 'not asked or told by mail so far' : said.join('; ')}`;
}
