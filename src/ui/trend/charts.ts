import type { NoticeBin } from '../../domain/measure/notice-bins';
import type { Trend } from '../../domain/measure/trend';
import type { WeekRow } from '../../domain/measure/week-rows';
import type { TimeWords } from '../words/times';

/** In the order they are shown. Each is drawn (Trend) and stands as a table (TrendTable): the compiler asks both. */
export const CHARTS = ['weeks', 'rolling', 'notice'] as const;

export interface ChartProps {
  readonly trend: Trend;
  /** The last weeks, occurrence by occurrence. */
  readonly rows: readonly WeekRow[];
  readonly bins: Readonly<Record<NoticeBin, number>>;
  readonly time: TimeWords;
}

/** Of so few as that a line of shares would show chance (7.1); their marks say it all. */
const MOST_WITHOUT_LINE = 30;
export const hasLine = ({ rolling }: Pick<Trend, 'rolling'>): boolean => rolling.length > MOST_WITHOUT_LINE;

/** One way to show every chart. */
export type ShownCharts<Shown> = Readonly<Record<(typeof CHARTS)[number], (chart: ChartProps) => Shown>>;
