import type { MailReading, MeetingReading } from '../../domain/facts/observed/reading';
import {
  isOutlookSeries,
  occurrenceKey,
  type SeriesId,
  seriesOf,
} from '../../domain/facts/things/occurrence';
import { DAY, HOUR, type Instant, type Zone } from '../../domain/time/time';
import { localDate } from '../../domain/time/zone';
import type { ItemPlace } from '../ledger-port';
import type { Ports } from '../ports';
import { findByTitle } from './find-by-title';
import { placeOfMail } from './open-mail';
import { namedByOutlook, underItsName } from './without-graph';

/** What Outlook told about the open item; ids in any form Outlook uses. */
export interface OpenItem {
  readonly id: string | null;
  readonly seriesId: string | null;
  readonly title: string;
  readonly start: Instant | null;
  /** The open item is a message about the meeting: its id is no meeting's. */
  readonly isMessage: boolean;
  /** Outlook says that it repeats. */
  readonly recurring?: boolean;
}

export type FoundPlace =
  | {
      readonly kind: 'place';
      readonly place: ItemPlace;
      readonly title: string;
      readonly organizer: string | null;
    }
  | { readonly kind: 'not-recurring' }
  | { readonly kind: 'not-found' };

/** What this machine already knows about the open item: no network. */
export async function recallPlace(ports: Ports, item: OpenItem): Promise<ItemPlace | null> {
  const place = await recallAsFound(ports, item);
  return place !== null && isOutlookSeries(place.series) ? underItsName(ports, place, item.start) : place;
}

async function recallAsFound(ports: Ports, item: OpenItem): Promise<ItemPlace | null> {
  for (const id of namesOf(item)) {
    const place = await ports.ledger.recallItem(recallKey(id, item.start));
    if (place !== null) return place;
  }
  if (item.isMessage) return null;
  return (await recallBySeries(ports, item)) ?? recallBegun(ports, item);
}

/** A log that was begun without Graph, here or on another machine, goes by Outlook's own id. */
async function recallBegun(ports: Ports, item: OpenItem): Promise<ItemPlace | null> {
  const series = namedByOutlook(item);
  if (series === null || (await ports.ledger.view(series)) === null) return null;
  return { series, occurrence: null };
}

/** Another occurrence of this series was open before: by its start it is one of those the log knows. */
async function recallBySeries(ports: Ports, { seriesId, start }: OpenItem): Promise<ItemPlace | null> {
  if (seriesId === null) return null;
  const place = await ports.ledger.recallItem(recallKey(seriesId, null));
  if (place === null) return null;
  const view = await ports.ledger.view(place.series);
  const there = view?.occurrences.find(
    ({ key, effective }) => seriesOf(key) === place.series && effective.start === start,
  );
  return { series: place.series, occurrence: there?.key ?? null };
}

/** What Outlook calls it; an item without any id is known again by its title. */
function namesOf({ id, seriesId, title }: OpenItem): readonly string[] {
  const ids = [id, seriesId].filter((one) => one !== null);
  return ids.length > 0 ? ids : [`title ${title}`];
}

/** Classic Outlook gives an occurrence its master's id: only with its start does it name one occurrence. */
const recallKey = (id: string, start: Instant | null): string => `${id}@${start ?? ''}`;

/**
 * Which occurrence of which series is this? Asked of Graph, never guessed from the item's id alone: the id can be
 * the master's (classic Outlook), and then the start tells the occurrence. What was found is remembered.
 * A message (`mail`, where it may be read) names its meeting by its link, else by its title and time.
 * Throws `Trouble` when Graph cannot be asked.
 */
export async function findPlace(
  ports: Ports,
  item: OpenItem,
  mail: MailReading | null = null,
): Promise<FoundPlace> {
  const meeting = item.isMessage ? null : await meetingOf(ports, item);
  const linked = mail === null ? null : await placeOfMail(ports, mail);
  const place =
    linked ?? (meeting === null ? await findByTitle(ports, item) : await placeOf(ports, meeting, item.start));
  if (place === null) return { kind: 'not-found' };
  await rememberPlace(ports, item, place);
  return {
    kind: 'place',
    place,
    title: meeting?.title ?? item.title,
    organizer: meeting?.organizer?.name ?? null,
  };
}

/** So that the next opening of this item needs no network. */
export async function rememberPlace(ports: Ports, item: OpenItem, place: ItemPlace | null): Promise<void> {
  for (const id of namesOf(item)) await ports.ledger.rememberItem(recallKey(id, item.start), place);
  if (item.seriesId === null || item.isMessage) return;
  const series = place === null ? null : { series: place.series, occurrence: null };
  await ports.ledger.rememberItem(recallKey(item.seriesId, null), series);
}

async function placeOf(ports: Ports, meeting: MeetingReading, start: Instant | null): Promise<ItemPlace> {
  if (meeting.kind === 'single') {
    const key = occurrenceKey(meeting.id, localDate(meeting.first.start, meeting.zone));
    return { series: meeting.id, occurrence: key };
  }
  if (meeting.kind === 'occurrence' && meeting.series !== null) {
    const master = await ports.graph.readMeeting(meeting.series);
    const zone = master?.recurrence?.zone ?? meeting.zone;
    const date = localDate(meeting.originalStart ?? meeting.first.start, zone);
    return { series: meeting.series, occurrence: occurrenceKey(meeting.series, date) };
  }
  const zone = meeting.recurrence?.zone ?? meeting.zone;
  return { series: meeting.id, occurrence: await byStart(ports, meeting.id, start, zone) };
}

/** By its own id; an item whose id has not reached the server yet may know its series already. */
async function meetingOf(ports: Ports, item: OpenItem): Promise<MeetingReading | null> {
  for (const id of [item.id, item.seriesId]) {
    const meeting = id === null ? null : await ports.graph.readMeeting(id);
    if (meeting !== null) return meeting;
  }
  return null;
}

async function byStart(
  ports: Ports,
  series: SeriesId,
  start: Instant | null,
  zone: Zone,
): Promise<string | null> {
  if (start === null) return null;
  const around = await ports.graph.readInstances(series, { start: start - DAY, end: start + DAY });
  const there = around.items.find((one) => Math.abs(one.span.start - start) < HOUR / 60);
  if (there === undefined) return null;
  return occurrenceKey(series, localDate(there.originalStart ?? there.span.start, zone));
}
