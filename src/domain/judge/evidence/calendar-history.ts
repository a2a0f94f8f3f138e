import { sightAt } from '../../facts/log/dating';
import { CLOCK_SKEW, type NoticeMail } from '../../facts/observed/notice-mail';
import type { Missing, Sighting } from '../../facts/observed/sighting';
import { dateOf } from '../../facts/things/occurrence';
import type { Grade } from '../../facts/things/outcomes';
import { addDays, dayOfMidnight } from '../../time/days';
import {
  DAY,
  exactly,
  type Instant,
  isExact,
  type LocalDate,
  type Moment,
  type Span,
  type Zone,
} from '../../time/time';
import { instantAt, localDate } from '../../time/zone';
import { type Cancelling, cancellingOf, type Doing, doingOf, type Signs } from './cancelling';
import { rangeOf } from './notice';

/** A move of one occurrence, seen or told. */
export interface ObservedMove extends Doing {
  readonly from: Span;
  readonly to: Span;
  readonly moment: Moment;
  readonly grade: Grade;
  readonly fact: string;
  readonly recordedAt: Instant;
}

/** What an occurrence went through in the calendar. */
export interface CalendarHistory extends Cancelling {
  readonly original: Span;
  readonly effective: Span;
  readonly shifts: readonly ObservedMove[];
  readonly missing: Missing | null;
}

export interface CalendarHistoryGiven extends Signs {
  readonly planned: Span | null;
  /** When the rule of the series that a sighting shows was announced: a change of the whole series is no move. */
  readonly announcedAt: (seenAt: Instant) => Instant;
  /** The rule plans it no longer, which explains why it is not there. */
  readonly unplanned: boolean;
  /** Planned as a day without time. */
  readonly allDay: boolean;
  /** In which such a day begins. */
  readonly zone: Zone;
}

export function calendarHistoryOf(given: CalendarHistoryGiven): CalendarHistory | null {
  const { sightings, missings } = given.file;
  const first = sightings[0]?.original ?? given.planned;
  if (first === null || first === undefined) return null;
  const { original, effective, shifts } = shiftsOf(given, first);
  const lastSeen = sightings.at(-1);
  const gone = missings.at(-1);
  const isGone = lastSeen !== undefined && gone !== undefined && sightAt(gone) > sightAt(lastSeen);
  const { cancellation, cancelled, revived } = cancellingOf(given, isGone ? gone : null);
  const missing = isGone && !cancelled && !given.unplanned ? gone : null;
  return { original, effective, shifts, cancellation, cancelled, revived, missing };
}

/** Mails and sightings as one story. A mail tells of a change before a sighting of the same moment shows it. */
function shiftsOf(
  given: CalendarHistoryGiven,
  first: Span,
): Pick<CalendarHistory, 'original' | 'effective' | 'shifts'> {
  const shifts: ObservedMove[] = [];
  let [original, now] = [first, first];
  // 1: a day without time moves when its date changes, and midnights stand for the date they show there.
  const ofDays = given.file.sightings.some(({ allDay }) => allDay) || given.allDay;
  let day = dateOf(given.file.key);
  const isElsewhere = (start: Instant, date: LocalDate): boolean =>
    ofDays ? date !== day : start !== now.start;
  const mails = given.file.mails.filter(
    ({ mail, span, previous }) =>
      span !== null && (mail === 'update' || (mail === 'request' && previous !== null)),
  );
  const showSighting = (seen: Sighting, before: Sighting | undefined) => {
    const date = localDate(seen.span.start, seen.zone);
    const isSeriesChange = !ofDays && seen.original.start !== original.start;
    if (isSeriesChange && now.start <= given.announcedAt(seen.seenAt)) return;
    if (isSeriesChange) original = seen.original;
    if (isSeriesChange && seen.span.start === seen.original.start) {
      now = seen.span;
      return;
    }
    if (isElsewhere(seen.span.start, date)) {
      const moment = rangeOf(seen.lookedBefore ?? before?.seenAt ?? null, seen.seenAt);
      const { id: fact, recordedAt } = seen;
      const by = { by: given.organizer, onBehalfOf: null };
      shifts.push({ ...by, from: now, to: seen.span, moment, grade: 'inferred', fact, recordedAt });
    }
    [now, day] = [seen.span, date];
  };
  const showMail = (mail: NoticeMail, said: Span) => {
    const told = { moment: exactly(mail.at), grade: 'documented' as const, fact: mail.id };
    const change = { ...doingOf(mail), ...told, recordedAt: mail.recordedAt };
    const last = shifts.at(-1);
    const date = dayOfMidnight(said.start);
    const span = ofDays ? daysFrom(date, said, given.zone) : said;
    const from = ofDays ? now : (mail.previous ?? now);
    if (isElsewhere(span.start, date)) shifts.push({ ...change, from, to: span });
    else if (last !== undefined && (ofDays || isSame(last, span, mail.at)))
      shifts[shifts.length - 1] = { ...last, ...change };
    [now, day] = [span, date];
  };
  const story = [
    ...given.file.sightings.map((seen, at) => ({
      at: sightAt(seen),
      rank: 1,
      show: () => showSighting(seen, given.file.sightings[at - 1]),
    })),
    ...mails.map((mail) => ({ at: mail.at, rank: 0, show: () => mail.span && showMail(mail, mail.span) })),
  ];
  for (const { show } of story.sort((a, b) => a.at - b.at || a.rank - b.rank)) show();
  return { original, effective: now, shifts };
}

/** A message floats its midnights in whatever zone it came in; they begin where those of the calendar do. */
function daysFrom(date: LocalDate, { start, end }: Span, zone: Zone): Span {
  const days = Math.max(1, Math.round((end - start) / DAY));
  return { start: instantAt(date, 0, zone), end: instantAt(addDays(date, days), 0, zone) };
}

/** The mail of a move that the calendar had shown a moment before. */
const isSame = ({ to, moment }: ObservedMove, span: Span, at: Instant): boolean =>
  to.start === span.start && !isExact(moment) && at <= moment.until + CLOCK_SKEW;
