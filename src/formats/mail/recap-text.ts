import { type Decision, decisionName } from '../../domain/facts/decided/decision';
import type { Person } from '../../domain/facts/things/person';
import type { OpenQuestion } from '../../domain/tell/recap-questions';
import type { RecapWords } from '../languages/recap-words';
import { WORDS } from '../languages/registered';
import { sentence } from '../languages/sentence';
import { capitalized, oneLine, shortened } from '../text/one-line';
import { writtenName } from '../text/wording';
import {
  alone,
  elsewhereLines,
  firstLineOf,
  inTurn,
  needOf,
  paragraph,
  problemLine,
  stateLead,
} from './matter-lines';
import { type InOrder, type MailMatter, mattersIn } from './matters';
import { firstOfPoint, isPointWhole, pointLine, replyLines } from './points-mailed';
import type { Paragraph, RecapBody, RecapInput } from './recap-body';
import { areInvited, greetingOf, happenedClauses } from './recap-opening';
import { subjectOf } from './recap-subject';
import { dateWords, timeWords } from './recap-times';

const TITLE_MAX = 80;
const TEXT_MAX = 120;
/** From the eighth on a line each (13.3). */
const IN_FULL = 7;

/**
 * The recap for people who were not there (13.6): what matters most in its first line, what is needed, each matter with its
 * own answers, and at the end in half a sentence what happened to the meeting.
 */
export function composeRecap(input: RecapInput): RecapBody {
  const { language } = input;
  const words = WORDS[language].recap;
  const about = mattersIn(input);
  const { matters, undecided, left, points, leading } = about;
  const [first] = matters;
  const isAlone = matters.length === 1 && points.length === 0;
  return {
    language,
    subject: subjectOf(input, about),
    told: matters.flatMap(({ decision, request }) => (request === null ? [decision] : [])),
    asked: matters.flatMap(({ decision, request }) => (request === null ? [] : [decision])),
    undecided: undecided.map(({ decision }) => decision),
    paragraphs: [
      ...(first === undefined && leading === null
        ? nothingTold(input, about, words)
        : opening(first, about, input, words)),
      ...(first !== undefined && isAlone
        ? alone(first, input)
        : matters.flatMap((one, at) => inTurn(one, input, at >= IN_FULL))),
      ...points
        .filter((one) => one !== leading || !isPointWhole(one))
        .flatMap((one) => paragraph('item', [pointLine(one, language)], `${one.name}:`)),
      ...paragraph('item', left > 0 ? [words.more(left)] : []),
      ...paragraph('undecided', undecidedLines(undecided, words), words.undecided),
      ...paragraph('next', nextLines(input, words), words.next),
      ...paragraph('footer', [footerOf(about, input, words)]),
    ],
  };
}

/** The matter itself, then whom it is for and what is needed of them. */
function opening(
  first: MailMatter | undefined,
  { matters, points, leading }: InOrder,
  input: RecapInput,
  words: RecapWords,
): readonly Paragraph[] {
  const isAlone = matters.length === 1 && points.length === 0;
  const needs = matters.flatMap((one) => {
    const need = needOf(one, input);
    return need === null ? [] : [isAlone ? need : `${one.name}: ${need}`];
  });
  const isOnlyAsked = matters.every(({ request }) => request !== null);
  const needed = [...needs, ...replyLines(points, input.language)];
  return [
    ...firstLines(first, leading, isAlone, input),
    ...paragraph('need', [
      greetingOf(input, words),
      ...(needed.length === 0 ? [words.nothingNeeded] : needed),
      ...(isOnlyAsked ? [] : [isAlone && first ? problemLine(first, input, words) : words.ifProblem]),
    ]),
  ];
}

function firstLines(
  first: MailMatter | undefined,
  leading: InOrder['leading'],
  isAlone: boolean,
  input: RecapInput,
): readonly Paragraph[] {
  if (leading !== null)
    return paragraph('matter', [firstOfPoint(leading, input.language)], `${leading.name}:`);
  if (first === undefined) return [];
  const lead = stateLead(first, input);
  const elsewhere = isAlone ? elsewhereLines(first, input) : [];
  return paragraph('matter', [firstLineOf(first.decision.text, lead), ...elsewhere], lead);
}

/** What needs nobody, or nothing at all. */
function nothingTold(input: RecapInput, { undecided }: InOrder, words: RecapWords): readonly Paragraph[] {
  const greeting = paragraph('greeting', [greetingOf(input, words)]);
  return undecided.length > 0
    ? [...greeting, ...paragraph('need', [words.nothingNeeded])]
    : [...greeting, ...paragraph('need', [nothingNew(input, words)])];
}

/** That nothing was decided is never said of a meeting at which something was, whoever told it and when (10.2). */
function nothingNew({ toldBefore = [] }: RecapInput, words: RecapWords): string {
  if (toldBefore.length === 0) return words.nothingDecided;
  return words.toldBefore(toldBefore.map(decisionName).join(', '));
}

/** The recap as plain text, as the pane lets a person edit it. */
export const recapText = (body: Pick<RecapBody, 'paragraphs'>): string =>
  body.paragraphs
    .map(({ part, lead, lines }) => {
      const said = lines.join('\n');
      // What leads the mail stays on its first line, which the inbox shows.
      const apart = lines.length > 1 && part !== 'item' && part !== 'matter';
      return lead === '' ? said : `${lead}${apart ? '\n' : ' '}${said}`;
    })
    .join('\n\n');

/** What is not decided yet, and who decides it. */
const undecidedLines = (undecided: readonly OpenQuestion[], words: RecapWords): readonly string[] =>
  undecided.map(({ decision }) => {
    const text = sentence(shortened(oneLine(decision.text), TEXT_MAX));
    return `${decisionName(decision)}: ${text} ${words.owner} ${oneLine(decision.accountable.name)}`;
  });

function nextLines(
  { next, title, occurrence, recipients, ownerZone, recipientZone, language }: RecapInput,
  words: RecapWords,
): string[] {
  // The next one of a meeting to which they are not asked is none of theirs.
  if (next === null || !areInvited(occurrence, recipients)) return [];
  const when = timeWords(next.effective.start, ownerZone, recipientZone ?? ownerZone, words, language);
  return [`${shortened(oneLine(title), TITLE_MAX)}, ${when}.`];
}

/** Numbers to find it again by, and what happened to the meeting, once. */
function footerOf({ matters, points }: InOrder, input: RecapInput, words: RecapWords): string {
  const name = oneLine(input.owner.name);
  const told = matters.flatMap(({ decision, request }) => (request === null ? [decision] : []));
  const asked = matters.flatMap((one) => (one.request === null ? [] : [one.name])).join(', ');
  const noted =
    told.length > 0
      ? toldLines(told, input, words)
      : [
          asked === ''
            ? withoutNumbers(points, name, input, words)
            : WORDS[input.language].letters.request.footer(asked, name),
        ];
  return [...noted, ...happenedClauses(input, told, words)].join('; ');
}

const withoutNumbers = (
  points: InOrder['points'],
  name: string,
  { language }: RecapInput,
  words: RecapWords,
): string =>
  points.length === 0
    ? capitalized(words.notedBy(name))
    : WORDS[language].letters.before.footer(points.map((one) => one.name).join(', '), name);

function toldLines(
  told: readonly Decision[],
  { owner, ownerZone }: RecapInput,
  words: RecapWords,
): readonly string[] {
  const numbers = told.map((one) => decisionName(one)).join(', ');
  const dates = [...new Set(told.map((one) => dateWords(one.decidedAt, ownerZone, words)))].join(', ');
  const [only] = told;
  const consulted = told.length === 1 ? namesOf(only?.consulted) : '';
  const informed = told.length === 1 ? namesOf(only?.informed) : '';
  return [
    words.footer(numbers, dates, oneLine(owner.name)),
    ...(consulted === '' ? [] : [words.consulted(consulted)]),
    ...(informed === '' ? [] : [words.informed(informed)]),
  ];
}

const namesOf = (people: readonly Person[] = []): string =>
  people
    .map(writtenName)
    .filter((name) => name !== '')
    .join(', ');
