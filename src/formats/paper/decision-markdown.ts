import type { DecisionHistory, DecisionStanding } from '../../domain/agree/decision-history';
import { decisionName } from '../../domain/facts/decided/decision';
import type { Person } from '../../domain/facts/things/person';
import type { Instant, Zone } from '../../domain/time/time';
import { localDate, localMinute } from '../../domain/time/zone';
import { oneLine } from '../text/one-line';
import { sourceWords } from '../text/quoted-words';

/** What the page is made from; `numbers` gives the number of a decision that took another one's place. */
export interface MarkdownInput {
  readonly history: DecisionHistory;
  readonly zone: Zone;
  readonly numberOf: (decision: string) => string | null;
}

const MADR_STATUS = {
  open: 'proposed',
  asked: 'proposed',
  replied: 'proposed',
  answered: 'proposed',
  'no-reply': 'proposed',
  held: 'proposed',
  reopened: 'proposed',
  decided: 'accepted',
  superseded: 'superseded',
} as const satisfies Record<DecisionStanding, string>;

/** A decision as a Markdown Architectural Decision Record, version 4 (adr.github.io/madr). */
export function decisionMarkdown(input: MarkdownInput): string {
  const { history, zone } = input;
  const { decision, decidedAt } = history;
  const { options = [], impact, responsible = [], consulted = [], revisitOn, undoUntil } = decision;
  const { quoted: found } = decision;
  const heard = [...consulted, ...history.answers.map(({ person }) => person)];
  const head = [
    `status: ${quoted(statusOf(input))}`,
    `date: ${localDate(decidedAt ?? decision.decidedAt, zone)}`,
    `decision-makers: ${quoted(namesOf([decision.accountable]))}`,
    ...(heard.length > 0 ? [`consulted: ${quoted(namesOf(heard))}`] : []),
    ...(decision.informed.length > 0 ? [`informed: ${quoted(namesOf(decision.informed))}`] : []),
  ];
  const parts = [
    `---\n${head.join('\n')}\n---`,
    `# ${decisionName(decision)} ${safe(decision.text)}`,
    section('Context and Problem Statement', paragraphs(decision.why)),
    section('Considered Options', [
      ...(options.length > 0
        ? [[decision.text, ...options.map(({ option }) => option)].map(item).join('\n')]
        : []),
    ]),
    section('Decision Outcome', [
      `${decidedAt === null ? 'Proposed' : 'Chosen'} option: "${safe(decision.text)}".`,
      ...(impact === undefined ? [] : [`### Consequences`, consequences(impact)]),
    ]),
    section(
      'Pros and Cons of the Options',
      options
        .filter(({ notChosen }) => notChosen !== '')
        .map(({ option, notChosen }) => `### ${safe(option)}\n\n* Bad, because ${safe(notChosen)}`),
    ),
    section('More Information', [
      [
        ...(decision.topic === '' ? [] : [`Topic: ${safe(decision.topic)}`]),
        `Owner: ${safe(nameOf(decision.accountable))}`,
        ...(responsible.length > 0 ? [`Responsible: ${safe(namesOf(responsible))}`] : []),
        ...(undoUntil === undefined ? [] : [`Easy to undo until: ${undoUntil}`]),
        ...(revisitOn === undefined ? [] : [`Look at it again on: ${revisitOn}`]),
        ...(found === undefined ? [] : [`Found in: ${safe(sourceWords(found, decision.text))}`]),
        ...historyOf(input),
      ]
        .map((line) => `* ${line}`)
        .join('\n'),
    ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function statusOf({ history, numberOf }: MarkdownInput): string {
  const by = history.supersededBy === null ? null : numberOf(history.supersededBy);
  const status = MADR_STATUS[history.standing];
  return history.standing === 'superseded' && by !== null ? `superseded by ${by}` : status;
}

function historyOf({ history, zone, numberOf }: MarkdownInput): readonly string[] {
  const { decision, events } = history;
  const first = decision.proposed === true ? 'Written down' : 'Decided';
  return [
    `${first} ${stampOf(decision.decidedAt, zone)}`,
    ...events.map((event) => {
      if (event.kind === 'input-request') {
        const until = stampOf(event.deadline, event.zone);
        return `Asked ${safe(nameOf(event.person))} ${stampOf(event.askedAt, zone)}, answer by ${until}`;
      }
      const when = stampOf(event.at, zone);
      if (event.kind === 'answer') {
        const words = event.words === '' ? '' : `: ${safe(event.words)}`;
        return `${safe(nameOf(event.person))} answered "${ANSWER_WORDS[event.said]}" ${when}${words}`;
      }
      const by = event.by === undefined ? null : numberOf(event.by);
      const reason = event.reason === '' ? '' : `: ${safe(event.reason)}`;
      return `${STEP_WORDS[event.step]}${by === null ? '' : ` by ${by}`} ${when}${reason}`;
    }),
  ];
}

const ANSWER_WORDS = { ok: 'OK', talk: "Let's talk first", problem: 'I see a problem' } as const;
const STEP_WORDS = {
  decided: 'Decided',
  held: 'Held',
  superseded: 'Replaced',
  reopened: 'Reopened',
} as const;

const section = (title: string, inside: readonly string[]): string =>
  inside.length === 0 ? '' : [`## ${title}`, ...inside].join('\n\n');

const paragraphs = (text: string): readonly string[] =>
  text
    .split(/(?:\r\n|\r|\n)+/)
    .map(safe)
    .filter((line) => line !== '');

const item = (text: string): string => `* ${safe(text)}`;

const consequences = (impact: Readonly<Record<'people' | 'money' | 'dates', string>>): string =>
  (['people', 'money', 'dates'] as const)
    .filter((what) => impact[what] !== '')
    .map((what) => `* ${what.charAt(0).toUpperCase()}${what.slice(1)}: ${safe(impact[what])}`)
    .join('\n');

const nameOf = ({ name, address, key }: Person): string => oneLine(name) || address || key;
const namesOf = (people: readonly Person[]): string => [...new Set(people.map(nameOf))].join(', ');

/** YAML's double quotes take what JSON's take. */
const quoted = (text: string): string => JSON.stringify(oneLine(text));

/** Text that stays text: no markup, no HTML, no link begins in it, and no list or heading with it. */
const safe = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>&~|!]/g, '\\$&')
    .replace(/^([#+=-]|\d+[.)])/, (lead) => lead.replace(/[#+=.)-]/, '\\$&'));

function stampOf(at: Instant, zone: Zone): string {
  const minute = localMinute(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${localDate(at, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)} ${zone}`;
}
