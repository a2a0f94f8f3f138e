import { type Decision, decisionName } from '../../domain/facts/decided/decision';
import { dateOf } from '../../domain/facts/things/occurrence';
import { isHeld } from '../../domain/facts/things/outcomes';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { OpenQuestion } from '../../domain/tell/recap-questions';
import type { LocalDate, Zone } from '../../domain/time/time';
import { localDate } from '../../domain/time/zone';
import type { RecapWords } from '../languages/recap-words';
import { WORDS } from '../languages/registered';
import { oneLine, shortened } from '../text/one-line';
import { writtenName } from '../text/wording';
import { askedLines, needLead, openIn, undecidedLines } from './questions-text';
import type { Paragraph, RecapBody, RecapInput, RecapPart } from './recap-body';
import { areInvited, dayOf, greetingOf, happenedLine, isElsewhere, subjectOf } from './recap-opening';
import { dateWords, dayWords, timeWords } from './recap-times';
import { replyLine } from './reply-tokens';

const TITLE_MAX = 80;
const WHY_LINES = 2;
const OPTIONS = 3;
/** More than these would not be read in one mail. */
export const DIGEST_MAX = 5;

/** The recap of one occurrence, for people who were not there: one decision in full, several as a digest. */
export function composeRecap(input: RecapInput): RecapBody {
  const words = WORDS[input.language].recap;
  const { owner } = input;
  const told = [...input.decisions].sort((a, b) => b.number - a.number).slice(0, DIGEST_MAX);
  const { asked, undecided } = openIn(input);
  const [only] = told;
  const needed = [...paragraph('question', askedLines(input, asked, told.length > 0), needLead(input))];
  const middle =
    only === undefined
      ? needed.length > 0
        ? needed
        : paragraph('need', [nothingToTell(input, words)])
      : told.length === 1
        ? inFull(only, needed, input, words)
        : digest(told, needed, input, words);
  const heads = { ...input, decisions: told, questions: asked };
  return {
    language: input.language,
    subject: subjectOf(heads, words),
    told,
    asked: asked.map(({ decision }) => decision),
    undecided: undecided.map(({ decision }) => decision),
    paragraphs: [
      ...paragraph('greeting', [greetingOf(input, words)]),
      ...paragraph('happened', [happenedLine(heads, words)]),
      ...middle,
      ...paragraph('undecided', undecidedLines(undecided, words), words.undecided),
      ...paragraph('reply', told.length + asked.length === 0 ? [] : [replyLine(words)]),
      ...paragraph('next', nextLines(input, words), words.next),
      ...paragraph('footer', [footerOf(told, asked, owner, input, words)]),
    ],
  };
}

const paragraph = (part: RecapPart, lines: readonly string[], lead = ''): readonly Paragraph[] =>
  lines.length === 0 ? [] : [{ part, lead, lines }];

/** That nothing was decided is never said of a meeting at which something was, whoever told it and when (10.2). */
function nothingToTell({ toldBefore = [] }: RecapInput, words: RecapWords): string {
  if (toldBefore.length === 0) return words.nothingDecided;
  return words.toldBefore(toldBefore.map(decisionName).join(', '));
}

/**
 * Where and when, for what was not decided at the meeting that the mail is about (10.2). "Our meeting" is said of one that
 * was held, on the day on which it was, to people who were asked to it; else there is only the day.
 */
function elsewhereLines(decision: Decision, input: RecapInput, words: RecapWords): readonly string[] {
  const { occurrence: key, decidedAt } = decision;
  if (!isElsewhere(decision, input)) return [];
  const { homes, ownerZone, recipients } = input;
  if (key === null) return [words.decidedElsewhere(dateWords(decidedAt, ownerZone, words), 'outside')];
  const home = homes?.get(key);
  if (home === undefined) return [words.decidedElsewhere(dayWords(dateOf(key), words), 'unsaid')];
  if (!isHeld(home.outcome) || !areInvited(home, recipients)) {
    return [words.decidedElsewhere(dateWords(decidedAt, ownerZone, words), 'unsaid')];
  }
  const day = dayWords(dayOf(home, ownerZone), words);
  return [words.decidedElsewhere(day, home.oneToOne ? 'sync' : 'meeting')];
}

function inFull(
  decision: Decision,
  needed: readonly Paragraph[],
  input: RecapInput,
  words: RecapWords,
): readonly Paragraph[] {
  const owner = oneLine(decision.accountable.name);
  const undoUntil = undoDayOf(decision, input);
  const undo = undoUntil === null ? '' : ` ${words.undoUntil(dayWords(undoUntil, words))}`;
  return [
    ...paragraph(
      'bottom-line',
      [oneLine(decision.text), ...elsewhereLines(decision, input, words)],
      words.decided,
    ),
    ...needed,
    ...paragraph('need', needLines(decision, needed.length > 0, input, words)),
    ...paragraph('why', linesOf(decision.why).slice(0, WHY_LINES), words.why),
    ...paragraph('not-chosen', optionsOf(decision), words.notChosen),
    ...paragraph('impact', impactOf(decision), words.impact),
    ...paragraph('owner', [undo === '' ? owner : `${owner}.${undo}`], words.owner),
  ];
}

/** A view, where somebody was to be heard; else whatever can be said to what was decided. */
function needLines(
  decision: Decision,
  isAsked: boolean,
  input: RecapInput,
  words: RecapWords,
): readonly string[] {
  const view = viewLines(decision, input, words);
  if (view.length > 0) return [...view, words.ifProblem];
  const undoUntil = undoDayOf(decision, input);
  const problem = undoUntil === null ? words.ifProblem : words.ifProblemBy(dayWords(undoUntil, words));
  return [...(isAsked ? [] : [words.nothingNeeded]), problem];
}

function viewLines({ id }: Decision, { views }: RecapInput, words: RecapWords): readonly string[] {
  const until = views?.get(id);
  return until === undefined ? [] : [words.yourView(until === null ? null : dayWords(until, words))];
}

/** Until when it is easy to undo; null: nobody said so, or the day is past and nothing to say any more. */
function undoDayOf({ undoUntil }: Decision, { now, ownerZone }: RecapInput): LocalDate | null {
  if (undoUntil === undefined || (now !== undefined && undoUntil < localDate(now, ownerZone))) return null;
  return undoUntil;
}

function digest(
  told: readonly Decision[],
  needed: readonly Paragraph[],
  input: RecapInput,
  words: RecapWords,
): readonly Paragraph[] {
  const left = input.decisions.length - told.length;
  return [
    ...needed,
    ...paragraph('need', [
      words.newestFirst(told.length),
      ...(needed.length > 0 || told.some((one) => viewLines(one, input, words).length > 0)
        ? []
        : [words.nothingNeeded]),
      words.ifProblem,
    ]),
    ...told.flatMap((one) => {
      const [why] = linesOf(one.why);
      const lines = [
        oneLine(one.text),
        ...elsewhereLines(one, input, words),
        ...viewLines(one, input, words),
        ...(why === undefined ? [] : [`${words.why} ${why}`]),
        `${words.owner} ${oneLine(one.accountable.name)}`,
      ];
      return paragraph('item', lines, `${decisionName(one)}:`);
    }),
    ...paragraph('item', left > 0 ? [words.more(left)] : []),
  ];
}

/** The recap as plain text, as the pane lets a person edit it. */
export const recapText = (body: Pick<RecapBody, 'paragraphs'>): string =>
  body.paragraphs
    .map(({ part, lead, lines }) => {
      const said = lines.join('\n');
      const apart = lines.length > 1 && part !== 'item';
      return lead === '' ? said : `${lead}${apart ? '\n' : ' '}${said}`;
    })
    .join('\n\n');

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

function nextLines(
  { next, title, occurrence, recipients, ownerZone, recipientZone, language }: RecapInput,
  words: RecapWords,
): string[] {
  // The next one of a meeting to which they are not asked is none of theirs.
  if (next === null || !areInvited(occurrence, recipients)) return [];
  const when = timeWords(next.effective.start, ownerZone, recipientZone ?? ownerZone, words, language);
  return [`${shortened(oneLine(title), TITLE_MAX)}, ${when}.`];
}

function footerOf(
  told: readonly Decision[],
  asked: readonly OpenQuestion[],
  owner: Owner,
  { ownerZone, language }: RecapInput,
  words: RecapWords,
): string {
  const name = oneLine(owner.name);
  if (told.length > 0) return footer(told, owner, ownerZone, words);
  const names = asked.map(({ decision }) => decisionName(decision)).join(', ');
  return names === '' ? name : WORDS[language].letters.request.footer(names, name);
}

function footer(told: readonly Decision[], owner: Owner, zone: Zone, words: RecapWords): string {
  const numbers = told.map((one) => decisionName(one)).join(', ');
  const dates = [...new Set(told.map((one) => dateWords(one.decidedAt, zone, words)))].join(', ');
  const [only] = told;
  const consulted = told.length === 1 ? namesOf(only?.consulted) : '';
  const informed = told.length === 1 ? namesOf(only?.informed) : '';
  return [
    words.footer(numbers, dates, oneLine(owner.name)),
    ...(consulted === '' ? [] : [words.consulted(consulted)]),
    ...(informed === '' ? [] : [words.informed(informed)]),
  ].join('; ');
}

const namesOf = (people: readonly Person[] = []): string =>
  people
    .map(writtenName)
    .filter((name) => name !== '')
    .join(', ');
