import type { SweepMark } from '../domain/facts/log/history';
import type { SeriesId } from '../domain/facts/things/occurrence';
import type { Person } from '../domain/facts/things/person';
import type { LocalDate } from '../domain/time/time';
import type { LogAccess } from './append';
import { around, type LedgerAround } from './around';
import { damagedDays } from './facts/read-facts';
import { type DecisionNumbers, decisionNumbersIn } from './views/decision-numbers';
import { type KeptLine, keptAmong } from './views/lines';
import { oneToOnesAmong } from './views/one-to-ones';
import { marksIn } from './views/sweep-marks';

/** Everything the pane shows of a lineage, as it stands now, and of the log around it. */
export interface OnScreen extends LedgerAround {
  /** Of all decisions of the log, by id. */
  readonly numbers: DecisionNumbers;
  /** The list of logs. */
  readonly kept: readonly KeptLine[];
  /** With whom the owner keeps a one-to-one, the owner included. */
  readonly oneToOnes: readonly Person[];
  /** How far each series was read. */
  readonly marks: readonly SweepMark[];
  /** Days of the lineage of which something is damaged; null: nothing was found, [] that no day can be named. */
  readonly damaged: readonly LocalDate[] | null;
}

/** Of a series that nobody knows: what is known of the log. */
export async function onScreen(access: LogAccess, series: SeriesId): Promise<OnScreen> {
  // What is damaged is found by reading.
  const there = await around(access, series);
  const members = there.lineage?.series ?? [series];
  return access.store.read(['meta', 'entries', 'lineages', 'series'], async (tx) => {
    const [numbers, kept, oneToOnes, marks, damaged] = await Promise.all([
      decisionNumbersIn(tx),
      keptAmong(tx),
      oneToOnesAmong(tx),
      tx.get('meta', 'marks').then(marksIn),
      damagedDays(tx, access.store.damaged(), members),
    ]);
    return {
      ...there,
      numbers,
      kept,
      oneToOnes,
      marks,
      damaged: damaged ?? (there.leftOut === true ? [] : null),
    };
  });
}
