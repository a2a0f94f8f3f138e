import type { JudgedLineage } from '../domain/judge/judged';
import { type ColumnKind, LOG_COLUMNS, type LogRow, type ToldFacts } from './log-rows';
import { measuresSheet } from './xlsx-measures';
import { xlsxOf } from './xlsx-package';
import type { Cell, Sheet } from './xlsx-sheet';

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 22,
  instant: 19,
  minutes: 12,
  truth: 10,
  list: 24,
};

/** The log as an Excel workbook: the table with its types, and the measures with how each was counted. */
export const logXlsx = (
  rows: readonly LogRow[],
  lineages: readonly JudgedLineage[],
  told: ToldFacts,
): Uint8Array => xlsxOf([logSheet(rows), measuresSheet(rows, lineages, told)]);

function logSheet(rows: readonly LogRow[]): Sheet {
  return {
    name: 'Log',
    widths: LOG_COLUMNS.map(([name, kind]) => Math.max(WIDTHS[kind], name.length + 3)),
    frozenRows: 1,
    filter: true,
    wraps: false,
    rows: [
      LOG_COLUMNS.map(([name]) => name),
      ...rows.map((row) => LOG_COLUMNS.map(([name, kind]) => cell(kind, row[name]))),
    ],
  };
}

function cell(kind: ColumnKind, value: LogRow[keyof LogRow]): Cell {
  if (typeof value === 'number') return kind === 'instant' ? { at: value } : value;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return value.join('; ');
}
