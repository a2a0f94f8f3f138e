import type { Instant } from '../../time/time';
import type { SeriesId } from '../things/occurrence';
import type { PersonKey } from '../things/person';

/** What can be owed (14.1), in that order; the last two stand among each other, the soonest first. */
export const LOOP_KINDS = [
  'sending',
  'objection',
  'reply',
  'unrecorded',
  'no-answer',
  'to-tell',
  'sync',
  'talked-about',
  'look-again',
  'promise',
] as const;
export type LoopKind = (typeof LOOP_KINDS)[number];

/** *Not now*, said of an open loop: what it held is put off, and nothing that comes to it later. */
export interface PutOff {
  readonly kind: 'put-off';
  readonly id: string;
  readonly recordedAt: Instant;
  /** Null: the line was of what was decided outside of meetings. */
  readonly series: SeriesId | null;
  readonly loop: LoopKind;
  /** Ids of what the line held: mails, answers, occurrences, askings, decisions, promises with their day. */
  readonly held: readonly string[];
  /** Of whom the line was; absent where it was of nobody alone. */
  readonly person?: PersonKey;
  /** Midnight of the owner's zone. */
  readonly until: Instant;
}
