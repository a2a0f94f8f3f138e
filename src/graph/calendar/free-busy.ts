import type { FreeBusyReading } from '../../domain/facts/observed/reading';
import { addressKey } from '../../domain/facts/things/person';
import { MINUTE, type Span } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { fieldsOf, listOf, textOf } from '../client/json';
import { spanOf } from '../shapes/graph-times';
import { hoursOf, schedulesOf, stretches } from './schedule';

/** Minutes that each digit of a view stands for. */
const INTERVAL = 15;

/** Statuses, and their digits, of somebody who can be talked to. */
const FREE: ReadonlySet<string> = new Set(['free', 'workingelsewhere']);
const FREE_DIGITS: ReadonlySet<string> = new Set(['0', '4']);

/**
 * When these people are taken, as far as their calendars show it to the owner, in the order in which they were asked for.
 * `taken` is null of whoever cannot be looked at: one stretch that is not shown hides what may lie in it.
 */
export async function readFreeBusy(
  client: GraphClient,
  addresses: readonly string[],
  window: Span,
): Promise<readonly FreeBusyReading[]> {
  const people = addresses.map(addressKey);
  const looks = await Promise.all(
    stretches(window).map(async (part) => ({
      part,
      shown: await schedulesOf(client, people, part, INTERVAL),
    })),
  );
  return people.map((person) => {
    const theirs = looks.map(({ part, shown }) => ({ part, schedule: shown.find(isOf(person)) }));
    const parts = theirs.map(({ part, schedule }) => takenIn(schedule, part));
    return {
      person,
      taken: parts.some((one) => one === null) ? null : parts.flatMap((one) => one ?? []),
      hours: theirs.flatMap(({ schedule }) => hoursOf(schedule))[0] ?? null,
    };
  });
}

const isOf =
  (person: string) =>
  (schedule: unknown): boolean =>
    addressKey(textOf(fieldsOf(schedule)?.scheduleId) ?? '') === person;

/** By the items where they are shown, else by the digits of the view; null where neither says it of the whole window. */
export function takenIn(schedule: unknown, window: Span): readonly Span[] | null {
  const fields = fieldsOf(schedule);
  if (fields === null || fieldsOf(fields.error) !== null) return null;
  const items = listOf(fields.scheduleItems).map(takenBy);
  if (items.length > 0 && !items.includes(null)) return items.flatMap((one) => one ?? []);
  return takenByView(textOf(fields.availabilityView) ?? '', window);
}

/** Nothing, of what leaves them free; null where it cannot be read. */
function takenBy(item: unknown): readonly Span[] | null {
  const { status, start, end } = fieldsOf(item) ?? {};
  if (FREE.has(textOf(status)?.toLowerCase() ?? '')) return [];
  const span = spanOf(start, end, 'UTC', false);
  return span.ok ? [span.value] : null;
}

function takenByView(view: string, { start, end }: Span): readonly Span[] | null {
  if (view === '' || view.length * INTERVAL * MINUTE < end - start) return null;
  const step = INTERVAL * MINUTE;
  return [...view].flatMap((digit, at) =>
    FREE_DIGITS.has(digit) ? [] : [{ start: start + at * step, end: start + (at + 1) * step }],
  );
}
