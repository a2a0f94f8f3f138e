import { type OccurrenceKey, seriesOf } from '../things/occurrence';
import type { Fact } from './fact';
import { emptyOccurrence, folioOf, type OccurrenceFile } from './folio';
import type { History } from './history';

/** Said of one occurrence: it tells nothing about any other. */
const OF_ONE = ['check-in', 'correction', 'dispute', 'annotation'] as const;

/** What is agreed, decided and told: no outcome rests on it. */
const OF_NONE = [
  ...['decision', 'decision-step', 'agreement', 'agreement-reply', 'input-request', 'answer', 'mail-reply'],
  ...['recap', 'gesture', 'look-back', 'retention'],
] as const satisfies readonly Fact['kind'][];

/** How much has to be judged again when a fact is new. */
export type Reach = 'nothing' | 'occurrence' | 'lineage';

/** An undo reaches as far as what it takes back, which is among what is `known`. */
export function reachOf(fact: Fact, known: readonly Fact[]): Reach {
  let reached: Fact | undefined = fact;
  for (let deep = 0; reached?.kind === 'undo'; deep++) {
    const of: string = reached.of;
    reached = deep < known.length ? known.find(({ id }) => id === of) : undefined;
  }
  if (OF_ONE.some((kind) => kind === reached?.kind)) return 'occurrence';
  return OF_NONE.some((kind) => kind === reached?.kind) ? 'nothing' : 'lineage';
}

/** What the owner and others said of an occurrence. */
export type Words = Pick<OccurrenceFile, 'checkIns' | 'corrections' | 'disputes' | 'notes'>;

/** The words that stand among all facts about one occurrence. */
export function wordsOn(key: OccurrenceKey, history: History): Words {
  const file = folioOf(history).series.get(seriesOf(key))?.occurrences.get(key);
  const { checkIns, corrections, disputes, notes } = file ?? emptyOccurrence(key);
  return { checkIns, corrections, disputes, notes };
}
