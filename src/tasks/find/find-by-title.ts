import type { CalendarItem } from '../../domain/facts/observed/reading';
import { occurrenceKey } from '../../domain/facts/things/occurrence';
import { normalizedTitle } from '../../domain/facts/things/title';
import { DAY, type Instant } from '../../domain/time/time';
import { localDate } from '../../domain/time/zone';
import type { ItemPlace } from '../ledger-port';
import type { Ports } from '../ports';

interface Sought {
  readonly title: string;
  /** When the meeting is, or was before it was moved or cancelled; null where the item does not say. */
  readonly start: Instant | null;
}

/**
 * The meeting of an item that names none: a message about it, or an appointment of somebody else's calendar. Looked
 * for by title and time in the owner's calendar, then by title among the logs that are kept, because a cancelled
 * occurrence may have left the calendar. Null where more than one meeting would fit.
 */
export async function findByTitle(ports: Ports, sought: Sought): Promise<ItemPlace | null> {
  const title = normalizedTitle(sought.title);
  if (title === '') return null;
  return (await inCalendar(ports, title, sought.start)) ?? (await inLedger(ports, title, sought.start));
}

async function inCalendar(ports: Ports, title: string, start: Instant | null): Promise<ItemPlace | null> {
  if (start === null) return null;
  const { items } = await ports.graph.readCalendar({ start: start - DAY, end: start + DAY });
  const alike = items.filter((one) => normalizedTitle(one.title) === title);
  const sameTime = alike.filter(({ span, originalStart }) => span.start === start || originalStart === start);
  const sameDay = alike.filter(({ span }) => Math.abs(span.start - start) < DAY / 2);
  const near = sameTime.length > 0 ? sameTime : sameDay;
  // A cancelled occurrence and the single meeting that took its place may stand at the same time.
  const recurring = near.filter(({ series }) => series !== null);
  const [first, ...others] = recurring.length > 0 ? recurring : near;
  return first === undefined || others.length > 0 ? null : placeOf(first);
}

/** A single meeting is the only occurrence of itself. */
export function placeOf({ id, series, originalStart, span, zone }: CalendarItem): ItemPlace {
  const meeting = series ?? id;
  return {
    series: meeting,
    occurrence: occurrenceKey(meeting, localDate(originalStart ?? span.start, zone)),
  };
}

async function inLedger(ports: Ports, title: string, start: Instant | null): Promise<ItemPlace | null> {
  const kept = await ports.ledger.keptSeries();
  const [first, ...others] = kept.filter((one) => normalizedTitle(one.title) === title);
  if (first === undefined || others.length > 0) return null;
  const view = await ports.ledger.view(first.lineage);
  const there = view?.occurrences.find(
    ({ original, effective }) => original.start === start || effective.start === start,
  );
  return { series: first.lineage, occurrence: there?.key ?? null };
}
