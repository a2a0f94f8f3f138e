import { addDays, dateIn, type Instant, type LocalDate, type Span } from '../../time';
import type { Answer, Invitee, Person } from '../../world';
import {
  datesPlanned,
  inviteeOf,
  lastBy,
  listedAt,
  type MeetingStory,
  moveAt,
  plannedSpan,
  type Rule,
  ruleAt,
  type Story,
  spanAt,
} from '../story';

/** A meeting as it lies in one person's calendar at an instant. */
export interface Copy {
  story: MeetingStory;
  whose: Person;
  now: Instant;
  organizing: boolean;
  rule: Rule;
  /** Forwarded occurrences stand in the calendar without a series. */
  only: LocalDate[] | null;
}

/** An occurrence, or a single event, as it stands in one person's calendar. */
export interface Standing {
  copy: Copy;
  date: LocalDate;
  original: Span;
  span: Span;
  /** How often it was cancelled; each time adds a prefix to an attendee's subject. */
  cancelled: number;
  exception: boolean;
  unsent: boolean;
}

export interface AnswerShown {
  answer: Answer | null;
  time: Instant | null;
  /** The time that was proposed with it. */
  proposed: Span | null;
}

/** The meeting in a person's calendar, or null where the calendar does not have it (any more). */
export function copyOf(world: Story, story: MeetingStory, whose: Person, now: Instant): Copy | null {
  const { meeting } = story;
  const organizing = meeting.organizer === whose.id;
  if (meeting.createdAt > now || world.people.get(meeting.organizer) === undefined) return null;
  const rule = ruleAt(story, now);
  if (organizing) {
    return lastBy(story.seriesCancelled, now) === undefined
      ? { story, whose, now, organizing, rule, only: null }
      : null;
  }
  const invitee = inviteeOf(meeting, whose.id);
  if (invitee === undefined || (invitee.invitedAt ?? meeting.createdAt) > now) return null;
  if (story.removals.some((gone) => gone.who === whose.id && gone.date === null && gone.at <= now))
    return null;
  const answer = answerOf(story, whose.id, null, now, true);
  if (answer.answer === 'declined' && whose.keepsDeclined !== true) return null;
  return { story, whose, now, organizing, rule, only: invitee.only ?? null };
}

/** The answer in force for a series (date null) or one of its occurrences. A move makes an answer void. */
export function answerOf(
  story: MeetingStory,
  who: string,
  date: LocalDate | null,
  now: Instant,
  withSilent: boolean,
): AnswerShown {
  const move = date === null ? undefined : moveAt(story, date, now, false);
  const given = story.answers.filter(
    (answer) =>
      answer.who === who &&
      (answer.date === null || answer.date === date) &&
      (withSilent || answer.silently !== true) &&
      (move === undefined || answer.at > move.at),
  );
  const last = lastBy(given, now);
  if (last === undefined) return { answer: null, time: null, proposed: null };
  const { answer, proposed = null } = last;
  return { answer, time: last.timeLost === true && !withSilent ? null : last.at, proposed };
}

const cancellations = (copy: Copy, date: LocalDate, invitee: Invitee | undefined): number => {
  const { story, now } = copy;
  const own = (story.cancelled.get(date) ?? []).filter(
    (one) => one.at <= now && one.silently !== true,
  ).length;
  const start = spanAt(story, date, now).start;
  const whole = story.seriesCancelled.filter((one) => one.at <= now && start >= one.at).length;
  const removed = invitee?.removedAt;
  return own + whole + (removed !== undefined && removed <= now && start >= removed ? 1 : 0);
};

/** The dates this calendar no longer has: what its organizer cancelled, or what its owner removed or declined. */
export function datesGone(copy: Copy): LocalDate[] {
  const { story, now, whose } = copy;
  const planned = (date: LocalDate) => datesPlanned(story, now, date, date).length > 0;
  if (copy.organizing) {
    return [...story.cancelled]
      .filter(([date, all]) => planned(date) && all.some((one) => one.at <= now))
      .map(([date]) => date)
      .sort();
  }
  const removed = story.removals
    .filter((gone) => gone.who === whose.id && gone.at <= now)
    .map((gone) => gone.date);
  const answered = story.answers
    .filter((one) => one.who === whose.id && one.at <= now)
    .map((one) => one.date);
  return [...new Set([...removed, ...answered])]
    .filter((date): date is LocalDate => date !== null && planned(date) && standing(copy, date) === null)
    .sort();
}

/** One occurrence by its original date, or null where this calendar does not have it. */
export function standing(copy: Copy, date: LocalDate): Standing | null {
  const { story, now, whose, organizing } = copy;
  if (datesPlanned(story, now, date, date).length === 0) return null;
  if (copy.only !== null && !copy.only.includes(date)) return null;
  const cancelledByNow = (story.cancelled.get(date) ?? []).filter((one) => one.at <= now);
  if (organizing && cancelledByNow.length > 0) return null;
  const invitee = organizing ? undefined : inviteeOf(story.meeting, whose.id);
  if (invitee !== undefined) {
    const invitedAt = invitee.invitedAt ?? story.meeting.createdAt;
    if (cancelledByNow.some((one) => one.at <= invitedAt)) return null;
    if (invitee.from !== undefined && date < invitee.from) return null;
    if (story.removals.some((gone) => gone.who === whose.id && gone.date === date && gone.at <= now))
      return null;
  }
  const cancelled = organizing ? 0 : cancellations(copy, date, invitee);
  const answer = answerOf(story, whose.id, date, now, true);
  if (!organizing && answer.answer === 'declined' && whose.keepsDeclined !== true) return null;
  const move = moveAt(story, date, now, organizing);
  const answeredAlone = story.answers.some(
    (one) =>
      one.date === date && one.at <= now && (organizing ? one.silently !== true : one.who === whose.id),
  );
  return {
    copy,
    date,
    original: plannedSpan(story, date, now),
    span: move?.to ?? plannedSpan(story, date, now),
    cancelled,
    exception: move !== undefined || cancelled > 0 || answeredAlone,
    unsent: move?.unsent === true,
  };
}

/** What of a meeting overlaps a span of time in this calendar, by original date. */
export function standings(copy: Copy, window: Span): Standing[] {
  const { story, now } = copy;
  const { zone } = story.meeting;
  // A day on each side, for long events and for zones; what was moved into the window is looked up by itself.
  const from = addDays(dateIn(zone, window.start), -1);
  const to = addDays(dateIn(zone, window.end), 1);
  const dates = new Set(datesPlanned(story, now, from, to));
  for (const date of story.moved.keys()) dates.add(date);
  return [...dates]
    .sort()
    .map((date) => standing(copy, date))
    .filter(
      (one): one is Standing => one !== null && one.span.start < window.end && one.span.end > window.start,
    );
}

/** The people an item of this calendar lists; an attendee's copy lists the organizer as well. */
export function listed(
  copy: Copy,
  date: LocalDate | null,
): { organizer: string | null; invitees: Invitee[] } {
  const { meeting } = copy.story;
  const all = listedAt(meeting, date, copy.now);
  if (copy.organizing) return { organizer: null, invitees: all };
  if (meeting.hideAttendees === true) {
    return { organizer: null, invitees: all.filter((invitee) => invitee.who === copy.whose.id) };
  }
  return { organizer: meeting.organizer, invitees: all };
}
