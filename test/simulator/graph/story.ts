import { clockIn, dateIn, type Instant, instantOf, type LocalDate, MINUTE, type Span } from '../time';
import type { AnswerGiven, Happening, Invitee, Meeting, Person, Recurrence, Session, World } from '../world';
import { plannedDates } from './calendar/recurrence';

type About<K extends Happening['kind']> = Extract<Happening, { kind: K }>;

/** Everything that ever happens to one meeting, by kind, in order of time. */
export interface MeetingStory {
  meeting: Meeting;
  cancelled: Map<LocalDate, About<'cancelled'>[]>;
  moved: Map<LocalDate, About<'moved'>[]>;
  seriesCancelled: About<'series-cancelled'>[];
  splits: About<'split'>[];
  rescheduled: About<'rescheduled'>[];
  renamed: About<'renamed'>[];
  answers: AnswerGiven[];
  removals: About<'removed-from-calendar'>[];
  sessions: Session[];
}

export interface Story {
  world: World;
  people: Map<string, Person>;
  byAddress: Map<string, Person>;
  meetings: Map<string, MeetingStory>;
}

/** Sorts a world's happenings by the meeting they are about. */
export function storyOf(world: World): Story {
  const people = new Map(world.people.map((one) => [one.id, one]));
  const own = world.happenings.flatMap((happening) => ownItem(happening, people));
  const meetings = new Map([...world.meetings, ...own].map((meeting) => [meeting.id, emptyStory(meeting)]));
  for (const happening of [...world.happenings].sort((a, b) => a.at - b.at)) {
    if (!('meeting' in happening)) continue;
    const story = meetings.get(happening.meeting);
    if (story === undefined)
      throw new Error(`The world tells of a meeting it does not have: ${happening.meeting}`);
    file(story, happening);
  }
  const byAddress = new Map<string, Person>();
  for (const one of world.people) {
    for (const address of [one.address, one.upn, ...(one.aliases ?? [])]) {
      if (address !== undefined) byAddress.set(address.toLowerCase(), one);
    }
  }
  return { world, people, byAddress, meetings };
}

/** What people put into their own calendars: an absence, a marked day. Nobody else is on these items. */
function ownItem(happening: Happening, people: Map<string, Person>): Meeting[] {
  if (happening.kind !== 'out-of-office' && happening.kind !== 'day-marked') return [];
  const zone = people.get(happening.who)?.zone ?? 'UTC';
  const common = {
    organizer: happening.who,
    invitees: [],
    zone,
    recurrence: null,
    createdAt: happening.at,
    joinUrl: null,
  };
  if (happening.kind === 'day-marked') {
    const { who, date, subject, category } = happening;
    const id = `mark ${who} ${date} ${category}`;
    const whole = { firstDate: date, time: '00:00', minutes: 24 * 60, allDay: true, showAs: 'free' as const };
    return [{ ...common, ...whole, id, subject, categories: [category] }];
  }
  const { start, end } = happening.span;
  const clock = clockIn(zone, start);
  return [
    {
      ...common,
      id: `away ${happening.who} ${clock}`,
      subject: 'Out of office',
      firstDate: clock.slice(0, 10),
      time: clock.slice(11, 16),
      minutes: (end - start) / MINUTE,
      showAs: 'oof',
    },
  ];
}

const emptyStory = (meeting: Meeting): MeetingStory => ({
  meeting,
  cancelled: new Map(),
  moved: new Map(),
  seriesCancelled: [],
  splits: [],
  rescheduled: [],
  renamed: [],
  answers: [],
  removals: [],
  sessions: [],
});

function fileByDate<T extends { date: LocalDate }>(map: Map<LocalDate, T[]>, happening: T): void {
  map.set(happening.date, [...(map.get(happening.date) ?? []), happening]);
}

function file(story: MeetingStory, happening: Happening): void {
  if (happening.kind === 'cancelled') fileByDate(story.cancelled, happening);
  if (happening.kind === 'moved') fileByDate(story.moved, happening);
  if (happening.kind === 'series-cancelled') story.seriesCancelled.push(happening);
  if (happening.kind === 'split') story.splits.push(happening);
  if (happening.kind === 'rescheduled') story.rescheduled.push(happening);
  if (happening.kind === 'renamed') story.renamed.push(happening);
  if (happening.kind === 'answered') story.answers.push(happening);
  if (happening.kind === 'removed-from-calendar') story.removals.push(happening);
  if (happening.kind === 'session') story.sessions.push(happening);
}

export function personOf(story: Story, id: string): Person {
  const found = story.people.get(id);
  if (found === undefined) throw new Error(`The world tells of a person it does not have: ${id}`);
  return found;
}

/** Happenings are in order of time, so the last one that has come to pass is the one in force. */
export const lastBy = <T extends { at: Instant }>(happenings: readonly T[], now: Instant): T | undefined =>
  happenings.findLast((happening) => happening.at <= now);

/** The rule of a series as the organizer has it at an instant. */
export interface Rule {
  time: string;
  minutes: number;
  recurrence: Recurrence | null;
}

export function ruleAt(story: MeetingStory, now: Instant): Rule {
  const { meeting } = story;
  const changed = lastBy(story.rescheduled, now);
  const split = lastBy(story.splits, now);
  const recurrence =
    meeting.recurrence !== null && split !== undefined
      ? { ...meeting.recurrence, until: split.lastDate }
      : meeting.recurrence;
  return { time: changed?.time ?? meeting.time, minutes: changed?.minutes ?? meeting.minutes, recurrence };
}

export function datesPlanned(story: MeetingStory, now: Instant, from: LocalDate, to: LocalDate): LocalDate[] {
  const { recurrence } = ruleAt(story, now);
  const { firstDate } = story.meeting;
  if (recurrence === null) return firstDate >= from && firstDate <= to ? [firstDate] : [];
  return plannedDates(recurrence, firstDate, from, to);
}

/** Where an occurrence stands by the rule alone. */
export function plannedSpan(story: MeetingStory, date: LocalDate, now: Instant): Span {
  const rule = ruleAt(story, now);
  const start = instantOf(date, rule.time, story.meeting.zone);
  return { start, end: start + rule.minutes * MINUTE };
}

/** The move in force, if any; a change of the whole series makes Exchange forget the earlier ones. */
export function moveAt(story: MeetingStory, date: LocalDate, now: Instant, withUnsent: boolean) {
  const moves = (story.moved.get(date) ?? []).filter((move) => withUnsent || move.unsent !== true);
  const move = lastBy(moves, now);
  const reset = lastBy(story.rescheduled, now);
  return move !== undefined && (reset === undefined || reset.at < move.at) ? move : undefined;
}

export const spanAt = (story: MeetingStory, date: LocalDate, now: Instant, withUnsent = false): Span =>
  moveAt(story, date, now, withUnsent)?.to ?? plannedSpan(story, date, now);

export const inviteeOf = (meeting: Meeting, who: string): Invitee | undefined =>
  meeting.invitees.find((invitee) => invitee.who === who);

/** Who an occurrence (or, without a date, the series) lists at an instant. */
export function listedAt(meeting: Meeting, date: LocalDate | null, now: Instant): Invitee[] {
  const today = dateIn(meeting.zone, now);
  return meeting.invitees.filter((invitee) => {
    if ((invitee.invitedAt ?? meeting.createdAt) > now) return false;
    if (invitee.only !== undefined) return date !== null && invitee.only.includes(date);
    if (date !== null && invitee.from !== undefined && date < invitee.from) return false;
    if (invitee.removedAt !== undefined && invitee.removedAt <= now && invitee.to === undefined) return false;
    return invitee.to === undefined || (date ?? today) <= invitee.to;
  });
}
