import type { AgreementView } from '../../domain/agree/agreed';
import type { Level } from '../../domain/facts/decided/agreement';
import { decisionName } from '../../domain/facts/decided/decision';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { OwnSide } from '../../domain/measure/measures-of-person';
import type { ConversationFact, OneToOneFacts } from '../../domain/tell/one-to-one';
import { DEFINITIONS_VERSION } from '../../domain/version';
import { calledName, fewOf, type Wording } from '../text/wording';
import type { Paper, PaperPart } from './paper';

export interface SheetInput {
  readonly lineage: JudgedLineage;
  readonly person: Person;
  readonly facts: OneToOneFacts;
  readonly own: OwnSide;
  /** Their latest proposal or agreement; null where none was written down. */
  readonly agreement: AgreementView | null;
  readonly wording: Wording;
}

const DATES = 5;
/** What fits the page. */
const MAILS = 5;

/** One page for a conversation: theirs to lead. Nothing in it guesses why. */
export function oneToOneSheet(input: SheetInput): Paper {
  const { lineage, person, facts, wording } = input;
  return {
    title: `For the next talk with ${person.name}`,
    about: `${lineage.title}, ${periodWords(facts, wording)}`,
    parts: [
      wentWell(input),
      ...facts.facts.map((fact, at) => factPart(fact, at + 1, input)),
      ownPart(input),
      ...mailsPart(input),
      questions(person),
      agreementPart(input),
      {
        heading: 'One request',
        lines: ['A short time that suits you, kept on most days; and one line when it cannot be.'],
      },
    ],
    foot: [
      `${wording.measure(facts.coverage)}. Definitions, version ${DEFINITIONS_VERSION}. Disputed and not recorded ones count nowhere.`,
      'For a conversation. It is not an assessment of anybody.',
    ],
  };
}

export function periodWords({ counted }: Pick<OneToOneFacts, 'counted'>, wording: Wording): string {
  const [first, last] = [counted.at(0), counted.at(-1)];
  if (first === undefined || last === undefined) return 'nothing recorded yet';
  return first === last
    ? wording.longDay(first.effective.start)
    : `${wording.day(first.effective.start)} to ${wording.longDay(last.effective.start)}`;
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

function wentWell({ lineage, facts, wording }: SheetInput): PaperPart {
  const { together, minutes, withNotice } = facts.wentWell;
  const last = together.at(-1);
  return {
    heading: 'What went well',
    list: true,
    lines: [
      last === undefined
        ? 'No time together is recorded yet.'
        : `We met ${times(together.length)}, the last time on ${wording.day(last.effective.start)}.`,
      ...(minutes > 0 ? [`${Math.round(minutes)} minutes together in all.`] : []),
      ...(withNotice.length > 0
        ? [
            `${lineage.oneToOne ? 'Called off' : 'Apologies'} in good time ${times(withNotice.length)}: ${fewOf(
              withNotice.map(({ effective }) => wording.day(effective.start)),
              DATES,
              wording.list,
            )}.`,
          ]
        : []),
    ],
  };
}

/** Situation, behaviour, impact: where and when, what could be seen, what the log knows of its effect. */
function factPart(
  fact: ConversationFact,
  number: number,
  { lineage, facts, wording }: SheetInput,
): PaperPart {
  const days = fewOf(
    fact.occurrences.map((one) =>
      fact.what === 'short-notice'
        ? `${wording.day(one.effective.start)} (${wording.outcome(one)})`
        : wording.day(one.effective.start),
    ),
    DATES,
    wording.list,
  );
  const seen = {
    share: fact.measure === null ? '' : wording.measure(fact.measure),
    'no-message': `${lineage.oneToOne ? 'Nobody joined' : 'Not there'}, no message found, ${times(fact.occurrences.length)}: ${days}`,
    'short-notice': `Called off at short notice ${times(fact.occurrences.length)}: ${days}`,
    'short-notice-moves': `Moved at short notice ${times(fact.occurrences.length)}: ${days}`,
  }[fact.what];
  return {
    heading: `Fact ${number}`,
    lines: [
      `Situation: ${periodWords(facts, wording)}.`,
      `Behaviour: ${seen}.`,
      `Impact: ${impactOf(fact, facts, wording)}`,
    ],
  };
}

function impactOf(fact: ConversationFact, facts: OneToOneFacts, { list }: Wording): string {
  if (fact.what === 'share') {
    return `${Math.round(facts.wentWell.minutes)} minutes together to decide what needs both of us.`;
  }
  const told = new Set(fact.told.map(({ id }) => id));
  const waiting = fact.decisions.filter(({ id }) => !told.has(id));
  const said = [
    fact.told.length > 0 ? `${list(fact.told.map(decisionName))} went by message instead.` : '',
    waiting.length > 0 ? `${list(waiting.map(decisionName))} not told by message so far.` : '',
  ].filter((words) => words !== '');
  return said.length > 0
    ? said.join(' ')
    : 'no decision in the log belongs to these days; ask what it meant.';
}

function ownPart({ own, wording }: SheetInput): PaperPart {
  const counts = [
    [own.absences.length, 'I was not there'],
    [own.joinedLater.length, 'I joined later'],
    [own.recapsNotSent.length, 'no recap went from me'],
    [own.toldLate.length, 'told a day later or not yet'],
    [own.decidedWithoutAsking.length, 'decided without asking first'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${words} (${count})`);
  return {
    heading: 'My own side',
    lines: [said.length === 0 ? 'Nothing in the log so far.' : `In the same log: ${wording.list(said)}.`],
  };
}

/** What went by mail, as both can find it (13.8): each once, the newest of many. */
function mailsPart({ facts, wording }: SheetInput): readonly PaperPart[] {
  const mails = new Map(
    facts.facts
      .flatMap(({ by }) => by)
      .filter(({ step }) => step !== 'by-hand')
      .map((mail) => [mail.mailKey, mail] as const),
  );
  const lines = [...mails.values()]
    .map((mail) => ({ ...mail, at: mail.sentAt ?? mail.recordedAt }))
    .sort((a, b) => a.at - b.at)
    .slice(-MAILS)
    .map(({ at, subject, internetMessageId: id }) => {
      const found = id === undefined ? '' : `, message id ${id}`;
      return `${wording.longDay(at)} ${wording.time(at)}: “${subject}”${found}`;
    });
  return lines.length === 0 ? [] : [{ heading: 'What went by mail', list: true, lines }];
}

const questions = (person: Person): PaperPart => ({
  heading: `Questions for ${calledName(person)}, who speaks first`,
  list: true,
  lines: [
    'How has it been for you? What would help?',
    'What do you want to be asked about before it is decided, and what is enough to hear afterwards?',
    'Which meetings matter most to you, and would ten or fifteen minutes do?',
    'How do you like to hear: mail, chat or a call, and how soon can I count on an answer?',
  ],
});

export const LEVEL_MEANINGS: Readonly<Record<Level, string>> = {
  leaf: 'just do it',
  branch: 'do it, then tell me',
  trunk: 'tell me before you act',
  root: 'we decide together',
};

const TOPICS = 6;

function agreementPart({ agreement, wording }: SheetInput): PaperPart {
  if (agreement === null) {
    return {
      heading: 'What we could agree on',
      list: true,
      lines: Object.values(LEVEL_MEANINGS).map((meaning) => `${meaning}: ____________________`),
    };
  }
  const { topics, version } = agreement.agreement;
  const standing =
    agreement.standing === 'agreed' && agreement.reply !== null
      ? `agreed on ${wording.day(agreement.reply.at)}`
      : agreement.standing === 'proposed'
        ? 'written down, no reply recorded yet'
        : agreement.standing;
  return {
    heading: `The agreement, version ${version} (${standing})`,
    list: true,
    lines: [
      ...topics.slice(0, TOPICS).map(({ topic, level }) => `${topic}: ${LEVEL_MEANINGS[level]}`),
      ...(topics.length > TOPICS ? [`and ${topics.length - TOPICS} more`] : []),
    ],
  };
}
