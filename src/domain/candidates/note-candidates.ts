import type { Steps } from '../pace';
import { boundedQuote, LONGEST_QUOTE } from './bounded-quote';
import { saysByItself } from './by-itself';
import type { CandidateGrade, CandidateKind, FoundPassage, SourcePassage } from './candidate';
import { CUE_PHRASES } from './cue-phrases';
import type { LabelMeaning } from './label-words';
import { type MarkedItem, markedItems } from './marked-notes';
import { likelyLines } from './note-lines';
import { type NoteRow, noteRow } from './note-row';
import { comparedWords, phrasesIn } from './phrases';

/** Lines between two pauses. */
const SHARE = 200;

/** The candidates of notes. */
export function* noteCandidates(passages: readonly SourcePassage[]): Steps<readonly FoundPassage[]> {
  const rows: NoteRow[] = [];
  for (const [at, { text }] of passages.entries()) {
    rows.push(noteRow(text, at));
    if (at % SHARE === 0) yield;
  }
  underline(rows);
  const items = markedItems(rows);
  yield;
  const found: FoundPassage[] = [];
  const taken = new Set<number>();
  const last = new Map(items.map((item, at) => [numberKey(item), at]));
  for (const [at, item] of items.entries()) {
    if (item.number !== null && last.get(numberKey(item)) !== at) {
      for (let line = item.from; line <= item.to; line++) taken.add(line);
      continue;
    }
    for (let line = item.from; line <= item.to; line++) taken.add(line);
    const one = ofItem(item, rows);
    if (one) found.push(one);
    if (found.length % SHARE === 0) yield;
  }
  const more = yield* likelyLines(rows, taken);
  return [...found, ...more];
}

/** A line above a row of `=` or `-` is a heading. */
function underline(rows: NoteRow[]): void {
  for (const [at, row] of rows.entries()) {
    const sign = /^(?:(={3,})|-{3,})$/.exec(rows[at + 1]?.text.trim() ?? '');
    if (
      sign &&
      !row.blank &&
      !row.rule &&
      !row.bullet &&
      row.cells === null &&
      row.text.length <= 80 &&
      row.heading === 0
    )
      rows[at] = { ...row, heading: sign[1] ? 1 : 2 };
  }
}

const numberKey = ({ meaning, number }: MarkedItem) => `${meaning} ${number}`;

function ofItem(item: MarkedItem, rows: readonly NoteRow[]): FoundPassage | null {
  const quote = quoteOf(item, rows);
  const words = comparedWords(quote);
  if (words.length === 0 || NOTHING.has(words.join(' '))) return null;
  const cues = phrasesIn(CUE_PHRASES, words);
  const openAt = cues.get('open');
  const undecided = openAt !== undefined && (openAt < 12 || words.length <= 16);
  const { kind, grade: given } = kindOf(item.meaning, undecided, words, cues.has('commits'));
  const grade = given === 'likely' && !saysByItself(quote, cues.has('decided')) ? 'possible' : given;
  return {
    kind,
    grade,
    quote,
    from: item.from,
    to: item.to,
    score: grade === 'marked' ? 100 : 20,
  };
}

/** What stands where nothing was decided. */
const NOTHING = new Set([
  'none',
  'nothing',
  'n a',
  'na',
  'nil',
  'tbd',
  'no',
  'keine',
  'kein',
  'aucune',
  'aucun',
  'ninguna',
  'ninguno',
  'nada',
]);

function kindOf(
  meaning: LabelMeaning,
  undecided: boolean,
  words: readonly string[],
  commits: boolean,
): { readonly kind: CandidateKind; readonly grade: CandidateGrade } {
  switch (meaning) {
    case 'decision':
      return undecided ? { kind: 'question', grade: 'likely' } : { kind: 'decision', grade: 'marked' };
    case 'mixed':
      if (undecided) return { kind: 'question', grade: 'likely' };
      return {
        kind:
          commits || words[1] === 'to' || words[1] === 'will' || words[2] === 'to' ? 'promise' : 'decision',
        grade: 'marked',
      };
    case 'outcome':
      return undecided ? { kind: 'question', grade: 'likely' } : { kind: 'decision', grade: 'likely' };
    case 'promise':
      return { kind: 'promise', grade: 'marked' };
    case 'question':
      return { kind: 'question', grade: 'marked' };
  }
}

/** Literal, over the lines it stands in, bounded between words. */
export function quoteOf({ from, to, begin, end }: MarkedItem, rows: readonly NoteRow[]): string {
  let text = '';
  for (let at = from; at <= to && text.length <= LONGEST_QUOTE; at++) {
    const line = rows[at]?.text ?? '';
    text += `${at === from ? '' : '\n'}${line.slice(at === from ? begin : 0, at === to ? end : line.length)}`;
  }
  return boundedQuote(text);
}
