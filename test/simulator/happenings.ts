import { clockIn, dateIn, type Instant, type LocalDate } from './time';
import type { Happening, Meeting, Tap, World } from './world';

/** One thing that happened in the world, as a person would tell it. */
export interface Told {
  at: Instant;
  sentence: string;
  /** The owner did it in the pane; everything else just happened. */
  byOwner: boolean;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu 29 Oct`. */
export const dayWords = (date: LocalDate): string => {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  return `${DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${day} ${MONTHS[month - 1]}`;
};

const ANSWERS = { accepted: 'accepts', tentative: 'tentatively accepts', declined: 'declines' };
const SAID = {
  'we-met': 'We met',
  'nobody-joined': 'Nobody joined',
  'agreed-to-skip': 'Agreed to skip',
  'not-there': 'I was not there',
};

function teller(world: World) {
  const zone = world.people.find(({ id }) => id === world.owner)?.zone ?? 'UTC';
  const name = (id: string) => world.people.find((one) => one.id === id)?.name ?? id;
  const first = (id: string) => name(id).split(' ')[0] ?? id;
  const meeting = (id: string): Meeting | undefined => world.meetings.find((one) => one.id === id);
  const title = (id: string) => meeting(id)?.subject ?? id;
  const organizer = (id: string) => first(meeting(id)?.organizer ?? '');
  const on = (date: LocalDate | null) => (date === null ? 'the whole series' : dayWords(date));
  const clock = (instant: Instant) => clockIn(zone, instant).slice(11, 16);
  const when = (instant: Instant) => `${dayWords(dateIn(zone, instant))}, ${clock(instant)}`;

  const happening = (one: Happening): string => {
    switch (one.kind) {
      case 'cancelled':
        return `${organizer(one.meeting)} cancels ${title(one.meeting)} of ${on(one.date)}`;
      case 'series-cancelled':
        return `${organizer(one.meeting)} cancels the series ${title(one.meeting)}`;
      case 'moved':
        return `${organizer(one.meeting)} moves ${title(one.meeting)} of ${on(one.date)} to ${when(one.to.start)}`;
      case 'split':
        return `${organizer(one.meeting)} changes ${title(one.meeting)} after ${on(one.lastDate)}: a new series`;
      case 'rescheduled':
        return `${organizer(one.meeting)} moves the series ${title(one.meeting)} to ${one.time}`;
      case 'renamed':
        return `${organizer(one.meeting)} renames ${title(one.meeting)} to ${one.subject}`;
      case 'answered':
        return `${first(one.who)} ${ANSWERS[one.answer]} ${title(one.meeting)}: ${on(one.date)}`;
      case 'removed-from-calendar':
        return `${first(one.who)} removes ${title(one.meeting)} from the calendar: ${on(one.date)}`;
      case 'out-of-office':
        return `${first(one.who)} is out of office from ${when(one.span.start)} to ${when(one.span.end)}`;
      case 'day-marked':
        return `${first(one.who)} marks ${on(one.date)}: ${one.subject}`;
      case 'mail-deleted':
        return `${first(one.who)} deletes the mail about ${title(one.meeting)} of ${on(one.date)}`;
      case 'mail':
        return `${first(one.from)} writes to ${one.to.map(first).join(', ')}: ${one.subject}`;
      case 'session': {
        const people = [...new Set(one.stays.map(({ who }) => first(who)))];
        const start = Math.min(...one.stays.map(({ span }) => span.start));
        const alone = people.length === 1 ? ' alone' : '';
        return `${title(one.meeting)} call ends; ${people.join(', ')}${alone} there since ${clock(start)}`;
      }
    }
  };

  const tap = (one: Tap): string => {
    const who = first(world.owner);
    switch (one.kind) {
      case 'check-in':
        return `${who} notes ${on(one.date)}: ${SAID[one.said]}`;
      case 'decision':
        return `${who} logs decision ${one.id}`;
      case 'recap':
        return `${who} sends the recap of ${on(one.date)} to ${one.to.map(first).join(', ')}`;
      case 'matched':
        return `${who} says who ${one.shown} was: ${first(one.who)}`;
      case 'joined-histories':
        return `${who} keeps one history of ${one.meetings.length} series`;
      case 'log-kept':
        return `${who} starts a log of ${title(one.meeting)}`;
    }
  };
  return { happening, tap };
}

/** Everything that happens in a world, oldest first. */
export function tellWorld(world: World): Told[] {
  const tell = teller(world);
  return [
    ...world.happenings.map((one) => ({ at: one.at, sentence: tell.happening(one), byOwner: false })),
    ...world.taps.map((one) => ({ at: one.at, sentence: tell.tap(one), byOwner: true })),
  ].sort((a, b) => a.at - b.at);
}
