import { decisionName } from '../../domain/facts/decided/decision';
import type { OpenQuestion } from '../../domain/tell/recap-questions';
import type { RecapWords } from '../languages/recap-words';
import { WORDS } from '../languages/registered';
import { sentence } from '../languages/sentence';
import { oneLine, shortened } from '../text/one-line';
import type { RecapInput } from './recap-body';
import { dateWords, timeWords } from './recap-times';

/** More than these would not be read in one mail. */
const QUESTIONS_MAX = 3;
const TEXT_MAX = 120;

type Asked = OpenQuestion & { readonly request: NonNullable<OpenQuestion['request']> };

const isAsked = (one: OpenQuestion): one is Asked => one.request !== null;

/** The questions that find room: those the reader was asked, the most urgent first, and those that are only told. */
export function openIn({ questions = [] }: RecapInput): {
  readonly asked: readonly Asked[];
  readonly undecided: readonly OpenQuestion[];
} {
  const asked = questions.filter(isAsked).sort((a, b) => a.request.deadline - b.request.deadline);
  const others = questions.filter((one) => !isAsked(one));
  return { asked: asked.slice(0, QUESTIONS_MAX), undecided: others.slice(0, QUESTIONS_MAX) };
}

export const needLead = ({ language }: RecapInput): string => WORDS[language].letters.request.need;

/**
 * What the reader is asked, with the time as it was said. Beside decisions it is answered in its own mail: an answer in
 * brackets is then about what was decided, and must not pass for a yes to a question.
 */
export function askedLines(
  { language, ownerZone, now }: RecapInput,
  asked: readonly Asked[],
  besideDecisions: boolean,
): readonly string[] {
  const words = WORDS[language].recap;
  const { view } = WORDS[language].letters.request;
  return asked.map(({ decision, request }) => {
    const { deadline, zone, askedAt } = request;
    const isOver = now !== undefined && deadline <= now;
    const wanted = isOver ? words.viewStill : view(timeWords(deadline, zone, ownerZone, words, language));
    const where = besideDecisions ? ` ${words.inThatMail(dateWords(askedAt, ownerZone, words))}` : '';
    const about = `${decisionName(decision)} (${shortened(oneLine(decision.text), TEXT_MAX)})`;
    return `${about}${colonOf(words)} ${wanted}${where}`;
  });
}

/** As the language writes it behind its own leads: French has a space before it. */
const colonOf = ({ undecided }: RecapWords): string => /\u00A0?:$/.exec(undecided)?.[0] ?? ':';

/** What is not decided yet, and who decides it. */
export const undecidedLines = (undecided: readonly OpenQuestion[], words: RecapWords): readonly string[] =>
  undecided.map(({ decision }) => {
    const text = sentence(shortened(oneLine(decision.text), TEXT_MAX));
    return `${decisionName(decision)}: ${text} ${words.owner} ${oneLine(decision.accountable.name)}`;
  });
