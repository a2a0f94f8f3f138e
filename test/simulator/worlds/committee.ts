import { about, meeting, person, required, teamsLink } from '../telling';
import { addDays, at, DAY, dayNumber, HOUR, instantOf, type LocalDate, MINUTE } from '../time';
import type { Happening, Invitee, Person, Session, World } from '../world';

/** Who was a member of a weekly committee, and who was there at each of its meetings. */
export interface CommitteeRecord {
  members: { id: string; from: LocalDate; to: LocalDate }[];
  meetings: { date: LocalDate; present: string[]; guests: string[] }[];
}

const ZONE = 'Europe/London';
const TIME = '16:00';
const LENGTH = 60 * MINUTE;

/** The Wednesday of a date's week: the day on which the series plans its meetings. */
export const plannedFor = (date: LocalDate): LocalDate => {
  const day = dayNumber(date);
  // Day 0 was a Thursday, so Mondays are those with a remainder of 4.
  return addDays(date, 2 - ((((day - 4) % 7) + 7) % 7));
};

const start = (date: LocalDate) => instantOf(date, TIME, ZONE);

const chair = person({
  id: 'chair',
  name: 'The Chair',
  address: 'chair@committee.example',
  zone: ZONE,
  country: 'GB',
});

const memberOf = (id: string): Person =>
  person({ id, name: `Member ${id.slice(1)}`, address: `${id}@committee.example`, zone: ZONE });

/** A member is listed from the first to the last meeting of the membership, and invited two days ahead of it. */
function invitee(member: CommitteeRecord['members'][number], first: LocalDate, last: LocalDate): Invitee {
  const from = plannedFor(member.from);
  const joining =
    from <= first ? {} : { from, invitedAt: Math.min(start(from), start(member.from)) - 2 * DAY - 2 * HOUR };
  const to = plannedFor(member.to);
  const leaving = to >= last ? {} : { to, removedAt: Math.max(start(to), start(member.to)) + LENGTH + HOUR };
  return required(member.id, { ...joining, ...leaving });
}

/**
 * A committee's record as a world, seen by the one who organizes it: a series on Wednesdays, every meeting a Teams
 * session with those present for its whole length. Meetings on another day of the week were moved three days
 * ahead; weeks without a meeting were cancelled a week ahead.
 */
export function committeeWorld(record: CommitteeRecord): World {
  const dates = record.meetings.map(({ date }) => plannedFor(date)).sort();
  const [first = '', last = ''] = [dates.at(0), dates.at(-1)];
  const ids = new Set([
    ...record.members.map(({ id }) => id),
    ...record.meetings.flatMap(({ present, guests }) => [...present, ...guests]),
  ]);
  const series = meeting({
    id: 'committee',
    subject: 'Weekly committee',
    organizer: 'chair',
    invitees: record.members.map((member) => invitee(member, first, last)),
    zone: ZONE,
    firstDate: first,
    time: TIME,
    minutes: LENGTH / MINUTE,
    recurrence: { every: 'week', interval: 1, days: ['wednesday'], until: last },
    createdAt: at(`${addDays(first, -21)} 10:00`, ZONE),
    joinUrl: teamsLink('weekly committee', chair),
  });
  const committee = about(series);
  const happenings: Happening[] = [];
  for (let date = first; date <= last; date = addDays(date, 7)) {
    if (!dates.includes(date))
      happenings.push({ ...committee.cancelled(date, `${date} 12:00`), at: start(date) - 7 * DAY });
  }
  for (const { date, present, guests } of record.meetings) {
    const planned = plannedFor(date);
    if (planned !== date) {
      const move = committee.moved(planned, `${planned} 12:00`, `${date} ${TIME}`);
      happenings.push({ ...move, at: Math.min(start(planned), start(date)) - 3 * DAY });
    }
    happenings.push(sessionOf(series.id, date, ['chair', ...present, ...guests]));
  }
  return {
    name: 'weekly committee',
    owner: 'chair',
    people: [chair, ...[...ids].sort().map(memberOf)],
    meetings: [series],
    happenings,
    taps: [],
    holidays: { choices: {}, countries: {} },
  };
}

function sessionOf(meetingId: string, date: LocalDate, people: string[]): Session {
  const span = { start: start(date), end: start(date) + LENGTH };
  const stays = [...new Set(people)].map((who) => ({ who, as: 'signed-in' as const, shown: '', span }));
  return { kind: 'session', at: span.end, meeting: meetingId, stays, hidden: [] };
}
