import type { Fact } from '../../domain/facts/log/fact';
import { mergeFacts } from '../../domain/facts/log/log';
import { reachOf } from '../../domain/facts/log/words-by-occurrence';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { latestPart } from '../../domain/judge/questions/latest-part';
import type { Columns } from '../../domain/measure/columns';
import type { Instant } from '../../domain/time/time';
import { factsIn, membersOf, type UnitOfWork } from '../facts/unit-of-work';
import type { Opening } from '../store/records';
import type { Reading } from '../store/store';
import { columnsAt, columnsCard } from './column-pages';
import { type DecisionNumbers, decisionNumbersIn } from './decision-numbers';

/** What the first look at a lineage needs, in one record: ten years of a daily meeting open as fast as ten weeks. */
export function openingOf(
  unit: UnitOfWork,
  root: number,
  judged: JudgedLineage,
  columns: Columns,
  now: Instant,
): Opening {
  const facts = membersOf(unit, root).flatMap(({ number }) => factsIn(unit, number));
  const lineage = latestPart(judged, now);
  const card = columnsCard(columns, judged, facts, now);
  return { root, lineage, isPart: lineage !== judged, facts: toldIn(facts), columns: card };
}

/** What was decided, asked and told, and what was taken back of it. */
export function toldIn(facts: readonly Fact[]): readonly Fact[] {
  const undos = facts.filter(({ kind }) => kind === 'undo');
  const told = facts.filter((fact) => fact.kind !== 'undo' && reachOf(fact, []) === 'nothing');
  const known = [...told, ...undos];
  // In the order recorded, in whatever order the pages were written.
  return mergeFacts(
    told,
    undos.filter((undo) => reachOf(undo, known) === 'nothing'),
  );
}

export interface OpeningRead extends Omit<Opening, 'root' | 'columns'> {
  /** What the trend counts, of all of the lineage; null where that cannot be said yet, or to this owner. */
  readonly columns: Columns | null;
  readonly numbers: DecisionNumbers;
}

/** As it was when the log was last written; null when nothing is known, or nothing was written since this is kept. */
export async function openingAt(
  tx: Reading,
  series: SeriesId,
  owner: Owner | null,
  now: Instant,
): Promise<OpeningRead | null> {
  // Asked for together: each question that waits for an answer costs as much as the answer.
  const [record, judgedFor] = await Promise.all([tx.get('series', series), tx.get('meta', 'owner')]);
  if (record === undefined) return null;
  const [opening, years, numbers] = await Promise.all([
    tx.get('openings', record.root),
    tx.yearsOf(record.root),
    decisionNumbersIn(tx),
  ]);
  if (opening === undefined) return null;
  const isOurs = JSON.stringify(judgedFor?.value) === JSON.stringify(owner);
  return { ...opening, columns: isOurs ? columnsAt(years, opening, now) : null, numbers };
}
