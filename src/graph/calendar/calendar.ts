import type { CalendarItem, CalendarReading, ReadingFault } from '../../domain/facts/observed/reading';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Instant, Span } from '../../domain/time/time';
import type { Ask, GraphClient } from '../client/client';
import { fieldsOf, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { isoOf } from '../shapes/graph-times';
import type { Reader } from '../shapes/person-json';
import { EVENT_FIELDS, isPrivate, readItem } from './event-json';

/** Larger pages were seen to repeat items. */
const PAGE = '100';

const windowQuery = (window: Span) => ({
  startDateTime: isoOf(window.start),
  endDateTime: isoOf(window.end),
  $select: EVENT_FIELDS.join(),
  $top: PAGE,
});

/**
 * All items of the window. `readAt` is the moment before the first page: what the reading does not show had not
 * happened by then.
 */
export async function readCalendar(
  client: GraphClient,
  window: Span,
  reader: Reader,
  readAt: Instant,
  more: { readonly onProgress?: (items: number) => void; readonly signal?: AbortSignal | undefined },
): Promise<CalendarReading> {
  const ask: Ask = {
    call: CALLS.calendarView,
    query: { ...windowQuery(window), $orderby: 'start/dateTime', $count: 'true' },
    signal: more.signal,
  };
  return sorted(await readAll(client, ask, more.onProgress), window, reader, readAt);
}

/** What is left of a series within the window; its cancelled occurrences are not in it for the organizer. */
export async function readInstances(
  client: GraphClient,
  series: SeriesId,
  window: Span,
  reader: Reader,
  readAt: Instant,
): Promise<CalendarReading> {
  const path = `/me/events/${encodeURIComponent(series)}/instances`;
  const ask = { call: CALLS.instances, path, query: windowQuery(window) };
  return sorted(await readAll(client, ask), window, reader, readAt);
}

/** Private items are dropped, unreadable ones are named, the rest goes on. */
export function sorted(
  events: readonly unknown[],
  window: Span,
  reader: Reader,
  readAt: Instant,
): CalendarReading {
  const items: CalendarItem[] = [];
  const unreadable: { id: string | null; fault: ReadingFault }[] = [];
  for (const event of events) {
    if (isPrivate(event)) continue;
    const read = readItem(event, reader);
    if (read.ok) items.push(read.value);
    else unreadable.push({ id: textOf(fieldsOf(event)?.id), fault: read.fault });
  }
  return { window, readAt, items, unreadable };
}
