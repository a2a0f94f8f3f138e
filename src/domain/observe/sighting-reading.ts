import type { CalendarItem } from '../facts/observed/reading';
import type { Sighting } from '../facts/observed/sighting';
import { fingerprint } from '../facts/things/fingerprint';
import { type OccurrenceKey, occurrenceKey } from '../facts/things/occurrence';
import type { Attendee } from '../facts/things/person';
import type { Recurrence } from '../facts/things/series';
import { normalizedTitle, plainTitle } from '../facts/things/title';
import { addDays, dayNumber, dayOfMidnight } from '../time/days';
import { DAY, HOUR, type Instant, type LocalDate, type Span } from '../time/time';
import { instantAt, localDate, localMinute } from '../time/zone';
import type { Known, LastSeen } from './known';
import { plannedOccurrences, plannedOn } from './recurrence';

/** An occurrence cannot be moved past its neighbours; the planned day of a moved one is not far. */
const NEAR = 45 * DAY;

/**
 * What an item of the calendar says about its occurrence. What it leaves out stays as it was known: absent is not
 * empty. `taken` are occurrences that other items of the same reading stand for. Without an id of its own yet.
 */
export function readSighting(
  known: Known,
  item: CalendarItem,
  seenAt: Instant,
  taken: ReadonlySet<OccurrenceKey>,
): Sighting {
  const { occurrence, original } = placeOf(known, item, taken);
  const before = known.occurrences.get(occurrence)?.sighting ?? null;
  const seen = known.series.get(item.series ?? item.id);
  return {
    kind: 'sighting',
    id: '',
    recordedAt: seenAt,
    occurrence,
    seenAt,
    lookedBefore: null,
    title: titleOf(item, before),
    original,
    ...standing(item, known),
    allDay: item.allDay,
    cancelled: item.cancelled,
    draft: item.draft,
    single: item.series === null,
    ownerOrganizes: item.ownerOrganizes,
    organizer: item.organizer ?? before?.organizer ?? null,
    attendees: attendeesOf(item, before),
    ownResponse: item.ownResponse,
    ownRespondedAt: item.ownRespondedAt ?? knownAnswerTime(item, before),
    joinUrl: item.joinUrl ?? before?.joinUrl ?? null,
    createdAt: seen?.createdAt ?? before?.createdAt ?? null,
  };
}

/** Which occurrence is it, and when was that planned? */
function placeOf(
  known: Known,
  item: CalendarItem,
  taken: ReadonlySet<OccurrenceKey>,
): { occurrence: OccurrenceKey; original: Span } {
  if (item.series === null) {
    // A single meeting keeps the day on which it was first seen.
    const first = known.occurrencesOf.get(item.id)?.[0];
    if (first?.sighting != null) return { occurrence: first.occurrence, original: first.sighting.original };
    return { occurrence: occurrenceKey(item.id, localDate(item.span.start, item.zone)), original: item.span };
  }
  const rule = known.series.get(item.series)?.recurrence ?? null;
  const date = dateOf(known, item, taken);
  const occurrence = occurrenceKey(item.series, date);
  if (rule !== null && isOfDays(item, rule)) {
    const { start, end } = item.span;
    const days = Math.max(1, Math.round((end - start) / DAY));
    const planned = rule.allDay ? plannedOn(rule, date).span : floating(date, days, rule.zone);
    return { occurrence, original: planned };
  }
  const start = item.originalStart;
  const length = item.span.end - item.span.start;
  if (rule !== null && rule.zoneUnknown !== true) {
    const planned = plannedOn(rule, date).span;
    const midnight = start ?? planned.start;
    const isPlanned = plannedOccurrences(rule, { start: planned.start, end: planned.start + 1 }).length > 0;
    if (isPlanned || start === null) return { occurrence, original: planned };
    return { occurrence, original: { start: midnight, end: midnight + planned.end - planned.start } };
  }
  const before = known.occurrences.get(occurrence)?.sighting?.original;
  if (start === null) return { occurrence, original: before ?? item.span };
  const planned = before === undefined ? length : before.end - before.start;
  return { occurrence, original: { start, end: start + planned } };
}

/** 1: whose start and end are dates: it was planned as such, or nobody knows how it was planned. */
const isOfDays = (item: CalendarItem, rule: Recurrence | null): boolean => rule?.allDay ?? item.allDay;

/** Midnights of dates float: where they stand is told in the zone of the rule, so that no zone makes another day of them. */
function standing(item: CalendarItem, known: Known): Pick<Sighting, 'span' | 'zone'> {
  const rule = known.series.get(item.series ?? item.id)?.recurrence ?? null;
  if (!item.allDay || rule === null || rule.zone === item.zone) return { span: item.span, zone: item.zone };
  const [first, last] = [localDate(item.span.start, item.zone), localDate(item.span.end, item.zone)];
  const days = dayNumber(last) - dayNumber(first);
  return { span: floating(first, Math.max(1, days), rule.zone), zone: rule.zone };
}

const floating = (date: LocalDate, days: number, zone: string): Span => ({
  start: instantAt(date, 0, zone),
  end: instantAt(addDays(date, days), 0, zone),
});

/** Graph turns the planned midnight into UTC, from a zone that it may not tell: the day whose midnight it is somewhere. */
function dayStarting(midnight: Instant, rule: Recurrence | null, item: CalendarItem): LocalDate {
  for (const zone of [rule?.zone, item.zone]) {
    if (zone !== undefined && localMinute(midnight, zone) === 0) return localDate(midnight, zone);
  }
  const nearest = dayOfMidnight(midnight);
  // Thirteen and fourteen hours east of UTC, and ten and eleven west, are the same midnights.
  const plans = (date: LocalDate): boolean => {
    if (rule === null) return false;
    const { start } = plannedOn(rule, date).span;
    return plannedOccurrences(rule, { start, end: start + 1 }).length > 0;
  };
  const next = addDays(nearest, 1);
  return !plans(nearest) && plans(next) && midnight % DAY >= 10 * HOUR ? next : nearest;
}

/** The original date: as Graph says, else of the nearest occurrence that no other item stands for. */
function dateOf(known: Known, item: CalendarItem, taken: ReadonlySet<OccurrenceKey>): LocalDate {
  const series = item.series ?? item.id;
  const rule = known.series.get(series)?.recurrence ?? null;
  const zone = rule?.zone ?? item.zone;
  const { start } = item.span;
  const unsure = rule === null || rule.zoneUnknown === true;
  if (unsure && item.dateInId != null) return item.dateInId;
  if (item.originalStart !== null) {
    return isOfDays(item, rule)
      ? dayStarting(item.originalStart, rule, item)
      : localDate(item.originalStart, zone);
  }

  const free = (date: LocalDate): boolean => !taken.has(occurrenceKey(series, date));
  const asBefore = (known.occurrencesOf.get(series) ?? []).find(
    (last: LastSeen) =>
      last.sighting?.span.start === start && free(localDate(last.sighting.original.start, zone)),
  );
  if (asBefore?.sighting != null) return localDate(asBefore.sighting.original.start, zone);
  const planned = rule === null ? [] : plannedOccurrences(rule, { start: start - NEAR, end: start + NEAR });
  const nearest = planned
    .filter(({ date }) => free(date))
    .sort((a, b) => Math.abs(a.span.start - start) - Math.abs(b.span.start - start))[0];
  return nearest?.date ?? localDate(start, zone);
}

/** A cancelled item's title carries the canceller's word for it: the title known before is the meeting's own. */
function titleOf(item: CalendarItem, before: Sighting | null): string {
  if (item.title.trim() === '') return before?.title ?? '';
  if (!item.cancelled) return item.title;
  const sameAsBefore = before !== null && normalizedTitle(before.title) === normalizedTitle(item.title);
  return sameAsBefore ? before.title : plainTitle(item.title);
}

function attendeesOf(item: CalendarItem, before: Sighting | null): readonly Attendee[] {
  if (before === null) return item.attendees;
  if (item.attendees.length === 0) return before.attendees;
  const known = new Map(before.attendees.map((one) => [one.person.key, one]));
  return item.attendees.map((now) => {
    const then = known.get(now.person.key);
    if (then === undefined) return now;
    if (now.response === 'not-visible') {
      return { ...now, response: then.response, respondedAt: then.respondedAt };
    }
    const respondedAt = now.respondedAt ?? (now.response === then.response ? then.respondedAt : null);
    return { ...now, respondedAt };
  });
}

const knownAnswerTime = (item: CalendarItem, before: Sighting | null): Instant | null =>
  before !== null && before.ownResponse === item.ownResponse ? before.ownRespondedAt : null;

/** Two sightings tell the same: by what they mean, not by their ids, times of looking or order of people. */
export function saysTheSame(a: Sighting, b: Sighting): boolean {
  return (
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.original.start === b.original.start &&
    a.original.end === b.original.end &&
    a.allDay === b.allDay &&
    a.cancelled === b.cancelled &&
    a.draft === b.draft &&
    a.ownerOrganizes === b.ownerOrganizes &&
    a.organizer?.key === b.organizer?.key &&
    a.ownResponse === b.ownResponse &&
    a.ownRespondedAt === b.ownRespondedAt &&
    a.joinUrl === b.joinUrl &&
    normalizedTitle(a.title) === normalizedTitle(b.title) &&
    peopleMark(a.attendees) === peopleMark(b.attendees)
  );
}

export const peopleMark = (attendees: readonly Attendee[]): string =>
  attendees
    .map(({ person, role, response, respondedAt, proposed }) =>
      JSON.stringify([
        ...[person.key, role, response, respondedAt],
        ...(proposed === undefined ? [] : [proposed.start, proposed.end]),
      ]),
    )
    .sort()
    .join();

/** The same sight at the same moment is the same fact on every machine. */
export function sightingId({ occurrence, seenAt, ...sight }: Sighting): string {
  const { id: _, recordedAt: __, lookedBefore: ___, ...content } = sight;
  return `sighting:${occurrence}:${seenAt}:${fingerprint(JSON.stringify(content))}`;
}
