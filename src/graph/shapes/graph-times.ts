import type { ReadingFault } from '../../domain/facts/observed/reading';
import { fail, ok, type Result } from '../../domain/result';
import { dayOfMidnight } from '../../domain/time/days';
import { type Instant, type LocalDate, MINUTE, SECOND, type Span, type Zone } from '../../domain/time/time';
import { instantAt, localMinute } from '../../domain/time/zone';
import { fieldsOf } from '../client/json';
import { zoneOf } from './zone-names';

/** A date and a time with any number of fraction digits (Graph writes seven), perhaps with an offset. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?$/;

/** `0001-01-01` and `1601-01-01` are Graph's and Exchange's ways to say "never". */
const FIRST_YEAR = '1900';

interface Written {
  readonly date: LocalDate;
  /** Milliseconds after midnight. */
  readonly clock: number;
  readonly offset: string | undefined;
}

function written(value: unknown): Written | null {
  if (typeof value !== 'string') return null;
  const [, date = '', hours = '', minutes = '', seconds = '0', fraction = '', offset] =
    WRITTEN.exec(value) ?? [];
  if (!isDate(date)) return null;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  if (h > 23 || m > 59 || s > 59) return null;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { date, clock: (h * 60 + m) * MINUTE + s * SECOND + thousandths, offset };
}

/** A day that exists, in years that mean something. */
export function isDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || value < FIRST_YEAR) return false;
  const day = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(value);
}

function atOffset({ date, clock, offset = 'Z' }: Written): Instant {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const east = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1);
  return Date.parse(`${date}T00:00:00Z`) + clock - east;
}

/** A DateTimeOffset as an instant; without an offset it is UTC. Null for "never" and for what is no time. */
export function instantOf(value: unknown): Instant | null {
  const time = written(value);
  return time === null ? null : atOffset(time);
}

/**
 * Graph's `{dateTime, timeZone}` as an instant. The server does not always answer in the zone it was asked for, so
 * each value's own zone counts; one that nobody knows is read as `otherwise`.
 */
export function wallInstantOf(value: unknown, otherwise: Zone): Instant | null {
  const fields = fieldsOf(value);
  const time = written(fields?.dateTime);
  if (time === null) return null;
  if (time.offset !== undefined) return atOffset(time);
  const zone = zoneOf(fields?.timeZone) ?? otherwise;
  if (zone === 'UTC') return atOffset(time);
  return instantAt(time.date, Math.floor(time.clock / MINUTE), zone) + (time.clock % MINUTE);
}

/**
 * An all-day value floats: midnight of its date in the item's own zone, whatever zone it is written in. Where what is
 * written is no midnight there, it is one somewhere else, and means that one's date.
 */
function floating(value: unknown, zone: Zone): Instant | null {
  const time = written(fieldsOf(value)?.dateTime);
  const instant = time === null || time.clock === 0 ? null : wallInstantOf(value, zone);
  if (time === null) return null;
  if (instant === null) return instantAt(time.date, 0, zone);
  return localMinute(instant, zone) === 0 ? instant : instantAt(dayOfMidnight(instant), 0, zone);
}

/** `start` and `end` of an event or a message. `zone` is the item's own. */
export function spanOf(
  start: unknown,
  end: unknown,
  zone: Zone,
  allDay: boolean,
): Result<Span, ReadingFault> {
  const read = (value: unknown) => (allDay ? floating(value, zone) : wallInstantOf(value, zone));
  if (start === undefined || start === null) return fail('start-missing');
  if (end === undefined || end === null) return fail('end-missing');
  const [from, to] = [read(start), read(end)];
  if (from === null) return fail('start-unreadable');
  if (to === null) return fail('end-unreadable');
  return to < from ? fail('ends-before-it-starts') : ok({ start: from, end: to });
}

/** For a query: `2026-11-20T15:40:00.000Z`. */
export const isoOf = (instant: Instant): string => new Date(instant).toISOString();
