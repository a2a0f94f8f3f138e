import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { Reading, Writing } from '../store/store';

/** What the list of logs says of a lineage: little, so that nobody reads all cards for it. */
interface Line extends Pick<JudgedLineage, 'id' | 'series' | 'title' | 'keptSince' | 'stopped'> {
  readonly root: number;
}

export interface KeptLine {
  readonly lineage: SeriesId;
  readonly series: readonly SeriesId[];
  readonly title: string;
}

const NAME = 'lines';

export const lineOf = (
  root: number,
  { id, series, title, keptSince, stopped }: Omit<JudgedLineage, 'occurrences'>,
): Line => ({ root, id, series, title, keptSince, stopped });

/** By root. A database of before this list was kept has it in its cards. */
export async function linesOf(tx: Reading): Promise<Map<number, Line>> {
  const kept = (await tx.get('meta', NAME))?.value as readonly Line[] | undefined;
  const lines = kept ?? (await tx.all('lineages')).map(({ root, lineage }) => lineOf(root, lineage));
  return new Map(lines.map((line) => [line.root, line]));
}

export function putLines(tx: Writing, lines: ReadonlyMap<number, Line>): void {
  tx.put('meta', { name: NAME, value: [...lines.values()].sort((a, b) => a.root - b.root) });
}

export const removeLines = (tx: Writing): void => tx.remove('meta', NAME);

/** Started and not stopped. One lineage can have two cards while it is asked whether they are the same. */
export async function keptAmong(tx: Reading): Promise<readonly KeptLine[]> {
  const lines = [...(await linesOf(tx)).values()];
  const kept = lines.filter(({ keptSince, stopped }) => keptSince !== null && !stopped);
  return [...new Map(kept.map(({ id, series, title }) => [id, { lineage: id, series, title }])).values()];
}
