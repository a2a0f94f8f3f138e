import type { Instant } from '../domain/time';
import { type ColumnKind, LOG_COLUMNS, type LogRow } from './log-rows';

/** Without it Excel reads UTF-8 as the machine's old code page. */
const BOM = '\uFEFF';
const END_OF_LINE = '\r\n';

/** The table as a CSV file (RFC 4180, CRLF), header row first. */
export function logCsv(rows: readonly LogRow[]): string {
  const lines = [LOG_COLUMNS.map(([name]) => name).join(',')];
  for (const row of rows) {
    let line = '';
    for (const [name, kind] of LOG_COLUMNS) {
      line += line === '' && name === 'series_id' ? '' : ',';
      line += cell(kind, row[name]);
    }
    lines.push(line);
  }
  return `${BOM}${lines.join(END_OF_LINE)}${END_OF_LINE}`;
}

function cell(kind: ColumnKind, value: LogRow[keyof LogRow]): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return quoted(defused(value));
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return kind === 'instant' ? utc(value) : decimal(value);
  return quoted(defused(value.join('; ')));
}

/** `2026-11-20T15:00:00Z`; empty for what no calendar can write. */
export function utc(instant: Instant): string {
  const time = new Date(instant);
  const year = time.getUTCFullYear();
  return year >= 0 && year <= 9999 ? `${time.toISOString().slice(0, 19)}Z` : '';
}

/** Minutes to the millisecond, without trailing zeros and never as 1e-7. */
function decimal(minutes: number): string {
  if (!Number.isFinite(minutes)) return '';
  const text = minutes.toFixed(6);
  if (text.includes('e')) return '';
  const short = text.replace(/\.?0+$/, '');
  return short === '-0' ? '0' : short;
}

/**
 * Spreadsheets run a cell that begins like a formula, also after white space and in full width (OWASP, CSV
 * injection). An apostrophe in front makes it text and leaves all of it to be read. A plain number is what it says.
 */
const LIKE_A_FORMULA = /^(?:[\t\r\n\0]|[\s\0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/;

const defused = (text: string): string =>
  LIKE_A_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

/** A semicolon too: where the comma is the decimal sign, spreadsheets cut cells there. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
