import type { Instant, LocalDate } from './time';

/** One ISO week of the trend, in the owner's zone (7.2). */
export interface WeekPoint {
  /** Monday. */
  readonly monday: LocalDate;
  readonly held: number;
  readonly heldPart: number;
  readonly cancelled: number;
  readonly notHeld: number;
  readonly notRecorded: number;
  readonly excluded: number;
  /** Counted occurrences (section 6). */
  readonly counted: number;
}

/** Share that went ahead over the last n recorded occurrences, with its range; null where under 10. */
export interface RollingPoint {
  readonly at: Instant;
  readonly of: number;
  readonly count: number;
  readonly percent: number | null;
  readonly range: { readonly low: number; readonly high: number } | null;
}

export interface Trend {
  readonly weeks: readonly WeekPoint[];
  readonly rolling: readonly RollingPoint[];
  /** Recorded occurrences in the rolling window: 20, or 12 for rarer series (7.2). */
  readonly windowSize: number;
  readonly change: 'not-enough' | 'no-change' | 'more' | 'fewer';
}

/** Notice of cancellations and short-notice changes in bins (background 5.9). */
export const NOTICE_BINS = ['none', 'under-1h', 'same-day', 'day-before', 'two-days-or-more'] as const;
export type NoticeBin = (typeof NOTICE_BINS)[number];
