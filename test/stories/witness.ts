import { plannedDates } from '../simulator/graph/calendar/recurrence';
import { addDays, DAY, dateIn, HOUR, type Instant, instantOf, MINUTE, type Span } from '../simulator/time';
import type { AnswerGiven, Happening, Meeting, Session, World } from '../simulator/world';

/**
 * What somebody would say who saw the world itself, and of it no more than its owner could: nobody else's answers on
 * an attendee's copy, no report of a meeting somebody else organizes. It reads happenings, never facts, and knows
 * only what generated worlds do: cancellations (of a series, too), moves, declines and sessions. Outcome by date, with exact notice.
 */
export function witnessed(world: World, meeting: Meeting, now: Instant): Readonly<Record<string, string>> {
  if (meeting.recurrence === null) return {};
  const dates = plannedDates(
    meeting.recurrence,
    meeting.firstDate,
    meeting.firstDate,
    dateIn(meeting.zone, now),
  );
  const rows = dates.map((date) => [date, witness(world, meeting, date, now)] as const);
  return Object.fromEntries(rows.filter((row): row is [string, string] => row[1] !== null));
}

function witness(world: World, meeting: Meeting, date: string, now: Instant): string | null {
  const about = world.happenings.filter(
    (one) =>
      'meeting' in one && one.meeting === meeting.id && 'date' in one && one.date === date && one.at <= now,
  );
  const { span: at, planned } = standsAt(world, meeting, date);
  const move = about.find((one) => one.kind === 'moved');
  const span: Span = move === undefined ? at(null) : at(move.to);
  if (span.start > now) return null;
  const minutes = (at: Instant, start = span.start) => (start - at) / MINUTE;
  const cancelled =
    about.find((one) => one.kind === 'cancelled') ?? wholeCancelled(world, meeting, span, now);
  if (cancelled === 'no row') return null;
  const window = windowOf(world, meeting);
  if (cancelled !== undefined) {
    return `cancelled-${window(cancelled.at, span.start)} ${minutes(cancelled.at)} min`;
  }
  const isOrganizer = meeting.organizer === world.owner;
  const needed = [
    meeting.organizer,
    ...meeting.invitees.filter(({ part }) => part === 'required').map(({ who }) => who),
  ];
  const words = about.filter((one): one is AnswerGiven => {
    const isVisible = isOrganizer || ('who' in one && one.who === world.owner);
    return (
      one.kind === 'answered' &&
      isVisible &&
      (needed.includes(one.who) || one.who === world.owner) &&
      (move === undefined || one.at > move.at)
    );
  });
  const own = words.find(({ who }) => who === world.owner);
  const told = move === undefined ? '' : ` ${minutes(move.at, Math.min(planned, span.start))} min`;
  const sessions = isOrganizer ? sessionsAt(world.happenings, meeting, span) : [];
  const seconds = new Map(needed.map((who) => [who, secondsOf(sessions, who, span)]));
  const present = needed.filter((who) => (seconds.get(who)?.size ?? 0) >= 120);
  // Counted from who was there: a day without time has tens of thousands of seconds in which nobody was.
  const company = new Map<number, number>();
  for (const who of present) {
    for (const second of seconds.get(who) ?? []) company.set(second, (company.get(second) ?? 0) + 1);
  }
  const together = [...company.values()].filter((people) => people >= 2).length;
  if (together > 0) {
    const isPart = together * 2 < (span.end - span.start) / 1000;
    return `${isPart ? 'held-part' : move === undefined ? 'held' : 'held-moved'}${told}`;
  }
  if (own !== undefined) return `excluded-own-absence${told || ` ${minutes(own.at)} min`}`;
  const apologies = words.filter(({ who }) => needed.includes(who));
  const latest = [...apologies].sort((a, b) => a.at - b.at).at(-1);
  if (
    latest !== undefined &&
    needed.length - new Set(apologies.map(({ who }) => who)).size < 2 &&
    span.end <= now
  ) {
    const how = latest.at >= span.start ? 'short-notice' : window(latest.at, span.start);
    return `not-held-apologies-${how}${told || ` ${minutes(latest.at)} min`}`;
  }
  const grace = Math.min(600, Math.max(300, (span.end - span.start) / 3000));
  const waited = present.length === 1 && (seconds.get(present[0] ?? '')?.size ?? 0) >= grace;
  const missing = needed.some(
    (who) => who !== world.owner && !present.includes(who) && !words.some((word) => word.who === who),
  );
  const otherwise = span.end > now ? 'upcoming' : 'not-recorded';
  return `${waited && missing ? 'not-held-no-message' : otherwise}${told}`;
}

/** 1: within seven days of the message it is cancelled with its notice, later there is no row. */
function wholeCancelled({ happenings }: World, { id }: Meeting, { start }: Span, now: Instant) {
  const message = happenings.find((one) => one.kind === 'series-cancelled' && one.meeting === id);
  if (message === undefined || message.at > now || start < message.at) return undefined;
  return start <= message.at + 7 * DAY ? message : 'no row';
}

/** 1: a day without time is a date; where nobody knows the zone of its series, it begins with the owner's. */
function standsAt({ people, owner }: World, meeting: Meeting, date: string) {
  const { zone, time, minutes, allDay, zoneName } = meeting;
  const own = people.find(({ id }) => id === owner)?.zone ?? 'UTC';
  const day = (first: string): Span => {
    const midnight = (one: string) => instantOf(one, '00:00', zoneName === undefined ? zone : own);
    return { start: midnight(first), end: midnight(addDays(first, minutes / (24 * 60))) };
  };
  const planned = allDay === true ? day(date).start : instantOf(date, time, zone);
  const span = (moved: Span | null): Span => {
    if (allDay === true) return day(moved === null ? date : dateIn(zone, moved.start));
    return moved ?? { start: planned, end: planned + minutes * MINUTE };
  };
  return { planned, span };
}

/** 5.2, by the default of the series. */
function windowOf(world: World, { recurrence }: Meeting) {
  const zone = world.people.find(({ id }) => id === world.owner)?.zone ?? 'UTC';
  const often =
    recurrence !== null &&
    ((recurrence.every === 'day' && recurrence.interval <= 2) ||
      (recurrence.every === 'week' && recurrence.interval === 1 && recurrence.days.length >= 3));
  return (at: Instant, start: Instant): string => {
    if (at >= start) return 'after-start';
    const isShort = often
      ? start - at < 12 * HOUR || dateIn(zone, at) === dateIn(zone, start)
      : start - at < DAY;
    return isShort ? 'short-notice' : 'with-notice';
  };
}

/** 3.1, as far as generated worlds need it: the sessions within reach of where the occurrence stands. */
const sessionsAt = (
  happenings: readonly Happening[],
  { id }: Meeting,
  { start, end }: Span,
): readonly Session[] =>
  happenings.filter(
    (one): one is Session =>
      one.kind === 'session' &&
      one.meeting === id &&
      one.stays.some(({ span }) => span.start < end + 30 * MINUTE && span.end > start - 15 * MINUTE),
  );

function secondsOf(sessions: readonly Session[], who: string, { start, end }: Span): ReadonlySet<number> {
  const seconds = new Set<number>();
  for (const { stays } of sessions) {
    for (const stay of stays) {
      if (stay.who !== who) continue;
      const from = Math.max(stay.span.start, start);
      const to = Math.min(stay.span.end, end);
      for (let at = from; at < to; at += 1000) seconds.add((at - start) / 1000);
    }
  }
  return seconds;
}
