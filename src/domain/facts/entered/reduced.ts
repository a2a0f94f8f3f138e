import type { Instant } from '../../time/time';
import type { SeriesId } from '../things/occurrence';
import type { Outcome } from '../things/outcomes';

/** How long facts about persons are kept, in days; 180 if nobody chose (9). */
export const RETENTIONS = [30, 90, 180, 365] as const;
export type RetentionDays = (typeof RETENTIONS)[number];
export const DEFAULT_RETENTION: RetentionDays = 180;

/** The owner chose how long facts about persons are kept, in the whole log; the latest choice counts. */
export interface Retention {
  readonly kind: 'retention';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly days: RetentionDays;
}

/** What is left of one month of a series: counts, and nobody in them. */
export interface MonthCounts {
  /** `2026-05`, by the dates of the occurrences' keys. */
  readonly month: string;
  /** How many ended how; what is disputed or still to come is in none. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly moves: number;
  readonly shortNoticeMoves: number;
  /** Minutes together, and planned, of the counted ones. */
  readonly minutes: number;
  readonly plannedMinutes: number;
}

/**
 * Facts about persons were reduced to counts by the month, up to and with the month `until` (9). It is what keeps
 * them away as well: no fact about a person of that time is taken in again, in any series.
 */
export interface Reduced {
  readonly kind: 'reduced';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly until: string;
  readonly months: readonly MonthCounts[];
  /** Points and promises that were closed by then, in the whole log: their ids alone, which keep them away as well. */
  readonly closed?: readonly string[];
  /** The highest number of a point among them: no number is given twice (12.1). */
  readonly numbersTo?: number;
}

/** All points and promises that went. */
export const closedIn = (all: readonly Pick<Reduced, 'closed'>[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ closed = [] }) => closed));

/** The latest month that was reduced; empty where none was. */
export const reducedUntil = (all: readonly Pick<Reduced, 'until'>[]): string =>
  all
    .map(({ until }) => until)
    .sort()
    .at(-1) ?? '';

const size = ({ outcomes }: MonthCounts): number =>
  Object.values(outcomes).reduce((sum, count) => sum + count, 0);

/**
 * Each month of each series once, oldest first. Two machines may have reduced the same month: the one that knew more of
 * it counts, else the one that sorts first.
 */
export function monthCountsOf(all: readonly Reduced[]): readonly MonthCounts[] {
  const months = new Map<string, MonthCounts>();
  for (const { series, months: counted } of [...all].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const one of counted) {
      const key = `${one.month} ${series}`;
      const other = months.get(key);
      if (other === undefined || size(one) > size(other)) months.set(key, one);
    }
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
