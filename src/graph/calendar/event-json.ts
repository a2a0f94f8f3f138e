import type { CalendarItem, ReadingFault } from '../../domain/facts/observed/reading';
import type { Person } from '../../domain/facts/things/person';
import { fail, ok, type Result } from '../../domain/result';
import type { Instant, Span, Zone } from '../../domain/time/time';
import { instantAt, localMinute } from '../../domain/time/zone';
import { dateInId } from '../../formats/text/date-in-id';
import { fieldsOf, type Json, listOf, textOf, within } from '../client/json';
import { instantOf, spanOf } from '../shapes/graph-times';
import { answerOf, attendeesOf, personOf, type Reader } from '../shapes/person-json';
import { firstZone, zoneOf } from '../shapes/zone-names';

/** What is asked of an event; never its body. */
export const EVENT_FIELDS = [
  'id',
  'subject',
  'type',
  'seriesMasterId',
  'start',
  'end',
  'originalStart',
  'originalStartTimeZone',
  'isAllDay',
  'isCancelled',
  'isOrganizer',
  'isDraft',
  'responseStatus',
  'organizer',
  'attendees',
  'onlineMeeting',
  'sensitivity',
  'categories',
] as const;

/** Private items are never read: they are dropped before anything of them is looked at. */
export const isPrivate = (event: unknown): boolean =>
  textOf(fieldsOf(event)?.sensitivity)?.toLowerCase() === 'private';

const KINDS = ['singleinstance', 'occurrence', 'exception', 'seriesmaster'] as const;
export type EventKind = (typeof KINDS)[number];

/** Graph's kind of an event; told from its links where the member was not selected, null where it is unknown. */
export function eventKind(event: Json): EventKind | null {
  const said = textOf(event.type)?.toLowerCase();
  if (said !== undefined) return KINDS.find((kind) => kind === said) ?? null;
  if (textOf(event.seriesMasterId) !== null) return 'occurrence';
  return fieldsOf(event.recurrence) !== null || Array.isArray(event.cancelledOccurrences)
    ? 'seriesmaster'
    : 'singleinstance';
}

/**
 * What change tracking sends for an occurrence: ids and times, neither subject nor isCancelled. Absent is not null:
 * read as an event it would erase what is known.
 */
const isStub = (event: Json): boolean =>
  event.isCancelled === undefined && event.subject === undefined && event.attendees === undefined;

/** What masters, occurrences and single meetings have in common. */
export interface EventRead {
  readonly event: Json;
  readonly id: string;
  readonly kind: EventKind;
  readonly zone: Zone;
  readonly allDay: boolean;
  readonly span: Span;
  readonly ownerOrganizes: boolean;
  readonly organizer: Person | null;
}

export function readEvent(json: unknown, reader: Reader): Result<EventRead, ReadingFault> {
  const event = fieldsOf(json);
  if (event === null) return fail('not-an-object');
  const id = textOf(event.id);
  if (id === null) return fail('id-missing');
  if (isStub(event)) return fail('stub');
  const kind = eventKind(event);
  if (kind === null) return fail('kind-unknown');
  const allDay = event.isAllDay === true;
  const zone = homeZone(event, allDay, reader);
  const span = spanOf(event.start, event.end, zone, allDay);
  if (!span.ok) return span;
  const organizer = personOf(event.organizer);
  return ok({
    event,
    id,
    kind,
    zone,
    allDay,
    span: span.value,
    ownerOrganizes: event.isOrganizer === true,
    organizer,
  });
}

/**
 * Of a day without time, UTC is what Graph writes when it says nothing (graph-docs#2804): its dates are the mailbox's as
 * well as anybody's.
 */
function homeZone(event: Json, allDay: boolean, { zone }: Reader): Zone {
  const own = within(event.recurrence, 'range').recurrenceTimeZone;
  const planned = event.originalStartTimeZone;
  return firstZone(own, allDay && zoneOf(planned) === 'UTC' ? null : planned, zone);
}

/** An item of calendarView or instances as the domain knows it, or why it cannot be one. */
export function readItem(json: unknown, reader: Reader): Result<CalendarItem, ReadingFault> {
  const read = readEvent(json, reader);
  if (!read.ok) return read;
  const { event, id, kind, zone, allDay, span, ownerOrganizes, organizer } = read.value;
  const series = textOf(event.seriesMasterId);
  if (kind === 'seriesmaster' || (kind !== 'singleinstance' && series === null)) return fail('kind-unknown');
  const own = answerOf(event.responseStatus);
  return ok({
    id,
    series: kind === 'singleinstance' ? null : series,
    title: textOf(event.subject) ?? '',
    span,
    originalStart: kind === 'singleinstance' ? null : originalStartOf(read.value),
    ...(kind === 'singleinstance' ? {} : { dateInId: dateInId(id) }),
    zone,
    allDay,
    cancelled: event.isCancelled === true,
    draft: event.isDraft === true,
    holiday: allDay && listOf(event.categories).some((name) => /^holiday$/i.test(textOf(name) ?? '')),
    ownerOrganizes,
    organizer,
    attendees: attendeesOf(event.attendees, organizer, ownerOrganizes, own, reader),
    ownResponse: own.response,
    ownRespondedAt: own.respondedAt,
    joinUrl: joinUrlOf(event),
  });
}

/** `onlineMeetingUrl` is null for Teams: the link is in here. */
export const joinUrlOf = (event: Json): string | null => textOf(within(event, 'onlineMeeting').joinUrl);

/**
 * Planned start before any move. Exceptions were seen without it: their id still tells the date, and their own
 * start the time of day, which is right unless that was moved as well.
 */
export function originalStartOf({ event, id, kind, zone, allDay, span }: EventRead): Instant | null {
  const said = instantOf(event.originalStart);
  if (said !== null || kind !== 'exception') return said;
  const date = dateInId(id);
  if (date === null) return null;
  const minute = allDay ? 0 : localMinute(span.start, zone);
  return instantAt(date, minute, zone);
}
