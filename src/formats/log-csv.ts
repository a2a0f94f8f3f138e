import type { Instant } from '../domain/time/time';
import { BOM, END_OF_LINE, textCell } from './csv';
import { type ColumnKind, LOG_COLUMNS, type LogRow } from './log-rows';

/**
 * The table as a CSV file (RFC 4180, CRLF), header row first. Rows of one occurrence differ in few cells, so each
 * column remembers the cell above.
 */
export function logCsv(rows: readonly LogRow[]): string {
  const columns = LOG_COLUMNS.map(([name, kind]) => ({ name, kind, above: null as Value, written: '' }));
  const lines = [columns.map(({ name }) => name).join(',')];
  for (const row of rows) {
    let line = '';
    for (const column of columns) {
      const value = row[column.name];
      if (value !== column.above) {
        column.above = value;
        column.written = cell(column.kind, value);
      }
      line += `,${column.written}`;
    }
    lines.push(line.slice(1));
  }
  return `${BOM}${lines.join(END_OF_LINE)}${END_OF_LINE}`;
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
