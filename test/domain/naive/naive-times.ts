import { MINUTE, type Span, type Weekday } from '../../../src/domain/time/time';
import type { CalendarShown, TimeWanted } from '../../../src/domain/time/time-that-holds';

const TICK = 5 * MINUTE;
const DAY_TICKS = 12 * 24;

interface Wall {
  readonly date: string;
  readonly minute: number;
  readonly weekday: Weekday;
}

/** What a clock on the wall shows, asked anew of the engine. */
function wallOf(zone: string): (at: number) => Wall {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, weekday: 'long', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const read = new Map<number, Wall>();
  return (at) => {
    const before = read.get(at);
    if (before !== undefined) return before;
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const wall = {
      date: `${part.year}-${part.month}-${part.day}`,
      minute: Number(part.hour) * 60 + Number(part.minute),
      weekday: (part.weekday ?? '').toLowerCase() as Weekday,
    };
    read.set(at, wall);
    return wall;
  };
}

/** The rule, read off five minutes after five minutes of six weeks. */
export function naiveTimes(
  { now, zone, minutes, near }: TimeWanted,
  calendars: readonly CalendarShown[],
): readonly Span[] {
  const own = wallOf(zone);
  const ticks: number[] = [];
  for (let tick = -25 * DAY_TICKS; tick < 26 * DAY_TICKS; tick += 1)
    ticks.push(Math.floor(now / TICK) * TICK + tick * TICK);
  const byWall = new Map<string, number>();
  const dates: string[] = [];
  for (const at of ticks) {
    const { date, minute } = own(at);
    if (!byWall.has(`${date} ${minute}`)) byWall.set(`${date} ${minute}`, at);
    if (dates.at(-1) !== date) dates.push(date);
  }
  const shown = calendars.map(({ taken, week }) => {
    const wall = wallOf(week.zone);
    const within = (spans: readonly Span[], at: number) =>
      spans.some(({ start, end }) => start < at + TICK && end > at);
    const works = ticks.filter((at) => {
      const { date, minute, weekday } = wall(at);
      const isInHours = minute >= week.startMinute && minute < week.endMinute;
      return isInHours && week.days.includes(weekday) && !week.holidays.has(date);
    });
    const perDay = new Map<string, { all: number; gone: number }>();
    for (const at of works) {
      const { date } = wall(at);
      const day = perDay.get(date) ?? { all: 0, gone: 0 };
      perDay.set(date, { all: day.all + 1, gone: day.gone + (within(week.away, at) ? 1 : 0) });
    }
    const isThere = (at: number) => {
      const { all, gone } = perDay.get(wall(at).date) ?? { all: 1, gone: 1 };
      return gone === 0 || gone * 2 < all;
    };
    return {
      free: new Set(ticks.filter((at) => !within(taken, at))),
      there: new Set(works.filter((at) => isThere(at) && !within(week.away, at))),
    };
  });
  const today = dates.indexOf(own(now).date);
  const lasting = (long: number): Span[] => {
    const all: { span: Span; far: number }[] = [];
    for (let day = today + 1; day <= today + 7; day += 1) {
      for (let minute = 0; minute < 24 * 60; minute += 15) {
        const starts = [-21, -14, -7, 0, 7, 14].map((off) => byWall.get(`${dates[day + off]} ${minute}`));
        const isGood = starts.every((start, index) => {
          if (start === undefined) return false;
          for (let at = start; at < start + long * MINUTE; at += TICK) {
            if (!shown.every(({ free }) => free.has(at))) return false;
            if (index > 2 && !shown.every(({ there }) => there.has(at))) return false;
          }
          return true;
        });
        const [, , , start = 0] = starts;
        const far = Math.abs(minute - own(near).minute);
        if (isGood) all.push({ span: { start, end: start + long * MINUTE }, far });
      }
    }
    return all.sort((a, b) => a.far - b.far || a.span.start - b.span.start).map(({ span }) => span);
  };
  const short = lasting(minutes.short);
  const [first] = short;
  if (first === undefined) return [];
  for (const all of [lasting(minutes.whole), short]) {
    const elsewhere = all.filter(({ start }) => own(start).date !== own(first.start).date);
    const later = all.filter(({ start, end }) => end <= first.start || start >= first.end);
    const [second] = [...elsewhere, ...later];
    if (second !== undefined) return [first, second];
  }
  return [first];
}
