import { decidedIn } from '../../domain/agree/decided-in';
import type { Decision } from '../../domain/facts/decided/decision';
import { dateOf } from '../../domain/facts/things/occurrence';
import { isHeld } from '../../domain/facts/things/outcomes';
import type { LocalDate } from '../../domain/time/time';
import { localDate } from '../../domain/time/zone';
import type { RecapWords } from '../languages/recap-words';
import { WORDS } from '../languages/registered';
import { sentence } from '../languages/sentence';
import { inWords, oneLine } from '../text/one-line';
import type { MailMatter } from './matters';
import type { MatterInput, Paragraph, RecapPart } from './recap-body';
import { wordCount } from './recap-length';
import { areInvited, dayOf, isElsewhere } from './recap-opening';
import { dateWords, dayWords, timeWords } from './recap-times';
import { replyLine } from './reply-tokens';

/** What the inbox shows of a mail is its first line: in so many words it is read (13.6). */
const FIRST_LINE_WORDS = 30;
const WHY_LINES = 2;
const OPTIONS = 3;

export const paragraph = (part: RecapPart, lines: readonly string[], lead = ''): readonly Paragraph[] =>
  lines.length === 0 ? [] : [{ part, lead, lines }];

/** What says of a matter whether it was decided. */
export const stateLead = (one: MailMatter, { language }: MatterInput): string =>
  isDecided(one) ? WORDS[language].recap.decided : WORDS[language].letters.request.before;

const isDecided = ({ request, open }: MailMatter): boolean => request === null && open !== true;

/** As much of it as stands in the first line, behind its lead. */
export const firstLineOf = (text: string, lead: string): string =>
  inWords(oneLine(text), FIRST_LINE_WORDS - wordCount(lead));

/** What it needs of the reader, and until when; null where it needs nothing. */
export function needOf({ request, viewUntil, open }: MailMatter, input: MatterInput): string | null {
  const { language, ownerZone, now } = input;
  const { recap, letters } = WORDS[language];
  if (request !== null) {
    const { deadline, zone } = request;
    const isOver = now !== undefined && deadline <= now;
    return `${letters.request.need} ${
      isOver ? recap.viewStill : letters.request.view(timeWords(deadline, zone, ownerZone, recap, language))
    }`;
  }
  if (open === true) return recap.yourView(null);
  if (viewUntil === undefined) return null;
  return recap.yourView(viewUntil === null ? null : dayWords(viewUntil, recap));
}

/** What can be said to it: of one that needs nothing also until when at no cost. */
export function problemLine(
  { decision, viewUntil }: MailMatter,
  input: MatterInput,
  words: RecapWords,
): string {
  const until = undoDayOf(decision, input);
  const isSaid = until === null || viewUntil !== undefined;
  return isSaid ? words.ifProblem : words.ifProblemBy(dayWords(until, words));
}

/** Why, what was not taken, what it means and who answers for it, as far as it was written. */
export function detailsOf(one: MailMatter, input: MatterInput): readonly Paragraph[] {
  const { decision } = one;
  const { recap, letters } = WORDS[input.language];
  return [
    ...paragraph('why', linesOf(decision.why).slice(0, WHY_LINES), recap.why),
    ...paragraph(
      'not-chosen',
      optionsOf(decision),
      isDecided(one) ? recap.notChosen : letters.request.options,
    ),
    ...paragraph('impact', impactOf(decision), recap.impact),
    ...paragraph('owner', [ownerLine(decision, input, recap)], recap.owner),
  ];
}

function ownerLine(decision: Decision, input: MatterInput, words: RecapWords): string {
  const { now, ownerZone } = input;
  const { accountable, revisitOn } = decision;
  const undo = undoDayOf(decision, input);
  const isAhead = revisitOn !== undefined && (now === undefined || revisitOn >= localDate(now, ownerZone));
  const dates = [
    ...(undo === null ? [] : [words.undoUntil(dayWords(undo, words))]),
    ...(isAhead ? [words.revisitOn(dayWords(revisitOn, words))] : []),
  ];
  const owner = oneLine(accountable.name);
  return dates.length === 0 ? owner : [sentence(owner), ...dates].join(' ');
}

/** Until when it is easy to undo; null: nobody said so, or the day is past and nothing to say any more. */
function undoDayOf({ undoUntil }: Decision, { now, ownerZone }: MatterInput): LocalDate | null {
  if (undoUntil === undefined || (now !== undefined && undoUntil < localDate(now, ownerZone))) return null;
  return undoUntil;
}

/**
 * Where and when, for what was not decided at the meeting that the mail is about (10.2). "Our meeting" is said of one that
 * was held, on the day on which it was, to people who were asked to it; else there is only the day.
 */
export function elsewhereLines(one: MailMatter, input: MatterInput): readonly string[] {
  const { decision } = one;
  const { decidedAt } = decision;
  const key = decidedIn(decision);
  if (!isDecided(one) || !isElsewhere(decision, input)) return [];
  const { homes, ownerZone, recipients, language } = input;
  const words = WORDS[language].recap;
  if (key === undefined) return [words.decidedElsewhere(dateWords(decidedAt, ownerZone, words), 'unsaid')];
  if (key === null) return [words.decidedElsewhere(dateWords(decidedAt, ownerZone, words), 'outside')];
  const home = homes?.get(key);
  if (home === undefined) return [words.decidedElsewhere(dayWords(dateOf(key), words), 'unsaid')];
  if (!isHeld(home.outcome) || !areInvited(home, recipients)) {
    return [words.decidedElsewhere(dateWords(decidedAt, ownerZone, words), 'unsaid')];
  }
  const day = dayWords(dayOf(home, ownerZone), words);
  return [words.decidedElsewhere(day, home.oneToOne ? 'sync' : 'meeting')];
}

/** One matter has the mail to itself: its words stand in the first line, as long as they find room there. */
export function alone(only: MailMatter, input: MatterInput): readonly Paragraph[] {
  const text = oneLine(only.decision.text);
  const isWhole = firstLineOf(text, stateLead(only, input)) === text;
  return [
    ...paragraph('item', isWhole ? [] : [text], `${only.name}:`),
    ...detailsOf(only, input),
    ...paragraph('reply', [replyLine(WORDS[input.language].recap)]),
  ];
}

/** With its number in front: its answers are about what begins their paragraph. `brief`: a line is enough. */
export function inTurn(one: MailMatter, input: MatterInput, brief: boolean): readonly Paragraph[] {
  const reply = replyLine(WORDS[input.language].recap);
  const text = oneLine(one.decision.text);
  const said = isDecided(one) ? text : `${stateLead(one, input)} ${text}`;
  if (brief) return paragraph('item', [`${sentence(said)} ${reply}`], `${one.name}:`);
  const details = detailsOf(one, input).flatMap(({ lead, lines }) => [`${lead} ${lines.join(' ')}`]);
  return paragraph('item', [said, ...elsewhereLines(one, input), ...details, reply], `${one.name}:`);
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map(oneLine)
    .filter((line) => line !== '');

/** In one line, each with the reason why not: `A (coverage), in-house (8 weeks)`. */
function optionsOf({ options = [] }: Decision): readonly string[] {
  const said = options.slice(0, OPTIONS).map(({ option, notChosen }) => {
    const reason = oneLine(notChosen);
    return reason === '' ? oneLine(option) : `${oneLine(option)} (${reason})`;
  });
  return said.length === 0 ? [] : [said.join(', ')];
}

function impactOf({ impact }: Decision): readonly string[] {
  if (impact === undefined) return [];
  const said = [impact.people, impact.money, impact.dates].map(oneLine).filter((one) => one !== '');
  return said.length === 0 ? [] : [said.join('; ')];
}
