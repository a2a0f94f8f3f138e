import { type Decision, decisionNumber } from '../domain/decision';
import type { Owner } from '../domain/person';
import { oneLine } from './one-line';
import type { RecapWords } from './recap-words';

/** The three answers as lines of a text: a label and the mail it opens. The number lets an answer find its decision. */
export function replyLines(
  decisions: readonly Pick<Decision, 'number'>[],
  owner: Pick<Owner, 'address'>,
  words: Pick<RecapWords, 'reply' | 'answers' | 'problemBody'>,
): readonly string[] {
  return [words.reply, ...replyLinks(decisions, owner, words).map(({ label, href }) => `${label}: ${href}`)];
}

export function replyLinks(
  decisions: readonly Pick<Decision, 'number'>[],
  owner: Pick<Owner, 'address'>,
  { answers, problemBody }: Pick<RecapWords, 'answers' | 'problemBody'>,
): readonly { readonly label: string; readonly href: string }[] {
  const numbers = decisions.map((one) => `[${decisionNumber(one.number)}]`).join(' ');
  const link = (label: string, body: string) => ({
    label,
    href:
      `mailto:${encoded(owner.address).replaceAll('%40', '@')}` +
      `?subject=${encoded(`${label} ${numbers}`)}${body === '' ? '' : `&body=${encoded(body)}`}`,
  });
  return [link(answers.fine, ''), link(answers.talk, ''), link(answers.problem, problemBody)];
}

/** An apostrophe too: it could end an attribute of somebody else's HTML. */
const encoded = (text: string): string => encodeURIComponent(oneLine(text)).replaceAll("'", '%27');
