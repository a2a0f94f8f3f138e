import type { MeetingReading } from '../../domain/facts/observed/reading';
import type { Recognized } from '../../domain/facts/observed/recognized';
import type { Sighting } from '../../domain/facts/observed/sighting';
import { dateOf, isOutlookSeries, outlookIdOf, type SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { normalizedTitle } from '../../domain/facts/things/title';
import { observeMeeting } from '../../domain/observe/observe';
import { plannedOccurrences } from '../../domain/observe/recurrence';
import { DAY, MINUTE } from '../../domain/time/time';
import { localDate } from '../../domain/time/zone';
import { enter, keepLog } from '../enter/own-entries';
import type { Ports } from '../ports';
import { LOOK_BACK } from '../read/sweep';
import type { OpenItem } from './find-place';

/** Series whose log was begun while Graph could not be asked, and that Graph was not asked about since. */
export async function seriesToRecognize(ports: Ports): Promise<readonly SeriesId[]> {
  const entries = await ports.ledger.ownEntries();
  const begun = entries.flatMap((entry) => (entry.kind === 'keeping' ? [entry.series] : []));
  return [...new Set(begun)].filter(isOutlookSeries);
}

/**
 * Asks Graph which of its series these are, and says so in the log: from then on there is one series, with what was
 * entered by hand and with what the calendar knows. What Graph does not find stays as it is. `open`: the open item,
 * where it is one of `series`. Throws `Trouble` when Graph cannot be asked.
 */
export async function recognize(
  ports: Ports,
  owner: Owner,
  all: readonly SeriesId[],
  open: { readonly item: OpenItem; readonly series: SeriesId } | null,
): Promise<void> {
  for (const series of all) {
    const facts = await ports.ledger.factsOf([series]);
    const sightings = latestOf(facts.filter((fact) => fact.kind === 'sighting'));
    const ids = [outlookIdOf(series), ...(open?.series === series ? [open.item.id] : [])];
    const meeting = (await byId(ports, ids)) ?? (await byTitle(ports, sightings));
    if (meeting === null) continue;
    const days = await daysOf(ports, meeting, sightings);
    const view = await ports.ledger.view(series);
    // Both at once: a series without a face of its own would be judged as a single meeting.
    await ports.ledger.append(observeMeeting([], meeting, owner, null));
    await enter(ports, { kind: 'recognized', series, is: meeting.id, days });
    if (view === null || view.keptSince === null || view.stopped) continue;
    // Now there is a calendar to look back in.
    await keepLog(ports, meeting.id, view.keptSince - LOOK_BACK);
  }
}

async function byId(ports: Ports, ids: readonly (string | null)[]): Promise<MeetingReading | null> {
  for (const id of ids) {
    const meeting = id === null ? null : await ports.graph.readMeeting(id);
    if (meeting === null) continue;
    return meeting.series === null ? meeting : ports.graph.readMeeting(meeting.series);
  }
  return null;
}

/** An item of somebody else's calendar has an id that the owner's mailbox lacks: one title, time and organizer. */
async function byTitle(ports: Ports, sightings: readonly Sighting[]): Promise<MeetingReading | null> {
  const last = sightings.at(-1);
  if (last === undefined) return null;
  const { start } = last.span;
  const { items } = await ports.graph.readCalendar({ start: start - DAY, end: start + DAY });
  const alike = items.filter(
    (one) =>
      (one.span.start === start || one.originalStart === start) &&
      normalizedTitle(one.title) === normalizedTitle(last.title) &&
      (one.ownerOrganizes ? last.ownerOrganizes : one.organizer?.key === last.organizer?.key),
  );
  const [series, ...others] = new Set(alike.flatMap((one) => one.series ?? []));
  return series === undefined || others.length > 0 ? null : ports.graph.readMeeting(series);
}

/** Which days the occurrences are that were noted under another one: they had been moved before they were opened. */
async function daysOf(
  ports: Ports,
  { id, recurrence, zone }: MeetingReading,
  sightings: readonly Sighting[],
): Promise<Recognized['days']> {
  const days: Recognized['days'][number][] = [];
  for (const { occurrence, original, span } of sightings) {
    const noted = dateOf(occurrence);
    const home = recurrence?.zone ?? zone;
    const planned = (start: number) =>
      recurrence !== null && plannedOccurrences(recurrence, { start, end: start + 1 }).length > 0;
    const isPlanned = planned(original.start) && localDate(original.start, home) === noted;
    const is = isPlanned ? noted : await originalDay(ports, id, span.start, home);
    if (is !== null && is !== noted) days.push({ noted, is });
  }
  return days;
}

async function originalDay(
  ports: Ports,
  series: SeriesId,
  start: number,
  zone: string,
): Promise<string | null> {
  const { items } = await ports.graph.readInstances(series, { start: start - DAY, end: start + DAY });
  const there = items.find((one) => Math.abs(one.span.start - start) < MINUTE);
  return there === undefined ? null : localDate(there.originalStart ?? there.span.start, zone);
}

/** The last sighting of each occurrence, in the order of their days. */
function latestOf(sightings: readonly Sighting[]): readonly Sighting[] {
  const latest = new Map<string, Sighting>();
  for (const one of [...sightings].sort((a, b) => a.seenAt - b.seenAt)) latest.set(one.occurrence, one);
  return [...latest.values()].sort((a, b) => (a.occurrence < b.occurrence ? -1 : 1));
}
