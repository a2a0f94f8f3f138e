import { tzOffset } from '@date-fns/tz';

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** A calendar day without a zone: `2026-10-29`. */
export type LocalDate = string;

/** From `start` up to, and without, `end`. */
export interface Span {
  start: Instant;
  end: Instant;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Offsets change on a quarter of an hour; asking for one costs a hundred times what remembering it does. */
const QUARTER = 15 * MINUTE;
const known = new Map<string, number>();

function offsetIn(zone: string, instant: Instant): number {
  const quarter = Math.floor(instant / QUARTER);
  const key = `${zone} ${quarter}`;
  const offset = known.get(key) ?? tzOffset(zone, new Date(quarter * QUARTER)) * MINUTE;
  known.set(key, offset);
  return offset;
}

/**
 * A wall clock in a zone as an instant. At a clock change a time that does not exist slides forward, and of two
 * equal times the first is meant, as Exchange does.
 */
export function instantOf(date: LocalDate, time: string, zone: string): Instant {
  const naive = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const before = offsetIn(zone, naive - DAY);
  const after = offsetIn(zone, naive + DAY);
  if (before === after) return naive - before;
  const early = naive - before;
  const late = naive - after;
  if (offsetIn(zone, early) === before) return early;
  return offsetIn(zone, late) === after ? late : early;
}

/** `at('2026-10-29 14:50', 'Europe/London')`; without a zone the clock is UTC. */
export function at(clock: string, zone = 'UTC'): Instant {
  const [date = '', time = '00:00'] = clock.split(/[ T]/);
  return instantOf(date, time, zone);
}

/** The wall clock of an instant in a zone, written `2026-10-29T14:50:00.000`. */
export const clockIn = (zone: string, instant: Instant): string =>
  new Date(instant + offsetIn(zone, instant)).toISOString().slice(0, 23);

export const dateIn = (zone: string, instant: Instant): LocalDate => clockIn(zone, instant).slice(0, 10);

/** Days since 1970 of a local date, so that days can be counted without any zone. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const dateOfDay = (day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);
