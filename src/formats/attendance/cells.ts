import { decode } from './decode';

/** Larger than the attendance of any meeting; a file of 200 MB is something else. */
export const LARGEST_ATTENDANCE_FILE = 20_000_000;
/** More people than any meeting has, each coming and going; and more columns than any program writes. */
const MOST_LINES = 200_000;
const MOST_CELLS = 200;
/** Exchange keeps 256 signs of a name, Zoom 200 of a topic. */
const LONGEST_CELL = 2_000;

export type CellFault = 'empty' | 'too-large' | 'not-text' | 'broken-quotes' | 'form-unknown';
export type FileRow = readonly string[];

/** The cells of the file by line, trimmed, without the empty ones that a spreadsheet puts at the end; or why not. */
export function readCells(bytes: Uint8Array): readonly FileRow[] | CellFault {
  if (bytes.length > LARGEST_ATTENDANCE_FILE) return 'too-large';
  const text = decode(bytes);
  if (text === null) return 'not-text';
  if (!/\S/.test(text)) return 'empty';
  const found = splitCells(text, separatorOf(text));
  return typeof found === 'string' ? found : withoutEmptyColumns(found).map(joinedTimes);
}

/** Somebody put a margin around the tables: a column without a sign in it is none. */
function withoutEmptyColumns(rows: readonly FileRow[]): readonly FileRow[] {
  const used = new Set<number>();
  let width = 0;
  for (const row of rows) {
    width = Math.max(width, row.length);
    for (let at = 0; at < row.length; at += 1) if (row[at] !== '') used.add(at);
  }
  return used.size === width ? rows : rows.map((row) => row.filter((_, at) => used.has(at)));
}

/** Dates hold commas, so a tab anywhere settles it. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const count = (sign: string) => {
    let found = 0;
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
    return found;
  };
  return count(';') > count(',') ? ';' : ',';
}

/**
 * RFC 4180 with any separator, each sign looked at a fixed number of times. A quote means something only at the start of a
 * cell, and not where the cell goes on after it: `"Bo" Smith` is a name. An empty line stays one, for it parts tables.
 */
function splitCells(text: string, separator: string): readonly FileRow[] | CellFault {
  const rows: FileRow[] = [];
  let row: string[] = [];
  let at = 0;
  const endOf = (from: number): number => {
    let end = from;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return end;
  };
  while (at <= text.length) {
    const closing = text[at] === '"' ? closingQuote(text, at) : at;
    if (closing === -1) return 'broken-quotes';
    const isQuoted = closing > at && endOf(closing + 1) === closing + 1;
    let end = isQuoted ? closing + 1 : endOf(at);
    const cell = isQuoted ? text.slice(at + 1, closing).replaceAll('""', '"') : text.slice(at, end);
    row.push(trimmed(cell));
    if (row.length > MOST_CELLS || cell.length > LONGEST_CELL) return 'form-unknown';
    if (text[end] !== separator) {
      while (row.at(-1) === '') row.pop();
      // Of empty lines that follow on each other one is enough.
      if (row.length > 0 || rows.at(-1)?.length !== 0) rows.push(row);
      if (rows.length > MOST_LINES) return 'too-large';
      row = [];
      if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
    }
    at = end + 1;
  }
  return rows;
}

/** The quote that ends what begins at `from`, two in a row standing for one; -1 where none does. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** Some languages set marks of direction around numbers. */
const trimmed = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\uFEFF]/g, '').trim();

const DATE = /^\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4}\.?$/u;
const CLOCK = /^\P{Nd}{0,12}\p{Nd}{1,2}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2})?\P{Nd}{0,12}$/u;

const HALF = /^[ap]\.?\s?m\.?$/i;

/** A date and the time beside it, in two cells, are one cell; also where the half of the day has a third. */
function joinedTimes(row: FileRow): FileRow {
  if (!row.some((cell, at) => isDate(cell) && isClock(row[at + 1]))) return row;
  const joined: string[] = [];
  for (let at = 0; at < row.length; at += 1) {
    const [cell = '', next] = [row[at], row[at + 1]];
    if (isDate(cell) && isClock(next)) {
      const half = HALF.test(row[at + 2] ?? '') ? ` ${row[at + 2]}` : '';
      joined.push(`${cell} ${next}${half}`);
      at += half === '' ? 1 : 2;
    } else joined.push(cell);
  }
  return joined;
}

const isDate = (cell: string): boolean => cell.length <= 12 && DATE.test(cell);
const isClock = (cell: string | undefined): boolean =>
  cell !== undefined && cell.length <= 40 && CLOCK.test(cell) && !DATE.test(cell);
