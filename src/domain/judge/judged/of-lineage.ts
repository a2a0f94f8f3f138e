import type { SeriesId } from '../../facts/things/occurrence';
import type { JudgedLineage } from './judged';

/** Whether something was said in this lineage. What was made outside of meetings (10.2) is of none. */
export const isOfLineage = (
  lineage: Pick<JudgedLineage, 'series'>,
  { series }: { readonly series: SeriesId | null },
): boolean => series !== null && lineage.series.includes(series);
