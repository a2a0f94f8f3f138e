import {
  emptyOccurrence,
  type FactIndex,
  type OccurrenceFile,
  type SeriesFile,
} from '../../facts/log/fact-index';
import { CLOCK_SKEW } from '../../facts/observed/notice-mail';
import type { Sighting } from '../../facts/observed/sighting';
import { dateOf, type OccurrenceKey, type SeriesId } from '../../facts/things/occurrence';
import type { Person } from '../../facts/things/person';
import type { SeriesSeen } from '../../facts/things/series';
import { plainTitle } from '../../facts/things/title';
import { perWeek } from '../../observe/recurrence';
import type { Steps } from '../../pace';
import { DAY, HOUR, type Instant, type LocalDate, type Span, type Zone } from '../../time/time';
import { type CalendarHistory, calendarHistoryOf } from '../evidence/calendar-history';
import type { Listing } from '../evidence/cancelling';
import {
  type FarewellTo,
  farewellOf,
  type Plan,
  type PlannedRow,
  planKeeper,
  plannedRows,
  planOf,
} from '../evidence/plan';

/** An occurrence that belongs to the log: planned, sighted, or both (1). */
export interface OccurrenceRow {
  readonly key: OccurrenceKey;
  readonly series: SeriesId;
  readonly date: LocalDate;
  readonly zone: Zone;
  readonly allDay: boolean;
  readonly title: string;
  readonly file: OccurrenceFile;
  readonly seriesFile: SeriesFile;
  readonly history: CalendarHistory;
  /** What lists its people, oldest first: its own sightings, else what was seen of the series. */
  readonly states: readonly (Sighting | SeriesSeen)[];
  /** The single meeting itself; null for an occurrence of a series. */
  readonly single: SeriesSeen | null;
  readonly plannedBy: SeriesSeen | null;
  /** Occurrences a week that its own series plans; null for a single meeting. */
  readonly perWeek: number | null;
  /** The series disappeared before it could take place, and nobody has said what became of it. */
  readonly vanished: boolean;
  /** The whole series is not there any more, which explains that this is not. */
  readonly seriesGone: boolean;
  /** The latest rule plans it no longer. */
  readonly unplanned: boolean;
  /** 1: of a cancelled series, long after the message: a row only where it was held all the same. */
  readonly onlyIfHeld: boolean;
}

/** Rows between two steps. */
const ROWS = 25;

/** All rows of one series, in the order of their keys, step by step. `horizon` bounds what is only planned. */
export function* drawingRows(
  factIndex: FactIndex,
  file: SeriesFile,
  horizon: Span,
): Steps<readonly OccurrenceRow[]> {
  const plan = planOf(file);
  const planned = plannedRows(file.id, plan, horizon);
  const listings = listingsOf(file);
  const keeper = planKeeper(plan, hullOf(file));
  const about = { factIndex, file, plan, listings, plans: keeper.plans };
  const rows: OccurrenceRow[] = [];
  for (const page of file.occurrences.values()) {
    const last = page.sightings.at(-1);
    if (last === undefined) continue;
    if (!keeper.keeps(dateOf(page.key), last.span.start)) continue;
    const row = rowOf(about, page, planned.get(page.key) ?? null);
    if (row !== null) rows.push(row);
    if (rows.length % ROWS === 0) yield;
  }
  for (const [key, one] of planned) {
    const page = file.occurrences.get(key) ?? emptyOccurrence(key);
    if (page.sightings.length > 0) continue;
    const row = rowOf(about, page, one);
    if (row !== null) rows.push(row);
    if (rows.length % ROWS === 0) yield;
  }
  for (const [key, one] of announcedOnly(file, plan)) {
    const row = planned.has(key)
      ? null
      : rowOf(about, file.occurrences.get(key) ?? emptyOccurrence(key), one);
    if (row !== null) rows.push(row);
  }
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** 1: where the rule plans nothing, because nobody knows its zone, what a mail announced is a row as well. */
function announcedOnly(
  { occurrences }: SeriesFile,
  { recurrence }: Plan,
): readonly [OccurrenceKey, PlannedRow][] {
  if (recurrence?.zoneUnknown !== true) return [];
  return [...occurrences.values()].flatMap(
    ({ key, sightings, mails }): readonly [OccurrenceKey, PlannedRow][] => {
      const told = mails.find(({ span, previous }) => span !== null || previous !== null);
      const span = told?.previous ?? told?.span;
      return sightings.length > 0 || span == null ? [] : [[key, { date: dateOf(key), span, recurrence }]];
    },
  );
}

function hullOf(file: SeriesFile): Span {
  let hull: Span = { start: 0, end: 0 };
  for (const { sightings } of file.occurrences.values()) {
    const at = sightings.at(-1)?.original.start;
    if (at === undefined) continue;
    if (hull.end === 0) hull = { start: at, end: at };
    else hull = { start: Math.min(hull.start, at), end: Math.max(hull.end, at) };
  }
  return { start: hull.start, end: hull.end + DAY };
}

interface About {
  readonly factIndex: FactIndex;
  readonly file: SeriesFile;
  readonly plan: Plan;
  readonly listings: ReadonlyMap<LocalDate, Listing>;
  readonly plans: (date: LocalDate) => boolean;
}

function rowOf(about: About, page: OccurrenceFile, planned: PlannedRow | null): OccurrenceRow | null {
  const { factIndex, file, plan, listings } = about;
  const date = dateOf(page.key);
  const isSingle = plan.recurrence === null && (page.sightings.at(-1)?.single ?? true);
  // A single meeting is its own series: what a mail says of all of it, it says of this.
  const mails = isSingle ? [...page.mails, ...file.mails].sort((a, b) => a.at - b.at) : page.mails;
  const doubted = isSingle ? [...page.doubted, ...file.doubted] : page.doubted;
  const own = mails === page.mails ? page : { ...page, mails, doubted };
  const last = own.sightings.at(-1);
  const latest = file.seen.at(-1) ?? null;
  const calendarHistoryWith = (signs: OccurrenceFile, listing: Listing | null) =>
    calendarHistoryOf({
      file: signs,
      planned: planned?.span ?? null,
      listing,
      organizer: organizerOf(factIndex, last ?? latest),
      announcedAt: (seenAt) => plan.versions.findLast((one) => one.seenAt <= seenAt)?.from ?? seenAt,
      unplanned: !about.plans(date),
      allDay: planned?.recurrence.allDay ?? false,
      zone: own.sightings[0]?.zone ?? planned?.recurrence.zone ?? factIndex.identity.owner.zone,
    });
  const alone = calendarHistoryWith(own, listings.get(date) ?? null);
  if (alone === null) return null;
  const told = isSingle ? null : farewellOf(plan, alone.effective.start);
  const signs = told === null ? own : withFarewell(own, told);
  const history =
    told === null ? alone : calendarHistoryWith(signs, listingWith(listings.get(date) ?? null, told));
  if (history === null) return null;
  // Cancelled by itself before the series was, it stays (1).
  const wasCancelled = told !== null && alone.cancelled && !isAfter(alone, told);
  const onlyIfHeld = told?.is === 'later' && !wasCancelled;
  if (onlyIfHeld && !couldBeHeld(own, file, alone.effective)) return null;
  const seen = file.seen.filter(({ there }) => there);
  return {
    key: own.key,
    series: file.id,
    date,
    zone: last?.zone ?? planned?.recurrence.zone ?? factIndex.identity.owner.zone,
    allDay: last?.allDay ?? planned?.recurrence.allDay ?? false,
    title: plainTitle(last?.title || (latest?.title ?? '')),
    file: signs,
    seriesFile: file,
    history,
    states: own.sightings.length > 0 ? own.sightings : seen,
    single: isSingle ? latest : null,
    plannedBy: planned === null ? null : latest,
    perWeek: plan.recurrence === null ? null : perWeek(planned?.recurrence ?? plan.recurrence),
    vanished: plan.vanishedAt !== null && history.effective.end > (latest?.lookedBefore ?? plan.vanishedAt),
    seriesGone: latest?.there === false,
    unplanned: !about.plans(date),
    onlyIfHeld,
  };
}

/** What the calendar showed of this one because of the series: cancelled with it, whenever it was looked at. */
function withFarewell(own: OccurrenceFile, { farewell, is }: FarewellTo): OccurrenceFile {
  const since = farewell.at - CLOCK_SKEW;
  if (is === 'cancelled') {
    const { mail } = farewell;
    return mail === null ? own : { ...own, mails: [...own.mails, mail].sort((a, b) => a.at - b.at) };
  }
  // What had started, or would have started much later, was not cancelled by a message about the series.
  const sightings = own.sightings.map((one) =>
    one.cancelled && one.seenAt >= since ? { ...one, cancelled: false } : one,
  );
  const before = own.sightings.findIndex(({ cancelled }) => cancelled);
  const wasBefore = before >= 0 && (own.sightings[before]?.seenAt ?? 0) < since;
  return wasBefore ? own : { ...own, sightings };
}

function listingWith(listing: Listing | null, { farewell, is }: FarewellTo): Listing | null {
  const { mail, seen } = farewell;
  if (is !== 'cancelled' || mail !== null || seen === null || listing !== null) return listing;
  const { lookedBefore: after, seenAt, id: fact, recordedAt } = seen;
  return { says: 'seen', after, seenAt, fact, recordedAt };
}

const isAfter = ({ cancellation }: CalendarHistory, { farewell }: FarewellTo): boolean =>
  cancellation !== null && cancellation.moment.until >= farewell.at - CLOCK_SKEW;

/** Somebody said something of it, or a session touches it: whether it was held is for the judgement to say. */
function couldBeHeld(own: OccurrenceFile, { reports }: SeriesFile, { start, end }: Span): boolean {
  if (own.checkIns.length > 0 || own.corrections.length > 0) return true;
  return reports.some(({ session }) => session.start < end + HOUR && session.end > start - HOUR);
}

function organizerOf({ identity }: FactIndex, state: Sighting | SeriesSeen | null): Person | null {
  if (state === null) return null;
  if (state.ownerOrganizes) return identity.personOf(identity.owner);
  return state.organizer === null ? null : identity.personOf(state.organizer);
}

/** 2 (b): the dates the owner's own master lists as cancelled, and between which looks each was listed. */
function listingsOf({ seen }: SeriesFile): ReadonlyMap<LocalDate, Listing> {
  const listings = new Map<LocalDate, Listing>();
  let before: Instant | null = null;
  for (const state of seen) {
    if (!state.there || !state.ownerOrganizes) continue;
    const dates = new Set(state.cancelledDates);
    for (const date of [...listings.keys()]) if (!dates.has(date)) listings.delete(date);
    for (const date of dates) {
      if (listings.has(date)) continue;
      const { seenAt, id: fact, recordedAt } = state;
      listings.set(date, { after: state.lookedBefore ?? before, seenAt, fact, recordedAt });
    }
    before = state.seenAt;
  }
  return listings;
}
