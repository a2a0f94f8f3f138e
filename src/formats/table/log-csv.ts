import type { Steps } from '../../domain/pace';
import type { Instant } from '../../domain/time/time';
import { BOM, END_OF_LINE, textCell } from './csv';
import { type ColumnKind, LOG_COLUMNS, type LogRow } from './log-rows';

/** Rows between two steps. */
const ROWS = 100;

/**
 * The table as a CSV file (RFC 4180, CRLF), header row first, step by step and in pieces: as one text a large log takes long to be put together. Rows of one occurrence
 * differ in few cells, so each column remembers the cell above.
 */
export function* writingCsv(
  rows: readonly LogRow[],
  onRows: (written: number) => void = () => {},
): Steps<readonly string[]> {
  const columns = LOG_COLUMNS.map(([name, kind]) => ({ name, kind, above: null as Value, written: '' }));
  const pieces = [`${BOM}${columns.map(({ name }) => name).join(',')}${END_OF_LINE}`];
  for (let from = 0; from < rows.length; from += ROWS) {
    let piece = '';
    for (const row of rows.slice(from, from + ROWS)) {
      let line = '';
      for (const column of columns) {
        const value = row[column.name];
        if (value !== column.above) {
          column.above = value;
          column.written = cell(column.kind, value);
        }
        line += `,${column.written}`;
      }
      piece += line.slice(1) + END_OF_LINE;
    }
    pieces.push(piece);
    onRows(Math.min(from + ROWS, rows.length));
    yield;
  }
  return pieces;
}

type Value = LogRow[keyof LogRow];

function cell(kind: ColumnKind, value: Value): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return kind === 'instant' ? utc(value) : decimal(value);
  return textCell(value.join('; '));
}

/** `2026-11-20T15:00:00Z`; empty for what no calendar can write. */
function utc(instant: Instant): string {
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
