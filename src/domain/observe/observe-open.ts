import type { Fact } from '../facts/log/fact';
import type { CalendarItem, MeetingReading, OpenReading } from '../facts/observed/reading';
import { type OccurrenceKey, occurrenceKey } from '../facts/things/occurrence';
import type { Owner } from '../facts/things/person';
import type { Recurrence } from '../facts/things/series';
import { plainTitle } from '../facts/things/title';
import type { Instant } from '../time/time';
import { instantAt, localMinute } from '../time/zone';
import { type Known, knownFrom } from './known';
import { observeMeeting } from './observe-meeting';
import { plannedOccurrences, plannedOn } from './recurrence';
import { readSighting, saysTheSame, sightingId } from './sighting-reading';

/** What a look at the open item tells that was not known, and which occurrence it is. */
export interface OpenSight {
  /** Null: what is open may have been cancelled, which Outlook tells in the title alone. */
  readonly occurrence: OccurrenceKey | null;
  readonly facts: readonly Fact[];
}

/**
 * One occurrence, and the series as it shows in it. Of the others an open item says nothing: they are not missing,
 * and a rule that plans them is known only where Outlook tells one.
 */
export function observeOpen(facts: readonly Fact[], open: OpenReading, owner: Owner): OpenSight {
  const before = knownFrom(facts).series.get(open.series);
  const rule = believedRule(open) ?? before?.recurrence ?? null;
  const meeting: MeetingReading = {
    ...open,
    id: open.series,
    kind: 'series',
    title: plainTitle(open.title),
    originalStart: null,
    joinUrl: null,
    recurrence: rule,
    first: rule === null ? (before?.first ?? open.span) : plannedOn(rule, rule.firstDate).span,
    cancelledDates: [],
    createdAt: null,
    cancelled: false,
  };
  const seen = observeMeeting(facts, meeting, owner, null);
  if (plainTitle(open.title) !== open.title.trim()) return { occurrence: null, facts: seen };

  const known = knownFrom([...facts, ...seen]);
  const item: CalendarItem = {
    ...open,
    id: open.series,
    originalStart: originalStartOf(open, rule, known),
    cancelled: false,
    draft: false,
    holiday: false,
    ownRespondedAt: null,
    joinUrl: null,
  };
  const sight = readSighting(known, item, open.readAt, new Set());
  const last = known.occurrences.get(sight.occurrence);
  if (last?.sighting != null && saysTheSame(last.sighting, sight)) {
    return { occurrence: sight.occurrence, facts: seen };
  }
  const sighting = { ...sight, id: sightingId(sight), lookedBefore: last?.seenAt ?? null };
  return { occurrence: sight.occurrence, facts: [...seen, sighting] };
}

/** A rule that does not plan the very occurrence that is open is not believed. */
function believedRule({ recurrence, span }: OpenReading): Recurrence | null {
  if (recurrence === null) return null;
  const [planned] = plannedOccurrences(recurrence, { start: span.start, end: span.start + 1 });
  return planned !== undefined && planned.span.end === span.end ? recurrence : null;
}

/** When it was planned: on the day that its id tells, at the time of the rule or as seen before, else at its own. */
function originalStartOf(open: OpenReading, rule: Recurrence | null, known: Known): Instant {
  const { series, originalDate, span, zone } = open;
  if (originalDate === null) return span.start;
  if (rule !== null) return plannedOn(rule, originalDate).span.start;
  const before = known.occurrences.get(occurrenceKey(series, originalDate))?.sighting;
  return before?.original.start ?? instantAt(originalDate, localMinute(span.start, zone), zone);
}
