import { surelySeenAt } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import { CLOCK_SKEW } from '../facts/observed/notice-mail';
import type { MeetingReading } from '../facts/observed/reading';
import { fingerprint } from '../facts/things/fingerprint';
import type { SeriesId } from '../facts/things/occurrence';
import type { Owner } from '../facts/things/person';
import type { SeriesSeen } from '../facts/things/series';
import { normalizedTitle, plainTitle } from '../facts/things/title';
import type { Instant, LocalDate } from '../time/time';
import { peopleMark } from './sighting-reading';

/**
 * What a series master, or a single meeting, says that was not known: one fact or none. What the answer leaves out
 * stays as it was known. `mark` is the last look at this series before this one.
 */
export function observeMeeting(
  facts: readonly Fact[],
  meeting: MeetingReading,
  owner: Owner,
  mark: Instant | null,
): readonly SeriesSeen[] {
  if (meeting.kind === 'occurrence') return [];
  const before = latestOf(facts, meeting.id);
  const organizer = meeting.organizer ?? (meeting.ownerOrganizes ? personOf(owner) : null);
  const seen: SeriesSeen = {
    kind: 'series-seen',
    id: '',
    recordedAt: meeting.readAt,
    series: meeting.id,
    seenAt: meeting.readAt,
    lookedBefore: lookedBefore(before, meeting.readAt, mark),
    there: true,
    title: titleOf(meeting, before),
    organizer: organizer ?? before?.organizer ?? null,
    ownerOrganizes: meeting.ownerOrganizes,
    attendees: meeting.attendees.length === 0 ? (before?.attendees ?? []) : meeting.attendees,
    joinUrl: meeting.joinUrl ?? before?.joinUrl ?? null,
    recurrence: meeting.recurrence ?? (meeting.kind === 'series' ? (before?.recurrence ?? null) : null),
    first: meeting.first,
    cancelledDates: cancelledDatesOf(meeting, before),
    createdAt: meeting.createdAt ?? before?.createdAt ?? null,
    cancelled: meeting.cancelled,
  };
  const isKnown = before !== null && meaningOf(before) === meaningOf(seen);
  if (isKnown && !isToldOtherwise(facts, before, seen)) return [];
  return [{ ...seen, id: idOf(seen) }];
}

/** 2: that a series still stands is news once a mail has cancelled all of it. */
const isToldOtherwise = (facts: readonly Fact[], before: SeriesSeen, seen: SeriesSeen): boolean =>
  !seen.cancelled &&
  facts.some(
    (fact) =>
      fact.kind === 'mail' &&
      fact.mail === 'cancellation' &&
      fact.wholeSeries &&
      fact.series === seen.series &&
      fact.at >= before.seenAt &&
      seen.seenAt > fact.at + CLOCK_SKEW,
  );

/** The series was looked for and is not there any more. Nothing, if that is known or it never was there. */
export function seriesGone(
  facts: readonly Fact[],
  series: SeriesId,
  readAt: Instant,
  mark: Instant | null,
): readonly SeriesSeen[] {
  const before = latestOf(facts, series);
  if (before === null || !before.there || surelySeenAt(before) >= readAt) return [];
  const gone: SeriesSeen = {
    ...before,
    recordedAt: readAt,
    seenAt: readAt,
    lookedBefore: lookedBefore(before, readAt, mark),
    there: false,
  };
  return [{ ...gone, id: idOf(gone) }];
}

function latestOf(facts: readonly Fact[], series: SeriesId): SeriesSeen | null {
  let latest: SeriesSeen | null = null;
  for (const fact of facts) {
    if (fact.kind !== 'series-seen' || fact.series !== series) continue;
    const later: number = latest === null ? 1 : surelySeenAt(fact) - surelySeenAt(latest);
    if (later > 0 || (later === 0 && latest !== null && latest.id < fact.id)) latest = fact;
  }
  return latest;
}

/** Null where the series was never seen: a look that did not find it proves nothing about its state. */
function lookedBefore(before: SeriesSeen | null, readAt: Instant, mark: Instant | null): Instant | null {
  if (before === null) return null;
  const sure = surelySeenAt(before);
  const looks = [sure, mark ?? sure].filter((look) => look < readAt);
  return looks.length === 0 ? null : Math.max(...looks);
}

/**
 * The list was seen to come back empty. A cancelled date cannot be taken back one by one; only a changed rule makes
 * Exchange forget them all.
 */
function cancelledDatesOf(meeting: MeetingReading, before: SeriesSeen | null): readonly LocalDate[] {
  const dates = [...new Set(meeting.cancelledDates)].sort();
  const sameRule = JSON.stringify(meeting.recurrence) === JSON.stringify(before?.recurrence ?? null);
  return dates.length === 0 && before !== null && (sameRule || meeting.recurrence === null)
    ? before.cancelledDates
    : dates;
}

function titleOf({ title, cancelled }: MeetingReading, before: SeriesSeen | null): string {
  if (title.trim() === '') return before?.title ?? '';
  return cancelled ? plainTitle(title) : title;
}

const personOf = ({ zone: _, ...person }: Owner) => person;

const meaningOf = (seen: SeriesSeen): string =>
  JSON.stringify([
    seen.there,
    normalizedTitle(seen.title),
    seen.organizer?.key ?? null,
    seen.ownerOrganizes,
    peopleMark(seen.attendees),
    seen.joinUrl,
    seen.recurrence,
    seen.first.start,
    seen.first.end,
    seen.cancelledDates,
    seen.createdAt,
    seen.cancelled,
  ]);

const idOf = (seen: SeriesSeen): string =>
  `series:${seen.series}:${seen.seenAt}:${fingerprint(meaningOf(seen))}`;
