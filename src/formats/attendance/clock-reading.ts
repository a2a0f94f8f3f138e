import { dateOfDay } from '../../domain/time/days';
import { HOUR, type Instant, overlapOf, SECOND, type Span, type Zone } from '../../domain/time/time';
import { instantAt, localDay, utcYear } from '../../domain/time/zone';
import { type DayReader, GREGORIAN, otherCalendars, otherEras } from './calendars';
import { type Voice, voicesOf } from './day-periods';
import type { Tables } from './tables';
import { timesIn, type WrittenTime } from './written-time';

/** One way to read all times of a file: one order, one calendar, one language. null: the cell is empty. */
export interface ClockReading {
  readonly at: (cell: string) => Instant | null;
  readonly session: Span;
}

/** Teams was first there in this year; what a file of an earlier one says is in another calendar. */
const FIRST_YEAR = 2017;

/**
 * The readings that tell of different times, those of the calendar that languages write by themselves first. Another
 * calendar is thought of only where that one gives no day of these years, or where the file names another era.
 */
export function clockReadings(tables: Tables, around: Span, zone: Zone): readonly ClockReading[] {
  const cells = timesOf(tables);
  const gregorian = readingsBy(GREGORIAN, cells, tables, zone);
  if (gregorian.some(({ session }) => overlapOf(session, around) > 0)) return gregorian;
  const day = localDay(around.start, zone);
  const plausible = gregorian.some(({ session: { start } }) => {
    const year = utcYear(start);
    return year >= FIRST_YEAR && year <= utcYear(around.end) + 1;
  });
  const words = wordsIn(cells);
  const eras = words.length === 0 ? undefined : otherEras();
  if (plausible && !words.some((word) => eras?.has(word))) return gregorian;
  return [...readingsBy(otherCalendars(day), cells, tables, zone, eras), ...gregorian];
}

const timesOf = ({ session, participants, stays }: Tables): readonly string[] => {
  const lines = [...participants, ...stays].flatMap(({ from, to }) => [from, to]);
  return [...new Set([...(session ?? []), ...lines].filter((cell) => cell !== ''))];
};

/** All words of the first time, which stand in every other one as well. */
const wordsIn = (cells: readonly string[]): readonly string[] => {
  const [time] = timesIn(cells[0] ?? '');
  return [time?.beside, time?.before, time?.after]
    .flatMap((words) => words?.split(' ') ?? [])
    .filter((word) => word !== '');
};

function readingsBy(
  days: readonly DayReader[],
  cells: readonly string[],
  tables: Tables,
  zone: Zone,
  eras?: ReadonlySet<string>,
): readonly ClockReading[] {
  const found = new Map<string, ClockReading>();
  // Where the day stands before the clock, and where behind it.
  for (const place of [0, 1]) {
    const written = new Map(cells.map((cell) => [cell, inPlace(cell, place)]));
    const times = [...written.values()].filter((time) => time !== undefined);
    if (times.length < cells.length) continue;
    const dates = [...new Map(times.map(({ date }) => [date.join(), date])).values()];
    const fitting = days.filter((read) => dates.every((date) => read(date) !== null));
    if (fitting.length === 0) continue;
    const voices = voicesOf(times, eras);
    for (const read of fitting) {
      for (const voice of voices) {
        const instants = new Map(
          [...written].map(([cell, time]) => [
            cell,
            time === undefined ? null : instantOf(time, read, voice, zone),
          ]),
        );
        const reading = readingOf(instants, tables);
        const mark = [...instants.values()].join();
        if (reading !== null && !found.has(mark)) found.set(mark, reading);
      }
    }
  }
  return [...found.values()];
}

function inPlace(cell: string, place: number): WrittenTime | undefined {
  const times = timesIn(cell);
  return times[Math.min(place, times.length - 1)];
}

function instantOf(time: WrittenTime, read: DayReader, voice: Voice, zone: Zone): Instant | null {
  const [day, hour] = [read(time.date), voice(time)];
  if (day === null || hour === null) return null;
  return instantAt(dateOfDay(day), hour * (HOUR / 60_000) + time.minute, zone) + time.second * SECOND;
}

/** From start to end, as the summary or the lines tell it. */
function readingOf(instants: ReadonlyMap<string, Instant | null>, tables: Tables): ClockReading | null {
  if ([...instants.values()].includes(null)) return null;
  const at = (cell: string) => instants.get(cell) ?? null;
  const [start, end] = (tables.session ?? []).map(at);
  const lines = [...tables.participants, ...tables.stays].flatMap(({ from, to }) => [at(from), at(to)]);
  const known = lines.filter((time) => time !== null);
  const session = {
    start: start ?? known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    end: end ?? known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  };
  return session.end >= session.start && Number.isFinite(session.start) ? { at, session } : null;
}
