import type { Instant } from '../../time/time';
import type { SeriesId } from '../things/occurrence';
import type { Owner } from '../things/person';
import type { Fact } from './fact';

/** What the judgement of one lineage rests on: every fact about its series and its people, in any order. */
export interface History {
  readonly owner: Owner;
  readonly facts: readonly Fact[];
}

/** What a sweep remembers between two looks: not a fact, can be lost without harm (ranges get wider). */
export interface SweepMark {
  readonly series: SeriesId;
  readonly sweptAt: Instant;
  /** Meeting messages are known up to here; null: never read (no permission, or never asked). */
  readonly mailsUntil: Instant | null;
  /** The calendar has been read whole back to here. Not given: by a mark of before, which reached 90 days. */
  readonly backTo?: Instant;
  /** When reports, and people's schedules, were last asked for with success. */
  readonly reportsAt?: Instant;
  readonly schedulesAt?: Instant;
}
