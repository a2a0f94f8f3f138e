import type { NoticeBin } from '../../domain/measure/notice-bins';
import type { Trend } from '../../domain/measure/trend';
import type { TimeWords } from '../words/times';

/** In the order they are shown. Each is drawn (Trend) and stands as a table (TrendTable): the compiler asks both. */
export const CHARTS = ['weeks', 'rolling', 'notice'] as const;

export interface ChartProps {
  readonly trend: Trend;
  readonly bins: Readonly<Record<NoticeBin, number>>;
  readonly time: TimeWords;
}

/** One way to show every chart. */
export type ShownCharts<Shown> = Readonly<Record<(typeof CHARTS)[number], (chart: ChartProps) => Shown>>;
