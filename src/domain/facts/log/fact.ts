import type { Decided } from '../decided/decided-rows';
import type { PointFact } from '../decided/point';
import type { PromiseFact } from '../decided/promise';
import type { TopicStep } from '../decided/topic-step';
import type { Entered } from '../entered/entered-rows';
import type { Observation } from '../observed/observed-rows';

export type { Observation } from '../observed/observed-rows';

/** What the owner said or did. Exists nowhere else. */
export type Entry = Entered | Decided | PointFact | PromiseFact | TopicStep;

/**
 * One line of the log. Facts are added, never edited or removed. `id` makes adding twice harmless:
 * the same observation has the same id on every machine, an own entry has a stamp (see log.ts).
 */
export type Fact = Observation | Entry;
