import type { WouldGo } from '../../domain/forget/what-would-go';
import type { Instant } from '../../domain/time/time';

/** What an erasure of another machine or a file took out of the log, and can still come back. */
export interface GoingErasure {
  /** Null: not before the clock agrees with what else is known of the time. */
  readonly at: Instant | null;
  readonly wouldGo: WouldGo;
}

/** Rows about people that are taken out of the log soon. */
export interface GoingRows {
  /** Up to and with this month: `2026-05`. */
  readonly until: string;
  /** Null: not before the clock agrees with what else is known of the time. */
  readonly at: Instant | null;
  /** Another machine of the owner's, or a file, has reduced them. */
  readonly elsewhere: boolean;
  readonly wouldGo: WouldGo;
}
