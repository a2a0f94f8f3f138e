import type { Level, Silence } from '../../../domain/facts/decided/agreement';
import { type Decision, decisionName } from '../../../domain/facts/decided/decision';
import type { Owner, Person } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import type { Instant, Zone } from '../../../domain/time/time';
import type { LetterWords } from '../../languages/letter-language';
import { WORDS } from '../../languages/registered';
import { sentence } from '../../languages/sentence';
import { oneLine, shortened } from '../../text/one-line';
import { firstLineOf } from '../matter-lines';
import { greetingTo, type LetterPart, type PlainLetter } from '../plain-letter';
import { aboutOf, SUBJECT_MAX } from '../recap-subject';
import { dateWords, dayWords, timeWords } from '../recap-times';
import { replyLine } from '../reply-tokens';

/** What is asked of one person before a decision is taken. */
export interface RequestInput {
  readonly decision: Decision;
  readonly person: Person;
  readonly owner: Owner;
  readonly deadline: Instant;
  /** Theirs. */
  readonly zone: Zone;
  /** Null: nothing was agreed about the topic. */
  readonly level: Level | null;
  readonly silence: Silence;
  /** When they agreed to what silence means; null: they did not. */
  readonly agreedAt: Instant | null;
  /** Null: they were not asked before, or said something since. */
  readonly firstAskedAt: Instant | null;
  readonly language: Language;
}

const WHY_LINES = 2;
const OPTIONS = 3;

/** The mail that asks for somebody's view: what is planned, by when they are asked, and what silence means. */
export function composeRequest(input: RequestInput): PlainLetter {
  const { decision, person, owner, deadline, zone, firstAskedAt, language } = input;
  const words = WORDS[language].recap;
  const { request, firstAsked } = WORDS[language].letters;
  const when = timeWords(deadline, zone, owner.zone, words, language);
  const accountable = oneLine(decision.accountable.name);
  const { undoUntil } = decision;
  const text = oneLine(decision.text);
  const isWhole = firstLineOf(text, request.before) === text;
  const parts: LetterPart[] = [
    [`${request.before} ${firstLineOf(decision.text, request.before)}`],
    [
      greetingTo([person], language),
      ...(firstAskedAt === null ? [] : [firstAsked(dateWords(firstAskedAt, zone, words))]),
      `${request.need} ${input.level === 'root' ? request.viewTogether(when) : request.view(when)}`,
      `${request.silence} ${silenceWords(input, request)}`,
    ],
    isWhole ? [] : [`${decisionName(decision)}: ${text}`],
    listOf(words.why, linesOf(decision.why).slice(0, WHY_LINES)),
    listOf(request.options, optionsOf(decision).slice(0, OPTIONS)),
    listOf(words.impact, impactOf(decision, request)),
    [
      undoUntil === undefined
        ? `${words.owner} ${accountable}`
        : `${words.owner} ${sentence(accountable)} ${words.undoUntil(dayWords(undoUntil, words))}`,
    ],
    [replyLine(words)],
    [request.footer(decisionName(decision), oneLine(owner.name))],
  ];
  return { language, subject: subjectOf(input), parts: parts.filter((lines) => lines.length > 0) };
}

function subjectOf({ decision, deadline, zone, level, language }: RequestInput): string {
  const { subject, subjectTogether } = WORDS[language].letters.request;
  const lead = level === 'root' ? subjectTogether : subject(dateWords(deadline, zone, WORDS[language].recap));
  const room = SUBJECT_MAX - lead.length;
  return lead + shortened(aboutOf(decision, room), room);
}

/** Silence counts only where they agreed to it, and never where it is decided together. */
function silenceWords(
  { level, silence, agreedAt, zone, language }: RequestInput,
  { hold, goAhead }: LetterWords['request'],
): string {
  if (level === 'root' || silence === 'hold' || agreedAt === null) return hold;
  return goAhead(dateWords(agreedAt, zone, WORDS[language].recap));
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map(oneLine)
    .filter((line) => line !== '');

const listOf = (lead: string, lines: readonly string[]): LetterPart => {
  const [only] = lines;
  if (only === undefined) return [];
  return lines.length === 1 ? [`${lead} ${only}`] : [lead, ...lines];
};

const optionsOf = ({ options = [] }: Decision): readonly string[] =>
  options.map(({ option, notChosen }) =>
    notChosen === '' ? oneLine(option) : `${oneLine(option)} (${oneLine(notChosen)})`,
  );

const impactOf = ({ impact }: Decision, { impact: named }: LetterWords['request']): readonly string[] =>
  impact === undefined
    ? []
    : (['people', 'money', 'dates'] as const).flatMap((what) =>
        impact[what].trim() === '' ? [] : [`${named[what]} ${oneLine(impact[what])}`],
      );
