import type { Fact } from '../../domain/facts/log/fact';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { outcomesUntil } from '../../domain/judge/verdict/outcomes-until';
import { type Columns, isSameColumns, joined, yearsOf } from '../../domain/measure/columns';
import type { Instant } from '../../domain/time/time';
import type { ColumnsCard, Opening, YearColumns } from '../store/records';
import type { Reading, Writing } from '../store/store';

/** What says of the columns of a lineage, year by year, whether all of them are there and still hold. */
export const columnsCard = (
  columns: Columns,
  judged: JudgedLineage,
  facts: readonly Fact[],
  now: Instant,
): ColumnsCard => ({
  rows: columns.starts.length,
  since: now,
  until: outcomesUntil(judged, facts, now),
});

/** Puts the years that are not kept as they should be: of a log of ten years it is one. */
export async function putColumns(tx: Writing, root: number, columns: Columns): Promise<void> {
  const { missing, gone } = await differences(tx, root, columns);
  for (const year of missing) tx.put('columns', year);
  for (const year of gone) tx.remove('columns', [root, year]);
}

/** For `rebuild`. */
export async function areColumnsKept(tx: Reading, root: number, columns: Columns): Promise<boolean> {
  const { missing, gone } = await differences(tx, root, columns);
  return missing.length + gone.length === 0;
}

/** Which years should be kept and are not so, and which are kept and should not be. */
async function differences(tx: Reading, root: number, columns: Columns) {
  const kept = new Map((await tx.yearsOf(root)).map((one) => [one.year, one.columns]));
  const years = yearsOf(columns);
  const missing = [...years].flatMap(([year, ours]) => {
    const before = kept.get(year);
    return before !== undefined && isSameColumns(before, ours) ? [] : [{ root, year, columns: ours }];
  });
  return { missing, gone: [...kept.keys()].filter((year) => !years.has(year)) };
}

/**
 * What the trend of a lineage counts, as its judgement would give it now. Null where that cannot be said: it was not kept
 * yet, a year was lost, or an outcome has changed by time alone.
 */
export function columnsAt(
  years: readonly YearColumns[],
  { columns: card }: Opening,
  now: Instant,
): Columns | null {
  if (card === undefined || now < card.since || (card.until !== null && now >= card.until)) return null;
  const columns = joined(years.map((year) => year.columns));
  return columns.starts.length === card.rows ? columns : null;
}
