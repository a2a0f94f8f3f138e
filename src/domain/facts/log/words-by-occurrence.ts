import type { Reach } from '../things/kind-row';
import { type OccurrenceKey, seriesOf } from '../things/occurrence';
import type { Fact } from './fact';
import { emptyOccurrence, factIndexOf, type OccurrenceFile } from './fact-index';
import type { History } from './history';
import { kindOf } from './kinds';

/** An undo reaches as far as what it takes back, which is among what is `known`. */
export function reachOf(fact: Fact, known: readonly Fact[]): Reach {
  let reached: Fact | undefined = fact;
  for (let deep = 0; reached?.kind === 'undo'; deep++) {
    const of: string = reached.of;
    reached = deep < known.length ? known.find(({ id }) => id === of) : undefined;
  }
  const reach = reached === undefined ? 'undone' : kindOf(reached).reach;
  return reach === 'undone' ? 'lineage' : reach;
}

/** What the owner and others said of an occurrence. */
export type WordsByOccurrence = Pick<OccurrenceFile, 'checkIns' | 'corrections' | 'disputes' | 'notes'>;

/** The words that stand among all facts about one occurrence. */
export function wordsOn(key: OccurrenceKey, history: History): WordsByOccurrence {
  const file = factIndexOf(history).series.get(seriesOf(key))?.occurrences.get(key);
  const { checkIns, corrections, disputes, notes } = file ?? emptyOccurrence(key);
  return { checkIns, corrections, disputes, notes };
}
