import type { MeasureName } from '../../domain/facts/things/measure-name';
import { dateOf } from '../../domain/facts/things/occurrence';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { type Measure, measuresOf } from '../../domain/measure/measures';
import type { Steps } from '../../domain/pace';
import { COUNTS_MEETINGS, type LogScope } from '../../domain/tell/log-scope';
import { DEFINITIONS_VERSION, PURPOSE } from '../../domain/version';
import { scopeWords } from '../text/scope-words';
import type { LogRow, ToldFacts } from './log-rows';
import type { Cell, Sheet } from './xlsx-sheet';

/** The formulas of the definitions, section 6. */
const FORMULAS: Readonly<Record<MeasureName, readonly [name: string, formula: string]>> = {
  'went-ahead': ['Went ahead', 'held ÷ counted'],
  'there-when-it-started': [
    'There when it started',
    'held ÷ (held + not held without a message + cancelled after the start)',
  ],
  'notice-given': [
    'Notice given',
    'with notice ÷ (with notice + short notice + no message + cancelled after the start)',
  ],
  'short-or-no-notice': [
    'Short or no notice',
    '(short notice + no message + cancelled after the start) ÷ counted',
  ],
  'minutes-together': ['Minutes together', 'minutes together ÷ minutes planned, of counted occurrences'],
  moves: ['Moves', 'moves observed; never an absence'],
  'short-notice-moves': ['Short-notice moves', 'moves with notice under the window'],
  coverage: ['Coverage', 'recorded ÷ due'],
  'decisions-told': [
    'Decisions told',
    'decisions that everybody was told ÷ decisions that somebody should hear of',
  ],
};

const NO_PERCENT = {
  'too-few': 'counts only: fewer than 10',
  coverage: 'counts only: less than 80 % is recorded',
} as const;

const COLUMNS: readonly (readonly [name: string, width: number])[] = [
  ['series', 28],
  ['measure', 22],
  ['count', 10],
  ['of', 10],
  ['percent', 9],
  ['likely_from_percent', 18],
  ['likely_to_percent', 18],
  ['remark', 34],
  ['rule', 6],
  ['how_counted', 50],
  ['counted_occurrences', 60],
  ['among_occurrences', 60],
];

/** Every measure of every lineage with the occurrences in it, under the lines that every export carries. */
export function* measuring(
  rows: readonly LogRow[],
  lineages: readonly JudgedLineage[],
  told: ToldFacts,
  scope: LogScope,
): Steps<Sheet> {
  const isCounted = COUNTS_MEETINGS[scope.kind];
  const lines: { readonly lineage: JudgedLineage; readonly measure: Measure }[] = [];
  for (const lineage of lineages) {
    const measures = measuresOf(lineage, told.decisions, told.recaps, undefined, told);
    const shown = measures.filter(({ name }) => isCounted || name === 'decisions-told');
    lines.push(...shown.map((measure) => ({ lineage, measure })));
    yield;
  }
  const head: Cell[][] = [
    ['Purpose', PURPOSE],
    ['Period (UTC)', ...periodCells(rows)],
    ['Definitions version', DEFINITIONS_VERSION],
    ...(isCounted
      ? [
          ['Coverage', ...coverageCells(lines.map(({ measure }) => measure))],
          ['Counted', 'occurrences without excluded, superseded, not recorded, upcoming and disputed ones'],
        ]
      : [['Counted', 'decisions alone: what was decided about one topic tells nothing of whole meetings']]),
    ['Holds', scopeWords(scope)],
    [],
    COLUMNS.map(([name]) => name),
  ];
  return {
    name: 'Measures',
    widths: COLUMNS.map(([, width]) => width),
    frozenRows: head.length,
    filter: false,
    wraps: true,
    rows: {
      length: head.length + lines.length,
      at: (index) => {
        const line = lines[index - head.length];
        return line === undefined ? head[index] : measureCells(line.lineage, line.measure);
      },
    },
  };
}

const periodCells = (rows: readonly LogRow[]): Cell[] => {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ at: first.effective_start_utc ?? 0 }, 'to', { at: last.effective_end_utc ?? 0 }];
};

const coverageCells = (measures: readonly Measure[]): Cell[] => {
  const coverage = measures.filter(({ name }) => name === 'coverage');
  const sum = (part: (measure: Measure) => number) => coverage.reduce((all, one) => all + part(one), 0);
  return [
    `${sum(({ count }) => count)} of ${sum(({ of }) => of ?? 0)} occurrences that were due are recorded`,
  ];
};

function measureCells(lineage: JudgedLineage, measure: Measure): readonly Cell[] {
  const [name, formula] = FORMULAS[measure.name];
  const hours = measure.medianHours ?? null;
  const remark = [
    ...(measure.whyNoPercent === null || measure.of === null ? [] : [NO_PERCENT[measure.whyNoPercent]]),
    ...(hours === null ? [] : [`half of them within ${Number(hours.toFixed(1))} h`]),
  ];
  return [
    lineage.title,
    name,
    measure.count,
    measure.of,
    measure.percent,
    measure.range?.low ?? null,
    measure.range?.high ?? null,
    remark.join('; '),
    measure.rule,
    formula,
    measure.counted.map(dateOf).join('; '),
    measure.among.map(dateOf).join('; '),
  ];
}
