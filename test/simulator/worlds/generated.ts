import { type Dice, dice } from '../dice';
import { plannedDates } from '../graph/calendar/recurrence';
import { person, teamsLink, WORKDAYS } from '../telling';
import { addDays, DAY, dayNumber, HOUR, type Instant, instantOf, type LocalDate, MINUTE } from '../time';
import type { Happening, Meeting, Person, Recurrence, Stay, World } from '../world';
import { cutShort, strangely, thenCancelled } from './strange';

export interface WorldSize {
  seed: number;
  series: number;
  years: number;
  people: number;
  /** First day of the world; two years before the sample month unless given. */
  from?: LocalDate;
  /** With days without a time, zones that nobody knows, and series that are cancelled as a whole (`strange.ts`). */
  strange?: boolean;
}

const ZONES = ['Europe/London', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe'];
const TIMES = ['08:30', '09:00', '10:15', '11:00', '13:30', '14:00', '15:00', '16:45'];

const RECURRENCES: Recurrence[] = [
  { every: 'week', interval: 1, days: WORKDAYS },
  { every: 'week', interval: 1, days: ['tuesday'] },
  { every: 'week', interval: 1, days: ['monday', 'wednesday', 'friday'] },
  { every: 'week', interval: 2, days: ['thursday'] },
  { every: 'day', interval: 1 },
  { every: 'month', interval: 1, day: 31 },
  { every: 'month-weekday', interval: 1, week: 'last', day: 'friday' },
];

/** A large world: series of every kind with cancellations, moves, answers and sessions, the same for the same seed. */
export function generatedWorld(size: WorldSize): World {
  const { seed, series, years, people, from = '2024-11-20', strange = false } = size;
  const luck = dice(seed);
  const everybody = Array.from({ length: Math.max(people, 2) }, (_, index) => someone(index, luck));
  const to = addDays(from, Math.round(365.25 * years));
  const meetings = Array.from({ length: series }, (_, index) => {
    const one = someSeries(index, everybody, from, luck);
    return strange ? strangely(one, index, luck) : one;
  });
  return {
    name: `generated world ${seed}`,
    owner: 'person-0',
    people: everybody,
    meetings,
    happenings: meetings.flatMap((one) => {
      const lot = fate(one, from, to, luck, strange);
      return strange ? cutShort(one, lot, from, luck) : lot;
    }),
    taps: [],
    holidays: { choices: {}, countries: {} },
  };
}

function someone(index: number, luck: Dice): Person {
  const id = `person-${index}`;
  return person({ id, name: `Person ${index}`, address: `${id}@generated.example`, zone: luck.pick(ZONES) });
}

function someSeries(index: number, everybody: Person[], from: LocalDate, luck: Dice): Meeting {
  const owner = everybody[0] as Person;
  const organizer = luck.next() < 0.6 ? owner : luck.pick(everybody.slice(1));
  const others = new Set<string>([owner.id]);
  const size = 1 + luck.upTo(Math.min(8, everybody.length - 1));
  while (others.size < size + 1) others.add(luck.pick(everybody).id);
  others.delete(organizer.id);
  const zone = luck.pick(ZONES);
  const firstDate = addDays(from, luck.upTo(14));
  return {
    id: `series-${index}`,
    subject: `Series ${index}`,
    organizer: organizer.id,
    invitees: [...others].map((who) => ({ who, part: luck.next() < 0.8 ? 'required' : 'optional' })),
    zone,
    firstDate,
    time: luck.pick(TIMES),
    minutes: luck.pick([15, 30, 45, 60]),
    recurrence: luck.pick(RECURRENCES),
    createdAt: instantOf(addDays(firstDate, -7), '09:00', zone),
    joinUrl: teamsLink(`series ${index}`, organizer),
  };
}

/** What becomes of each occurrence: most are met, some are cancelled, moved, missed or joined late. */
function fate(one: Meeting, from: LocalDate, to: LocalDate, luck: Dice, strange: boolean): Happening[] {
  if (one.recurrence === null) return [];
  const dates = plannedDates(one.recurrence, one.firstDate, from, to);
  return dates.flatMap((date, place) => {
    const start = instantOf(date, one.time, one.zone);
    const chance = luck.next();
    if (chance < 0.12) {
      const ahead = luck.pick([5 * MINUTE, HOUR, 5 * HOUR, DAY, 3 * DAY]);
      return [
        { kind: 'cancelled', at: Math.max(start - ahead, one.createdAt + HOUR), meeting: one.id, date },
      ];
    }
    const next = dates[place + 1];
    const room = next === undefined || dayNumber(next) - dayNumber(date) > 1;
    const isMoved = chance < 0.18 && room;
    const { begin, end } =
      one.allDay === true ? daysOf(one, date, isMoved) : hoursOf(one, start, isMoved, luck);
    const moved: Happening[] = !isMoved
      ? []
      : [
          {
            kind: 'moved',
            at: start - luck.pick([HOUR, DAY]),
            meeting: one.id,
            date,
            to: { start: begin, end },
          },
        ];
    const gone = strange ? moved.flatMap((move) => thenCancelled(move, luck)) : [];
    if (gone.length > 0) return [...moved, ...gone];
    const until = one.allDay === true ? begin + HOUR : end;
    // Of which day a session is that follows clocks nobody knows, not even a witness can say.
    const met = one.allDay === true && one.zoneName !== undefined ? [] : sessions(one, begin, until, luck);
    return [...moved, ...answers(one, date, begin, luck), ...met];
  });
}

function hoursOf({ minutes }: Meeting, start: Instant, isMoved: boolean, luck: Dice) {
  const begin = start + (isMoved ? luck.pick([HOUR, 2 * HOUR, 4 * HOUR]) : 0);
  return { begin, end: begin + minutes * MINUTE };
}

/** A day without time moves by days. */
function daysOf({ minutes, zone }: Meeting, date: LocalDate, isMoved: boolean) {
  const first = isMoved ? addDays(date, 1) : date;
  const midnight = (day: LocalDate) => instantOf(day, '00:00', zone);
  return { begin: midnight(first), end: midnight(addDays(first, minutes / (24 * 60))) };
}

function answers(one: Meeting, date: LocalDate, begin: number, luck: Dice): Happening[] {
  return one.invitees.flatMap(({ who }): Happening[] => {
    if (luck.next() > 0.06) return [];
    const at = begin - luck.pick([10 * MINUTE, 3 * HOUR, 30 * HOUR]);
    return [{ kind: 'answered', at, who, meeting: one.id, date, answer: 'declined' }];
  });
}

function sessions(one: Meeting, begin: number, end: number, luck: Dice): Happening[] {
  const there = [one.organizer, ...one.invitees.map(({ who }) => who)].filter(() => luck.next() < 0.85);
  const stays = there.map((who): Stay => {
    const late = luck.next() < 0.15 ? luck.upTo(20) * MINUTE : 0;
    const early = luck.next() < 0.1 ? luck.upTo(10) * MINUTE : 0;
    const span = {
      start: Math.min(begin + late, end - MINUTE),
      end: Math.max(end - early, begin + late + MINUTE),
    };
    return { who, as: 'signed-in', shown: '', span };
  });
  if (stays.length === 0) return [];
  return [
    {
      kind: 'session',
      at: Math.max(...stays.map(({ span }) => span.end)),
      meeting: one.id,
      stays,
      hidden: [],
    },
  ];
}
