import type { SaidInSubject } from '../../domain/agree/answer-mail';
import { decisionName } from '../../domain/facts/decided/decision';
import type { Language } from '../../domain/language';
import { LANGUAGES } from '../../domain/language';
import type { RecapWords } from '../languages/recap-words';
import { WORDS } from '../languages/registered';
import { oneLine } from '../text/one-line';

/** Where the answers go, and the tokens of the decisions that they are about: what each is called, and its state (13.7). */
export interface ReplyTo {
  readonly address: string;
  readonly names: readonly string[];
}

/** The answers in order: yes, talk, no. */
export const ANSWER_TOKENS = ['fine', 'talk', 'problem'] as const;
export type AnswerToken = (typeof ANSWER_TOKENS)[number];

const token = (label: string): string => `[${label}]`;

/** `Reply: [OK] [Let's talk first] [I see a problem]`: what a person reads and edits; links are made of it at the end. */
export const replyLine = ({ reply, answers }: Pick<RecapWords, 'reply' | 'answers'>): string =>
  `${reply} ${ANSWER_TOKENS.map((name) => token(answers[name])).join(' ')}`;

/** Somebody's keyboard may turn an apostrophe, or put another space. */
const folded = (text: string): string =>
  text.replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();

/** Which answers an edited text still offers, and whether its tokens are still on one line of their own. */
export function tokensIn(text: string, language: Language): ReadonlySet<AnswerToken> {
  const found = [...text.matchAll(/\[([^[\]\n]{1,60})\]/g)].map(([, label]) => folded(label ?? ''));
  const { answers } = WORDS[language].recap;
  return new Set(ANSWER_TOKENS.filter((name) => found.includes(folded(answers[name]))));
}

const tokenOf = (label: string, language: Language): AnswerToken | undefined =>
  ANSWER_TOKENS.find((one) => folded(WORDS[language].recap.answers[one]) === folded(label));

/** Whether it is one of the three answers, and no words that only stand in brackets. */
export const isAnswer = (label: string, language: Language): boolean =>
  tokenOf(label, language) !== undefined;

/** The link behind a label in brackets; null for words that only stand in brackets. */
export function answerLink(label: string, language: Language, to: ReplyTo): string | null {
  const { answers, problemBody } = WORDS[language].recap;
  const name = tokenOf(label, language);
  if (name === undefined || to.address === '' || to.names.length === 0) return null;
  return answerMail(answers[name], name === 'problem' ? problemBody : '', to);
}

/** The name in the subject lets an answer find its decision; an objection asks for another way. */
const answerMail = (label: string, body: string, { address, names }: ReplyTo): string =>
  `mailto:${encoded(address).replaceAll('%40', '@')}` +
  `?subject=${encoded(`${label} ${names.map((one) => `[${one}]`).join(' ')}`)}` +
  (body === '' ? '' : `&body=${encoded(body)}`);

/** An apostrophe too: it could end an attribute of somebody else's HTML. */
const encoded = (text: string): string => encodeURIComponent(oneLine(text)).replaceAll("'", '%27');

const SAID = { fine: 'ok', talk: 'talk', problem: 'problem' } as const;

/**
 * What the subject of an answer says: one of our labels in any language, perhaps after "Re:", then what they are called. Null
 * for any other subject: a reply to a recap says what it says in its text.
 */
export function readAnswer(subject: string): SaidInSubject | null {
  const found = [...subject.matchAll(/\[D-(\d{1,9})([a-z]{0,3})(?:\.(\d{1,4}))?\]/g)].map(
    ([, digits, twin = '', state]) => ({
      name: decisionName({ number: Number(digits), twin }),
      state: state === undefined ? null : Number(state),
    }),
  );
  const names = found.map(({ name }) => name);
  const label = folded(
    subject.slice(0, Math.max(0, subject.indexOf('[D-'))).replace(/^(?:\p{L}{1,5}\s?[:\uFF1A]\s*)+/u, ''),
  );
  if (names.length === 0 || label === '') return null;
  for (const language of LANGUAGES) {
    const { answers } = WORDS[language].recap;
    const name = ANSWER_TOKENS.find((one) => folded(answers[one]) === label);
    if (name === undefined) continue;
    const states = found.flatMap((one) => (one.state === null ? [] : [[one.name, one.state] as const]));
    const said = { said: SAID[name], names: [...new Set(names)] };
    return states.length === 0 ? said : { ...said, states: Object.fromEntries(states) };
  }
  return null;
}
