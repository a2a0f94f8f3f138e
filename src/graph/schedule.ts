import { addressKey } from '../domain/person';
import type { AwayReading } from '../domain/reading';
import { DAY, type Instant, type Span } from '../domain/time';
import type { GraphClient } from './client';
import { fieldsOf, listOf, textOf } from './json';
import { CALLS } from './permissions';
import { isoOf, spanOf } from './times';

/** Exchange refuses longer looks (42 days by its documentation, 62 in newer versions) and more people at once. */
const LONGEST = 42 * DAY;
const PEOPLE_AT_ONCE = 20;

/** When people were out of office. Whoever cannot be looked up (a guest, a group) is left out. */
export async function readAway(
  client: GraphClient,
  addresses: readonly string[],
  window: Span,
): Promise<readonly AwayReading[]> {
  const people = [...new Set(addresses.map(addressKey))].filter((address) => address.includes('@'));
  const asks = blocks(people).flatMap((block) =>
    stretches(window).map((part) => scheduleOf(client, block, part)),
  );
  const spans = new Map<string, Span[]>();
  for (const { person, span } of (await Promise.all(asks)).flat()) {
    spans.set(person, [...(spans.get(person) ?? []), span]);
  }
  return [...spans].flatMap(([person, all]) => joined(all).map((span) => ({ person, span })));
}

async function scheduleOf(
  client: GraphClient,
  schedules: readonly string[],
  window: Span,
): Promise<readonly AwayReading[]> {
  const wall = (at: Instant) => ({ dateTime: isoOf(at).slice(0, 19), timeZone: 'UTC' });
  const answer = await client({
    call: CALLS.schedule,
    body: {
      schedules,
      startTime: wall(window.start),
      endTime: wall(window.end),
      // The coarsest: the digits it makes are not read.
      availabilityViewInterval: 1440,
    },
  });
  return listOf(answer.value).flatMap(awayOf);
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

const blocks = (people: readonly string[]): readonly (readonly string[])[] =>
  people.length === 0 ? [] : [people.slice(0, PEOPLE_AT_ONCE), ...blocks(people.slice(PEOPLE_AT_ONCE))];

function stretches({ start, end }: Span): readonly Span[] {
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
