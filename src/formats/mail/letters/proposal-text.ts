import type { Agreement, Level } from '../../../domain/facts/decided/agreement';
import type { Owner } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import { WORDS } from '../../languages/registered';
import { sentence } from '../../languages/sentence';
import { oneLine } from '../../text/one-line';
import { greetingTo, type LetterPart, type PlainLetter } from '../plain-letter';

/** From what needs both to what needs nobody. */
const ORDER: readonly Level[] = ['root', 'trunk', 'branch', 'leaf'];

/** The mail that proposes how somebody is asked. It asks for their words, and takes no silence for a yes. */
export function composeProposal(
  agreement: Omit<Agreement, 'kind' | 'id' | 'recordedAt'>,
  owner: Owner,
  language: Language,
): PlainLetter {
  const { person, topics, answerDays, silence, reachAt, version } = agreement;
  const { proposal, request } = WORDS[language].letters;
  const tables = ORDER.flatMap((level): LetterPart[] => {
    const mine = topics.filter((one) => one.level === level);
    if (mine.length === 0) return [];
    const lines = mine.map(({ topic, examples, before }) => {
      const about = examples === '' ? `- ${oneLine(topic)}` : `- ${oneLine(topic)}: ${oneLine(examples)}`;
      return before === undefined ? about : `${about} (${proposal.forAMonth})`;
    });
    return [[proposal.levels[level], ...lines]];
  });
  const parts: LetterPart[] = [
    [greetingTo([person], language)],
    [version === 1 ? proposal.first : proposal.again],
    ...tables,
    [
      ...(answerDays === null ? [] : [`${proposal.answer} ${proposal.days(answerDays)}`]),
      `${request.silence} ${silence === 'go-ahead' ? proposal.goAhead : request.hold}`,
      ...(reachAt === '' ? [] : [`${proposal.reach} ${sentence(oneLine(reachAt))}`]),
    ],
    [proposal.close],
    [oneLine(owner.name)],
  ];
  return { language, subject: proposal.subject, parts };
}
