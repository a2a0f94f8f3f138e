import type { MeetingReading, ReadingFault } from '../../domain/facts/observed/reading';
import { ok, type Result } from '../../domain/result';
import type { Instant, LocalDate } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { unreadable } from '../client/errors';
import { graphId } from '../client/item-id';
import { type Json, listOf, textOf } from '../client/json';
import { isAbsent, lastingId } from '../client/lasting-id';
import { CALLS } from '../client/permissions';
import { instantOf, isDate } from '../shapes/graph-times';
import { answerOf, attendeesOf, type Reader } from '../shapes/person-json';
import { EVENT_FIELDS, isPrivate, joinUrlOf, originalStartOf, readEvent } from './event-json';
import { readRule } from './recurrence-json';

/** Only a GET of the master, and only by name, gives the dates that were cancelled. */
const MASTER_FIELDS = [...EVENT_FIELDS, 'recurrence', 'createdDateTime', 'cancelledOccurrences'];

/**
 * A meeting by any id Outlook or Graph gave, read at `readAt`. Null when Graph does not find it, and for a private
 * one, which is never read.
 */
export async function readMeeting(
  client: GraphClient,
  outlookId: string,
  reader: Reader,
  readAt: Instant,
): Promise<MeetingReading | null> {
  const id = graphId(outlookId);
  const json = (await eventOf(client, id)) ?? (await eventOf(client, await lastingId(client, id)));
  if (json === null || isPrivate(json)) return null;
  const read = meetingOf(json, reader, readAt);
  if (!read.ok) throw unreadable({ call: CALLS.event }, read.fault);
  return read.value;
}

async function eventOf(client: GraphClient, id: string | null): Promise<Json | null> {
  if (id === null || id === '') return null;
  try {
    return await client({
      call: CALLS.event,
      path: `/me/events/${encodeURIComponent(id)}`,
      query: { $select: MASTER_FIELDS.join() },
    });
  } catch (thrown) {
    if (isAbsent(thrown)) return null;
    throw thrown;
  }
}

/** An event of any kind as the domain knows it, or why it cannot be read. */
export function meetingOf(
  json: unknown,
  reader: Reader,
  readAt: Instant,
): Result<MeetingReading, ReadingFault> {
  const read = readEvent(json, reader);
  if (!read.ok) return read;
  const { event, id, kind, zone, allDay, span, ownerOrganizes, organizer } = read.value;
  const occurrence = kind === 'occurrence' || kind === 'exception';
  const own = answerOf(event.responseStatus);
  return ok({
    id,
    kind: kind === 'seriesmaster' ? 'series' : occurrence ? 'occurrence' : 'single',
    series: occurrence ? textOf(event.seriesMasterId) : null,
    originalStart: occurrence ? originalStartOf(read.value) : null,
    title: textOf(event.subject) ?? '',
    organizer,
    ownerOrganizes,
    attendees: attendeesOf(event.attendees, organizer, ownerOrganizes, own, reader),
    joinUrl: joinUrlOf(event),
    recurrence: kind === 'seriesmaster' ? readRule(event, { span, allDay, zone }) : null,
    zone,
    first: span,
    cancelledDates: cancelledDates(event),
    createdAt: instantOf(event.createdDateTime),
    cancelled: event.isCancelled === true,
    readAt,
  });
}

/** `OID.{series master id}.{date}`: the date is the last part, in the zone of the recurrence. */
function cancelledDates(event: Json): readonly LocalDate[] {
  const dates = listOf(event.cancelledOccurrences).map((name) => (textOf(name) ?? '').slice(-10));
  return [...new Set(dates.filter(isDate))].sort();
}
