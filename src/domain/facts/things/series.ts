import type { Instant, LocalDate, Span, Weekday, Zone } from '../../time/time';
import type { SeriesId } from './occurrence';
import type { Attendee, Person } from './person';

export const WHICH_WEEK = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type WhichWeek = (typeof WHICH_WEEK)[number];

/** On which days a series repeats, as Exchange knows it. */
export type Pattern =
  | { readonly every: 'day'; readonly interval: number }
  | {
      readonly every: 'week';
      readonly interval: number;
      readonly days: readonly Weekday[];
      readonly weekStart: Weekday;
    }
  | { readonly every: 'month'; readonly interval: number; readonly day: number }
  | {
      readonly every: 'month';
      readonly interval: number;
      readonly which: WhichWeek;
      readonly days: readonly Weekday[];
    }
  | { readonly every: 'year'; readonly interval: number; readonly month: number; readonly day: number }
  | {
      readonly every: 'year';
      readonly interval: number;
      readonly month: number;
      readonly which: WhichWeek;
      readonly days: readonly Weekday[];
    };

/** When a series plans its occurrences: local times in one zone, so that clock changes move nothing. */
export interface Recurrence {
  readonly pattern: Pattern;
  readonly zone: Zone;
  readonly firstDate: LocalDate;
  /** Last day (included), null without end. */
  readonly lastDate: LocalDate | null;
  /** Number of occurrences, null where the end is a date or open. */
  readonly count: number | null;
  /** Local start, minutes after midnight. */
  readonly startMinute: number;
  /** Planned length in minutes. */
  readonly lengthMinutes: number;
  readonly allDay: boolean;
  /**
   * Nobody knows the zone: `zone` is a stand-in that gives the days of the rule and no times, and the rule plans
   * nothing (1).
   */
  readonly zoneUnknown?: boolean;
}

/**
 * What the calendar said about a series (or a single meeting) at the moment we looked. Kept only
 * when it differs from what was known; `lookedBefore` is the last look at which the earlier state
 * still stood (null: never looked before).
 */
export interface SeriesSeen {
  readonly kind: 'series-seen';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly seenAt: Instant;
  readonly lookedBefore: Instant | null;
  /** False when the series was looked for and is not there any more (not found, not cancelled). */
  readonly there: boolean;
  readonly title: string;
  readonly organizer: Person | null;
  readonly ownerOrganizes: boolean;
  readonly attendees: readonly Attendee[];
  readonly joinUrl: string | null;
  /** null for a single meeting. */
  readonly recurrence: Recurrence | null;
  readonly first: Span;
  /** Dates the master lists as cancelled or removed (2: counts as cancelled only for the organizer). */
  readonly cancelledDates: readonly LocalDate[];
  /** When the calendar item was created, where Graph says it; for 5.3. */
  readonly createdAt: Instant | null;
  readonly cancelled: boolean;
}
