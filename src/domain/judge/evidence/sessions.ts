import type { Assigned } from '../../facts/entered/rules';
import type { Report } from '../../facts/observed/report';
import type { OccurrenceKey } from '../../facts/things/occurrence';
import { isInstant } from '../../facts/things/sane-time';
import { DAY, type Instant, MINUTE, overlapOf, type Span } from '../../time/time';

/** A session may begin 15 minutes before its occurrence and end 30 after it (3.1). */
const BEFORE = 15 * MINUTE;
const AFTER = 30 * MINUTE;

interface Place {
  readonly key: OccurrenceKey;
  readonly effective: Span;
  /** Counted elsewhere (5.3): takes a session only if no other occurrence does. */
  readonly superseded: boolean;
}

export interface Assignment {
  readonly reportsOf: ReadonlyMap<OccurrenceKey, readonly Report[]>;
  readonly unscheduled: readonly Report[];
}

/** 3.1: each session belongs to the occurrence it overlaps most, or to the one a person chose. */
export function assignReports(
  reports: readonly Report[],
  places: readonly Place[],
  assigned: ReadonlyMap<string, Assigned>,
  standsFor: (key: OccurrenceKey) => OccurrenceKey,
): Assignment {
  const known = new Set(places.map(({ key }) => key));
  const near = calendarOf(places);
  const reportsOf = new Map<OccurrenceKey, Report[]>();
  const unscheduled: Report[] = [];
  for (const report of reports) {
    const chosen = assigned.get(report.id)?.occurrence ?? report.occurrence;
    const byHand = chosen === null ? null : standsFor(chosen);
    const key = byHand !== null && known.has(byHand) ? byHand : nearest(sessionOf(report), near);
    if (key === null) unscheduled.push(report);
    else reportsOf.set(key, [...(reportsOf.get(key) ?? []), report]);
  }
  return { reportsOf, unscheduled };
}

function nearest(session: Span, near: (span: Span) => readonly Place[]): OccurrenceKey | null {
  let best: { place: Place; overlap: number } | null = null;
  for (const place of near(session)) {
    const overlap = overlapOf(session, windowOf(place));
    if (overlap > 0 && (best === null || isNearer({ place, overlap }, best, session)))
      best = { place, overlap };
  }
  return best?.place.key ?? null;
}

type Candidate = { readonly place: Place; readonly overlap: number };

function isNearer(a: Candidate, b: Candidate, session: Span): boolean {
  if (a.place.superseded !== b.place.superseded) return b.place.superseded;
  if (a.overlap !== b.overlap) return a.overlap > b.overlap;
  const away = ({ place }: Candidate) => Math.abs(place.effective.start - session.start);
  return away(a) - away(b) < 0 || (away(a) === away(b) && a.place.key < b.place.key);
}

const windowOf = ({ effective }: Place): Span => ({
  start: effective.start - BEFORE,
  end: effective.end + AFTER,
});

/** The session, or what its rows say of it where it lasts no time. */
export function sessionOf({ session, rows }: Report): Span {
  if (session.end > session.start) return session;
  const times = rows.flatMap(({ intervals }) =>
    intervals.flatMap(({ start, end }) =>
      isInstant(start) && isInstant(end) && end > start ? [start, end] : [],
    ),
  );
  return times.length === 0 ? session : { start: times.reduce(min), end: times.reduce(max) };
}

const min = (a: Instant, b: Instant): Instant => Math.min(a, b);
const max = (a: Instant, b: Instant): Instant => Math.max(a, b);

/** More days than this are looked through one by one. */
const LONG = 40;

/** Occurrences by the days they touch, so that a session looks only at those around it. */
function calendarOf(places: readonly Place[]): (span: Span) => readonly Place[] {
  const days = new Map<number, Place[]>();
  const long: Place[] = [];
  const daysOf = ({ start, end }: Span): [number, number] => [Math.floor(start / DAY), Math.floor(end / DAY)];
  for (const place of places) {
    const [first, last] = daysOf(windowOf(place));
    if (last - first > LONG) {
      long.push(place);
      continue;
    }
    for (let day = first; day <= last; day++) {
      const there = days.get(day);
      if (there === undefined) days.set(day, [place]);
      else there.push(place);
    }
  }
  return (span) => {
    const [first, last] = daysOf(span);
    if (last - first > LONG) return places;
    const found = new Set(long);
    for (let day = first; day <= last; day++) for (const place of days.get(day) ?? []) found.add(place);
    return [...found];
  };
}
