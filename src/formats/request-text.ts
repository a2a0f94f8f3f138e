import type { Level, Silence } from '../domain/facts/agreement';
import { type Decision, decisionName } from '../domain/facts/decision';
import type { Owner, Person } from '../domain/facts/person';
import type { Instant, Zone } from '../domain/time/time';
import { oneLine, shortened } from './one-line';
import type { Letter, LetterPart } from './plain-letter';
import { dateWords, timeWords } from './recap-times';
import { RECAP_WORDS } from './recap-words';
import { replyLine } from './reply-tokens';

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
}

const SUBJECT_MAX = 60;
const WHY_LINES = 2;
const OPTIONS = 3;
const WORDS = RECAP_WORDS.en;

/** The mail that asks for somebody's view: what is planned, by when they are asked, and what silence means. */
export function composeRequest(input: RequestInput): Letter {
  const { decision, person, owner, deadline, zone } = input;
  const when = timeWords(deadline, zone, owner.zone, WORDS, 'en');
  const together = input.level === 'root';
  const parts: LetterPart[] = [
    [`${WORDS.greeting(firstNames(person))}`],
    ['Before I decide:', oneLine(decision.text)],
    [
      together
        ? `What I need from you: this is ours to decide together. Your view by ${when}, or a time to talk.`
        : `What I need from you: your view by ${when}.`,
    ],
    [`If I hear nothing: ${silenceWords(input)}`],
    listOf('Why:', linesOf(decision.why).slice(0, WHY_LINES)),
    listOf('Options considered:', optionsOf(decision).slice(0, OPTIONS)),
    listOf('Impact:', impactOf(decision)),
    [`Owner: ${oneLine(decision.accountable.name)}${undo(decision)}`],
    [replyLine(WORDS)],
    [`${decisionName(decision)}, not decided yet, noted by ${oneLine(owner.name)}`],
  ];
  return { subject: subjectOf(input), parts: parts.filter((lines) => lines.length > 0) };
}

function subjectOf({ decision, deadline, zone, level }: RequestInput): string {
  const lead = level === 'root' ? 'DECISION together: ' : `INPUT by ${dateWords(deadline, zone, WORDS)}: `;
  const room = SUBJECT_MAX - lead.length;
  const whole = oneLine(decision.text);
  const about = decision.topic.trim() === '' || whole.length <= room ? whole : oneLine(decision.topic);
  return lead + shortened(about, room);
}

/** Silence counts only where they agreed to it, and never where it is decided together. */
function silenceWords({ level, silence, agreedAt, zone }: RequestInput): string {
  if (level === 'root' || silence === 'hold' || agreedAt === null) return 'I will hold until we speak.';
  return `as we agreed on ${dateWords(agreedAt, zone, WORDS)}, I will then go ahead.`;
}

const firstNames = ({ name }: Person): readonly string[] => {
  const whole = shortened(oneLine(name), 40);
  return whole === '' ? [] : [/[,@]/.test(whole) ? whole : (whole.split(' ')[0] ?? '')];
};

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

const impactOf = ({ impact }: Decision): readonly string[] =>
  impact === undefined
    ? []
    : (['people', 'money', 'dates'] as const).flatMap((what) =>
        impact[what].trim() === '' ? [] : [`${IMPACT_WORDS[what]}: ${oneLine(impact[what])}`],
      );

const IMPACT_WORDS = { people: 'People', money: 'Money', dates: 'Dates' } as const;

function undo({ undoUntil }: Decision): string {
  if (undoUntil === undefined) return '';
  return `. Easy to undo until ${dateWords(Date.parse(`${undoUntil}T12:00:00Z`), 'UTC', WORDS)}.`;
}
