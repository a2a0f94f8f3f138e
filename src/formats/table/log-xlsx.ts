import type { DecisionHistory } from '../../domain/agree/decision-history';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { Steps } from '../../domain/pace';
import type { LogScope } from '../../domain/tell/log-scope';
import type { Zone } from '../../domain/time/time';
import type { Wording } from '../text/wording';
import { type ColumnKind, LOG_COLUMNS, type LogRow, type ToldFacts } from './log-rows';
import { listingDecisions } from './xlsx-decisions';
import { measuring } from './xlsx-measures';
import { packing } from './xlsx-package';
import { reading } from './xlsx-reading';
import type { Cell, Sheet } from './xlsx-sheet';

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 22,
  instant: 19,
  minutes: 12,
  truth: 10,
  list: 24,
};

/** What a workbook is made of. */
export interface WorkbookLog {
  readonly rows: readonly LogRow[];
  readonly lineages: readonly JudgedLineage[];
  readonly told: ToldFacts;
  /** Every decision with what became of it. */
  readonly histories: readonly DecisionHistory[];
  /** What of the log it holds. */
  readonly scope: LogScope;
  readonly wording: Wording;
  /** Of whoever reads it. */
  readonly zone: Zone;
}

/**
 * The log as an Excel workbook: a sheet to read and print, the table with its types, the measures with how each was
 * counted, and the decisions; step by step, in pieces.
 */
export function* writingXlsx(
  { rows, lineages, told, histories, scope, wording, zone }: WorkbookLog,
  onRows: (written: number) => void = () => {},
): Steps<readonly Uint8Array[]> {
  return yield* packing([
    yield* reading(lineages, told.recaps, wording, zone),
    logSheet(rows, onRows),
    yield* measuring(rows, lineages, told, scope),
    yield* listingDecisions(histories, lineages, told),
  ]);
}

function logSheet(rows: readonly LogRow[], onRows: (written: number) => void): Sheet {
  const names = LOG_COLUMNS.map(([name]) => name);
  return {
    name: 'Log',
    widths: LOG_COLUMNS.map(([name, kind]) => Math.max(WIDTHS[kind], name.length + 3)),
    frozenRows: 1,
    filter: true,
    wraps: false,
    rows: {
      length: rows.length + 1,
      at: (index) => {
        const row = rows[index - 1];
        onRows(index);
        return row === undefined ? names : LOG_COLUMNS.map(([name, kind]) => cell(kind, row[name]));
      },
    },
  };
}

function cell(kind: ColumnKind, value: LogRow[keyof LogRow]): Cell {
  if (typeof value === 'number') return kind === 'instant' ? { at: value } : value;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return value.join('; ');
}
