import { MINUTE } from '../../time/time';
import type { SeriesRules } from './rules';

/** 4.1: exactly 5:00 is on time. */
export const GRACE_MINUTES = 5;
/** 2.4 and 4.1: exactly half is enough. */
export const THRESHOLD = 0.5;

/** What being there is measured against in a series (2.4, 4.1). */
export interface Thresholds {
  /** Milliseconds. */
  readonly grace: number;
  /** From 0 to 1. */
  readonly threshold: number;
}

/** The rules of the series, each with its default. A number that makes no sense, as a file can bring it, counts as none. */
export function thresholdsOf({ graceMinutes, threshold }: SeriesRules): Thresholds {
  const grace = isWithin(graceMinutes, 0, Number.MAX_SAFE_INTEGER / MINUTE) ? graceMinutes : GRACE_MINUTES;
  return { grace: grace * MINUTE, threshold: isWithin(threshold, 0, 1) ? threshold : THRESHOLD };
}

const isWithin = (value: number | undefined, from: number, to: number): value is number =>
  value !== undefined && value >= from && value <= to;

const PARTS = 10_000;

/**
 * Less than the share that is asked for; exactly the share is enough. Counted in whole numbers: 55 % of half an hour is
 * not a whole number of milliseconds for a machine, and a boundary must not depend on that.
 */
export const fallsShort = (time: number, of: number, { threshold }: Thresholds): boolean =>
  time * PARTS < Math.round(threshold * PARTS) * of;
