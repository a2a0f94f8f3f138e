import type { AwayReading, HoursReading, ScheduleReading } from '../../domain/facts/observed/reading';
import { addressKey } from '../../domain/facts/things/person';
import { DAY, type Instant, type Span, WEEKDAYS } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { fieldsOf, listOf, textOf, within } from '../client/json';
import { CALLS } from '../client/permissions';
import { isoOf, spanOf } from '../shapes/graph-times';
import { zoneOf } from '../shapes/zone-names';

/** Exchange refuses longer looks (42 days by its documentation, 62 in newer versions) and more people at once. */
const LONGEST = 42 * DAY;
const PEOPLE_AT_ONCE = 20;
/** Minutes that a digit stands for, where no digit is read. */
const COARSEST = 1440;

/** When people were out of office, and when they work. Who cannot be looked up (a guest, a group) is left out. */
export async function readSchedules(
  client: GraphClient,
  addresses: readonly string[],
  window: Span,
): Promise<ScheduleReading> {
  const people = [...new Set(addresses.map(addressKey))].filter((address) => address.includes('@'));
  const asks = blocks(people).flatMap((block) =>
    stretches(window).map((part) => schedulesOf(client, block, part, COARSEST)),
  );
  const schedules = (await Promise.all(asks)).flat();
  const spans = new Map<string, Span[]>();
  for (const { person, span } of schedules.flatMap(awayOf)) {
    spans.set(person, [...(spans.get(person) ?? []), span]);
  }
  // Each stretch of time tells the hours again.
  const hours = new Map(schedules.flatMap(hoursOf).map((one) => [one.person, one]));
  return {
    away: [...spans].flatMap(([person, all]) => joined(all).map((span) => ({ person, span }))),
    hours: [...hours.values()],
  };
}

export async function schedulesOf(
  client: GraphClient,
  schedules: readonly string[],
  window: Span,
  minutes: number,
): Promise<readonly unknown[]> {
  const wall = (at: Instant) => ({ dateTime: isoOf(at).slice(0, 19), timeZone: 'UTC' });
  const answer = await client({
    call: CALLS.schedule,
    body: {
      schedules,
      startTime: wall(window.start),
      endTime: wall(window.end),
      availabilityViewInterval: minutes,
    },
  });
  return listOf(answer.value);
}

/** The out-of-office items of one person's schedule; an error in its place gives none. */
export function awayOf(schedule: unknown): readonly AwayReading[] {
  const fields = fieldsOf(schedule);
  const person = addressKey(textOf(fields?.scheduleId) ?? '');
  if (person === '') return [];
  return listOf(fields?.scheduleItems).flatMap((item) => {
    const { status, start, end } = fieldsOf(item) ?? {};
    if (textOf(status)?.toLowerCase() !== 'oof') return [];
    const span = spanOf(start, end, 'UTC', false);
    return span.ok && span.value.start < span.value.end ? [{ person, span: span.value }] : [];
  });
}

/** The working hours of one person's schedule; none where they are not told, or make no sense. */
export function hoursOf(schedule: unknown): readonly HoursReading[] {
  const fields = fieldsOf(schedule);
  const person = addressKey(textOf(fields?.scheduleId) ?? '');
  const { daysOfWeek, startTime, endTime, timeZone } = within(schedule, 'workingHours');
  const days = WEEKDAYS.filter((day) =>
    listOf(daysOfWeek).some((name) => textOf(name)?.toLowerCase() === day),
  );
  const [startMinute, endMinute] = [minuteOf(startTime), minuteOf(endTime)];
  if (person === '' || days.length === 0) return [];
  if (startMinute === null || endMinute === null || startMinute === endMinute) return [];
  return [{ person, zone: zoneOf(fieldsOf(timeZone)?.name), days, startMinute, endMinute }];
}

/** `08:30:00.0000000` */
function minuteOf(time: unknown): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(textOf(time) ?? '') ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

const blocks = (people: readonly string[]): readonly (readonly string[])[] =>
  people.length === 0 ? [] : [people.slice(0, PEOPLE_AT_ONCE), ...blocks(people.slice(PEOPLE_AT_ONCE))];

export function stretches({ start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end; from += LONGEST)
    parts.push({ start: from, end: Math.min(end, from + LONGEST) });
  return parts;
}

/** One absence can show in two looks: spans that touch become one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = all.at(-1);
    if (before === undefined || span.start > before.end) all.push(span);
    else all[all.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
  }
  return all;
}
