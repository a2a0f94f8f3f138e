import type { Steps } from '../pace';
import { boundedQuote } from './bounded-quote';
import { saysByItself } from './by-itself';
import type { FoundPassage } from './candidate';
import { CUE_PHRASES, type Cue } from './cue-phrases';
import { isDialogue } from './marked-notes';
import type { NoteRow } from './note-row';
import { byTallies, byVotes, type ScoredLine } from './note-votes';
import { comparedWords, phrasesIn } from './phrases';

const WEIGHTS: Readonly<Record<Cue, number>> = {
  decided: 4,
  formal: 3,
  chosen: 1.5,
  settles: 0.5,
  agrees: 1,
  asks: 0,
  plans: 1,
  should: 0.7,
  acts: 1.2,
  sums: 0.5,
  onwards: -1,
  runs: -3,
  hedges: -1.5,
  past: -1,
  explains: -1,
  open: -2,
  commits: -0.5,
};

/** Above this a line without a mark is likely. */
const SURE = 6;
/** No list is longer. */
const MOST = 60;

export function* likelyLines(
  rows: readonly NoteRow[],
  taken: ReadonlySet<number>,
): Steps<readonly FoundPassage[]> {
  const dialogue = isDialogue(rows);
  const lines: ScoredLine[] = [];
  const byRow = new Map<number, ScoredLine>();
  let aside = false;
  for (const row of rows) {
    if (row.at % 100 === 99) yield;
    if (row.heading > 0) aside = ASIDE.test(row.text);
    if (row.blank || row.rule || row.heading > 0 || taken.has(row.at)) continue;
    const quote = row.text.slice(row.body).trim();
    const words = comparedWords(quote);
    const title = row.at < 4 && !row.bullet && row.speaker === null;
    const line: ScoredLine = {
      ...{ row, words, quote, formal: false, byItself: false },
      score: (aside ? -5 : 0) - (title ? 3 : 0),
    };
    lines.push(line);
    byRow.set(row.at, line);
    if (words.length < 3) {
      line.score = -10;
      continue;
    }
    const cues = phrasesIn(CUE_PHRASES, words);
    line.formal = cues.has('formal') && !cues.has('open') && !quote.includes('?');
    line.byItself = saysByItself(quote, cues.has('decided'));
    line.score += ofWords(line, cues.keys());
    if (row.speaker === null) line.score += dialogue ? 1.5 : 0.5;
    else line.score -= dialogue ? 0 : 0.7;
    if (SAID.has(words[1] ?? '') || SAID.has(words[2] ?? '')) line.score -= 1.5;
    if (STATES.some((word) => words.includes(word))) line.score += 0.6;
  }
  yield;
  byShape(lines, rows, dialogue);
  yield;
  byVotes(lines, rows);
  byTallies(lines, rows);
  return [...lines]
    .sort((a, b) => b.score - a.score || a.row.at - b.row.at)
    .slice(0, MOST)
    .filter(({ score }) => score > -0.5)
    .map(({ row, quote, formal, byItself, score }) => ({
      kind: 'decision',
      grade: formal ? 'marked' : byItself && score > SURE ? 'likely' : 'possible',
      quote: boundedQuote(quote),
      from: row.at,
      to: row.at,
      score,
    }));
}

const ASIDE =
  /attend|participant|present|agenda|regrets|apologies|teilnehm|anwesend|tagesordnung|ordre du jour|asistentes|orden del d|references|links|resources/i;
const ACTS = new Set(
  'keep move remove add use leave merge drop make adopt approve accept reject support change rename replace publish close postpone defer include exclude create allow require set do go continue hold split schedule release ship switch select choose update define clarify start stop align do not no'.split(
    ' ',
  ),
);

/** What somebody did in the talk: the line tells of them, and not of what holds now. */
const SAID = new Set(
  'said says asked asks noted notes suggested suggests mentioned mentions raised raises thinks thought believes feels feel explained explains confirmed confirms commented comments described presented shared wondered wants wanted discussed reviewed reported agrees seconds pointed added responded replied clarified'.split(
    ' ',
  ),
);
/** Verbs of a rule: what is, must be or will be. */
const STATES = [
  'will',
  'must',
  'should',
  'is',
  'are',
  'be',
  'shall',
  'wird',
  'soll',
  'sera',
  'doit',
  'será',
  'debe',
];

function ofWords({ words, quote }: ScoredLine, cues: Iterable<Cue>): number {
  let score = 0;
  for (const cue of cues) score += WEIGHTS[cue];
  if (quote.endsWith('?')) score -= 3;
  else if (quote.includes('?')) score -= 1;
  if (ACTS.has(words[0] ?? '')) score += 1.5;
  if (words[0] === 'i' || words[0] === "i'm") score -= 1;
  if (words.length > 60) score -= 1;
  if (words.length < 5) score -= 0.5;
  if (/https?:\/\//.test(quote) && words.length < 16) score -= 2;
  return score;
}

/** What stands last before the next heading, and what stands by itself. */
function byShape(lines: readonly ScoredLine[], rows: readonly NoteRow[], dialogue: boolean): void {
  for (const [at, { row }] of lines.entries()) {
    const line = lines[at] as ScoredLine;
    const next = lines[at + 1];
    const before = rows[row.at - 1];
    const after = rows[row.at + 1];
    const alone = (before === undefined || before.blank) && (after === undefined || after.blank);
    if (alone && row.speaker === null && !row.bullet) line.score += 1;
    if (row.speaker === null && !line.quote.includes('://'))
      line.score += lastOfTopic(rows, row.at) * (dialogue ? 3 : 0.7);
    if (next && row.bullet && next.row.indent < row.indent) line.score += 0.3;
    const last = lines[at - 1];
    // An answer below what was asked or said.
    if (last && row.speaker === null && (last.quote.includes('?') || last.row.speaker !== null))
      line.score += 0.8;
  }
}

/**
 * How much a line says by standing last: nothing without a speaker comes between it and the next heading. What the notes
 * say last of a topic is what came of it; an empty line or two part it from what was said before.
 */
function lastOfTopic(rows: readonly NoteRow[], at: number): number {
  let gaps = 0;
  for (let next = at + 1; next < Math.min(rows.length, at + 14); next++) {
    const row = rows[next];
    if (!row || row.heading > 0) return gaps > 0 ? 0.5 : 1;
    if (row.speaker !== null) return 0;
    if (
      row.blank &&
      rows[next - 1]?.blank &&
      rows.slice(next, next + 3).some((one) => !one.blank && one.heading === 0)
    )
      gaps += 1;
  }
  return at + 14 >= rows.length ? 1 : 0;
}
