import { type Decision, decisionNumber } from '../domain/decision';
import type { Owner } from '../domain/person';
import type { Zone } from '../domain/time';
import { oneLine, shortened } from './one-line';
import type { Paragraph, RecapBody, RecapInput, RecapPart } from './recap-body';
import { greetingOf, happenedLine, subjectOf } from './recap-opening';
import { dateWords, timeWords } from './recap-times';
import { RECAP_WORDS, type RecapWords } from './recap-words';
import { replyLinks } from './reply-lines';

const TITLE_MAX = 80;

/** The recap of one occurrence, for people who were not there. */
export function composeRecap(input: RecapInput): RecapBody {
  const words = RECAP_WORDS[input.language];
  const { decisions, owner, ownerZone } = input;
  const told = decisions.length > 0;
  const owners = [...new Set(decisions.map((one) => oneLine(one.accountable.name)))];
  return {
    language: input.language,
    subject: subjectOf(input, words),
    paragraphs: [
      ...paragraph('greeting', [greetingOf(input, words)]),
      ...paragraph('happened', [happenedLine(input, words)]),
      ...paragraph('bottom-line', bottomLines(decisions), words.decided),
      ...paragraph('need', told ? [words.nothingNeeded, words.ifProblem] : [words.nothingDecided]),
      ...paragraph('why', whyLines(decisions), words.why),
      ...paragraph('owner', told ? [owners.join(', ')] : [], words.owner),
      ...(told ? [replyParagraph(decisions, owner, words)] : []),
      ...paragraph('next', nextLines(input, words)),
      ...paragraph('footer', [told ? footer(decisions, owner, ownerZone, words) : oneLine(owner.name)]),
    ],
  };
}

const paragraph = (part: RecapPart, lines: readonly string[], lead = ''): readonly Paragraph[] =>
  lines.length === 0 ? [] : [{ part, lead, lines, links: [] }];

/** The recap as plain text, as the pane lets a person edit it. */
export const recapText = (body: RecapBody): string =>
  body.paragraphs
    .map(({ lead, lines, links }) => {
      const said = lines.join('\n');
      const led = lead === '' ? said : `${lead}${lines.length > 1 ? '\n' : ' '}${said}`;
      return [led, ...links.map(({ label, href }) => `${label}: ${href}`)].join('\n');
    })
    .join('\n\n');

/** Words a reader reads; the addresses behind links are none. */
export const wordCount = (text: string): number =>
  text
    .replace(/(?:mailto|https?):\S+/gi, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const CORE: readonly RecapPart[] = ['greeting', 'happened', 'bottom-line', 'need'];

/** Core (what was decided, what is needed) at most 125, whole at most 200, to be read at all. */
export function recapWords(body: RecapBody): { readonly core: number; readonly whole: number } {
  const core = body.paragraphs.filter((one) => CORE.includes(one.part));
  return { core: wordCount(recapText({ ...body, paragraphs: core })), whole: wordCount(recapText(body)) };
}

const bottomLines = (decisions: readonly Decision[]): readonly string[] =>
  decisions.map((one) =>
    decisions.length === 1 ? oneLine(one.text) : `${decisionNumber(one.number)} ${oneLine(one.text)}`,
  );

function whyLines(decisions: readonly Decision[]): readonly string[] {
  return decisions.flatMap((one) => {
    const lines = one.why
      .split(/[\r\n]+/)
      .map(oneLine)
      .filter((line) => line !== '');
    return decisions.length === 1 ? lines : lines.map((line) => `${decisionNumber(one.number)} ${line}`);
  });
}

const replyParagraph = (decisions: readonly Decision[], owner: Owner, words: RecapWords): Paragraph => ({
  part: 'reply',
  lead: '',
  lines: [words.reply],
  links: replyLinks(decisions, owner, words),
});

function nextLines(
  { next, title, ownerZone, recipientZone, language }: RecapInput,
  words: RecapWords,
): string[] {
  if (next === null) return [];
  const when = timeWords(next.effective.start, ownerZone, recipientZone ?? ownerZone, words, language);
  return [words.next(shortened(oneLine(title), TITLE_MAX), when)];
}

function footer(decisions: readonly Decision[], owner: Owner, zone: Zone, words: RecapWords): string {
  const numbers = decisions.map((one) => decisionNumber(one.number)).join(', ');
  const dates = [...new Set(decisions.map((one) => dateWords(one.decidedAt, zone, words)))].join(', ');
  return words.footer(numbers, dates, oneLine(owner.name));
}
