import type { Agreement, Level } from '../domain/facts/agreement';
import type { Owner } from '../domain/facts/person';
import { oneLine, shortened } from './one-line';
import type { Letter, LetterPart } from './plain-letter';
import { RECAP_WORDS } from './recap-words';

/** What each level means, in plain words; the order is that of the tree. */
export const LEVEL_MEANINGS: Readonly<Record<Level, string>> = {
  leaf: 'I just do it',
  branch: 'I do it and tell you',
  trunk: 'I tell you before I act',
  root: 'we decide it together',
};
const ORDER: readonly Level[] = ['root', 'trunk', 'branch', 'leaf'];
const NAME_MAX = 40;

/** The mail that proposes how somebody is asked. It asks for their words, and takes no silence for a yes. */
export function composeProposal(
  agreement: Omit<Agreement, 'kind' | 'id' | 'recordedAt'>,
  owner: Owner,
): Letter {
  const { person, topics, answerDays, silence, reachAt, version } = agreement;
  const name = shortened(oneLine(person.name), NAME_MAX);
  const first = /[,@]/.test(name) ? name : (name.split(' ')[0] ?? '');
  const tables = ORDER.flatMap((level): LetterPart[] => {
    const mine = topics.filter((one) => one.level === level);
    if (mine.length === 0) return [];
    const lines = mine.map(({ topic, examples }) =>
      examples === '' ? `- ${oneLine(topic)}` : `- ${oneLine(topic)}: ${oneLine(examples)}`,
    );
    return [[`${capital(LEVEL_MEANINGS[level])} (${level}):`, ...lines]];
  });
  const days = answerDays === 1 ? '1 working day' : `${answerDays} working days`;
  const parts: LetterPart[] = [
    [RECAP_WORDS.en.greeting(first === '' ? [] : [first])],
    [
      version === 1
        ? 'I would like to agree with you what you want to be asked about, and what not. This is my proposal; please change whatever does not fit.'
        : 'Here is what I would change in what we agreed about being asked. Please change whatever does not fit.',
    ],
    ...tables,
    [
      ...(answerDays === null
        ? []
        : [`Answer: when I ask, I give you ${days}, counted in your days and holidays.`]),
      silence === 'go-ahead'
        ? 'If I hear nothing by then: I go ahead. What we decide together always waits for you.'
        : 'If I hear nothing by then: I wait until we speak.',
      ...(reachAt === '' ? [] : [`Where I reach you: ${oneLine(reachAt)}.`]),
    ],
    ['Does this fit? A line from you is enough. Let us try it for a month and then look at it again.'],
    [oneLine(owner.name)],
  ];
  return { subject: 'REQUEST: What to ask you about', parts };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
