/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** From start (included) to end (excluded). */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** A calendar day without a zone: `2026-11-20`. */
export type LocalDate = string;

/** An IANA name: `Europe/London`. */
export type Zone = string;

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * When something happened, as far as anybody can know: after `after` (excluded; null: open towards
 * the past) and no later than `until` (included). Known exactly when both are the same instant.
 */
export interface Moment {
  readonly after: Instant | null;
  readonly until: Instant;
}

export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export const exactly = (at: Instant): Moment => ({ after: at, until: at });
export const isExact = (moment: Moment): boolean => moment.after === moment.until;
export const minutesOf = (span: Span): number => (span.end - span.start) / MINUTE;
export const overlapOf = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
