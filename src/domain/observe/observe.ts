import type { Fact } from '../facts/log/fact';
import type { SweepMark } from '../facts/log/history';
import type { Holiday } from '../facts/observed/away';
import { CLOCK_SKEW, type NoticeMail } from '../facts/observed/notice-mail';
import type { CalendarItem, CalendarReading } from '../facts/observed/reading';
import type { Missing, Sighting } from '../facts/observed/sighting';
import { type OccurrenceKey, type SeriesId, seriesOf } from '../facts/things/occurrence';
import type { Owner } from '../facts/things/person';
import { addDays } from '../time/days';
import { DAY, type Instant } from '../time/time';
import { localDate, localMinute } from '../time/zone';
import { type Known, knownFrom, type LastSeen } from './known';
import { allFeaturesOf, couldReplace, featuresOf } from './same-meeting';
import { readSighting, saysTheSame, sightingId } from './sighting-reading';
import { wantedIn } from './wanted';

export { observeAway, observeHours, observeReports } from './observe-attendance';
export { observeMails } from './observe-mail';
export { observeMeeting, seriesGone } from './observe-meeting';
export { candidateSeries } from './same-meeting';

/**
 * What a look at the calendar tells that was not known: sightings of the kept series' occurrences, and of single
 * meetings that may replace one (5.3); occurrences that were there and are not shown any more; the owner's holidays.
 * The same reading again tells nothing.
 */
export function observeCalendar(
  facts: readonly Fact[],
  keptSeries: readonly SeriesId[],
  reading: CalendarReading,
  owner: Owner,
  marks: readonly SweepMark[],
): readonly Fact[] {
  const known = knownFrom(facts);
  const kept = new Set(keptSeries);
  const faces = allFeaturesOf(known, keptSeries, reading, owner);
  const isOurs = (item: CalendarItem): boolean =>
    kept.has(item.series ?? item.id) ||
    (item.series === null &&
      !item.draft &&
      faces.some((face) => couldReplace(face, featuresOf(item, owner))));

  const told = changesTold(facts);
  const { wants } = wantedIn(facts);
  const sightings = new Map<OccurrenceKey, Sighting>();
  const taken = new Set<OccurrenceKey>();
  // Items that say which occurrence they are go first: what is left is for those that do not.
  const ours = [...new Map(reading.items.filter(isOurs).map((item) => [item.id, item])).values()];
  for (const item of ours.sort(
    (a, b) => Number(a.originalStart === null) - Number(b.originalStart === null),
  )) {
    const read = readSighting(known, item, reading.readAt, taken);
    if (taken.has(read.occurrence)) continue;
    taken.add(read.occurrence);
    if (!wants(read.occurrence)) continue;
    const before = known.occurrences.get(read.occurrence);
    if (before?.sighting != null && !before.missing && saysTheSame(before.sighting, read)) {
      const mail = told.get(read.occurrence);
      if (mail === undefined || !contradicts(read, mail) || before.seenAt > mail.at) continue;
    }
    const looked = lookedBefore(before, read, reading, marks);
    sightings.set(read.occurrence, { ...read, id: sightingId(read), lookedBefore: looked });
  }
  return [
    ...sightings.values(),
    ...missingIn(known, kept, reading, marks, taken),
    ...holidaysIn(facts, reading, owner),
  ];
}

/** The latest mail about each occurrence that says that it does not stand as it did. */
function changesTold(facts: readonly Fact[]): ReadonlyMap<OccurrenceKey, NoticeMail> {
  const told = new Map<OccurrenceKey, NoticeMail>();
  for (const fact of facts) {
    if (fact.kind !== 'mail' || fact.occurrence === null) continue;
    if (fact.mail !== 'cancellation' && fact.mail !== 'update') continue;
    if ((told.get(fact.occurrence)?.at ?? -Infinity) < fact.at) told.set(fact.occurrence, fact);
  }
  return told;
}

/** 2: that nothing has changed is news once a mail has said that it has. */
const contradicts = (seen: Sighting, { mail, at, span }: NoticeMail): boolean =>
  seen.seenAt > at + CLOCK_SKEW &&
  !seen.cancelled &&
  (mail === 'cancellation' || (span !== null && span.start !== seen.span.start));

/**
 * The last look at which the earlier state still stood (5.1). A look that did not reach as far as this occurrence
 * says nothing about it; a mark from the future (the clock was set back) neither.
 */
function lookedBefore(
  before: LastSeen | undefined,
  { occurrence, original }: Pick<Sighting, 'occurrence' | 'original'>,
  reading: CalendarReading,
  marks: readonly SweepMark[],
): Instant | null {
  const mark = marks.find(({ series }) => series === seriesOf(occurrence))?.sweptAt ?? null;
  const behind = reading.readAt - reading.window.start;
  const ahead = reading.window.end - reading.readAt;
  const reached =
    mark !== null &&
    original.start >= mark - behind &&
    original.start < mark + ahead &&
    mark < reading.readAt;
  const looks = [reached ? mark : null, before?.seenAt ?? null].filter(
    (look) => look !== null && look < reading.readAt,
  );
  return looks.length === 0 ? null : Math.max(...(looks as Instant[]));
}

/**
 * Occurrences that the calendar showed, that lie in the window, and that it does not show now. An item that could
 * not be read may be any of them; then nothing is missing.
 */
function missingIn(
  known: Known,
  kept: ReadonlySet<SeriesId>,
  reading: CalendarReading,
  marks: readonly SweepMark[],
  shown: ReadonlySet<OccurrenceKey>,
): readonly Missing[] {
  if (reading.unreadable.length > 0) return [];
  const { window, readAt } = reading;
  return [...known.occurrences.values()].flatMap((last) => {
    const { occurrence, sighting } = last;
    if (sighting === null || last.missing || shown.has(occurrence) || last.seenAt >= readAt) return [];
    if (!kept.has(seriesOf(occurrence)) && !sighting.single) return [];
    if (sighting.span.start < window.start || sighting.span.start >= window.end) return [];
    return [
      {
        kind: 'missing',
        id: `missing:${occurrence}:${readAt}`,
        recordedAt: readAt,
        occurrence,
        seenAt: readAt,
        lookedBefore: lookedBefore(last, sighting, reading, marks),
      },
    ];
  });
}

/** An all-day item longer than this is no holiday but a season. */
const LONGEST_HOLIDAY = 31;

/** 4.3: all-day items of category Holiday in the owner's calendar, a fact for each day. */
function holidaysIn(facts: readonly Fact[], reading: CalendarReading, owner: Owner): readonly Holiday[] {
  const known = new Set(facts.flatMap((fact) => (fact.kind === 'holiday' ? [fact.id] : [])));
  const holidays = new Map<string, Holiday>();
  for (const item of reading.items) {
    if (!item.holiday || item.cancelled || item.draft) continue;
    for (const date of daysOf(item)) {
      const id = `holiday:${owner.key}:calendar:${date}`;
      if (known.has(id)) continue;
      const fixed = { kind: 'holiday', source: 'calendar', country: null } as const;
      const day = { person: owner.key, date, zone: owner.zone, name: item.title };
      holidays.set(id, { ...fixed, ...day, id, recordedAt: reading.readAt });
    }
  }
  return [...holidays.values()];
}

/** Days without time float: they start at a midnight of the item's zone, or else of UTC. */
function daysOf({ span, zone }: CalendarItem): readonly string[] {
  const home = localMinute(span.start, zone) === 0 ? zone : 'UTC';
  const first = localDate(span.start, home);
  const days = Math.round((span.end - span.start) / DAY);
  return Array.from({ length: Math.min(LONGEST_HOLIDAY, Math.max(1, days)) }, (_, at) => addDays(first, at));
}
