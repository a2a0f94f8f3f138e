import type { Outcome } from '../../domain/facts/things/outcomes';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { dayNumber, isoMonday, weekdayIndex } from '../../domain/time/days';
import type { LocalDate } from '../../domain/time/time';
import { shortMinutes, type TimeWords } from '../words/times';

export const MARKS = [
  'met',
  'part',
  'moved',
  'reinstated',
  'cancelled',
  'nobody',
  'apologies',
  'away',
  'unknown',
  'upcoming',
] as const;
export type MarkName = (typeof MARKS)[number];

/** How an outcome is drawn: its shape, and the few letters under it; null: how much notice there was. */
const TILES: Readonly<Record<Outcome, readonly [MarkName, string | null]>> = {
  upcoming: ['upcoming', ''],
  superseded: ['moved', 'replaced'],
  'held-moved': ['moved', 'moved'],
  'held-reinstated': ['reinstated', 'met'],
  held: ['met', 'met'],
  'held-part': ['part', null],
  'excluded-paused': ['away', 'paused'],
  'excluded-agreed-skip': ['away', 'skipped'],
  'excluded-own-absence': ['away', 'not you'],
  'excluded-holiday': ['away', 'holiday'],
  'excluded-away': ['away', 'away'],
  'excluded-short-invitation': ['away', 'late inv.'],
  'cancelled-with-notice': ['cancelled', null],
  'cancelled-short-notice': ['cancelled', null],
  'cancelled-after-start': ['cancelled', 'after'],
  'cancelled-notice-unknown': ['cancelled', null],
  'not-held-apologies-with-notice': ['apologies', null],
  'not-held-apologies-short-notice': ['apologies', null],
  'not-held-apologies-notice-unknown': ['apologies', null],
  'not-held-no-message': ['nobody', 'nobody'],
  'not-recorded': ['unknown', 'no record'],
};

/** The shape of an outcome: it is told apart without colour. */
export const markOf = (outcome: Outcome): MarkName => TILES[outcome][0];

/** The few letters under the shape: for a cancellation its notice, for a part the minutes. */
export function lettersOf({ outcome, notice, minutesTogether }: JudgedOccurrence): string {
  if (outcome === 'held-part' && minutesTogether !== null) return shortMinutes(minutesTogether);
  return TILES[outcome][1] ?? (notice?.minutes == null ? 'notice ?' : shortMinutes(notice.minutes));
}

export interface TilePlace {
  readonly occurrence: JudgedOccurrence;
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

export interface StripPlan {
  readonly columns: number;
  /** Names over the columns, empty where rows are not weeks. */
  readonly heads: readonly string[];
  readonly places: readonly TilePlace[];
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
/** From this many a week on, a row is a week; rarer meetings stand one after the other. */
const WEEK_ROWS_FROM = 2;
const PLAIN_COLUMNS = 5;

/** Where each tile stands: rows are weeks, columns the weekdays that occur, as in a small calendar. */
export function planStrip(
  occurrences: readonly JudgedOccurrence[],
  time: TimeWords,
  perWeek: number,
): StripPlan {
  const dates = occurrences.map(({ original }) => time.date(original.start));
  const days = [...new Set(dates.map(weekday))].sort((a, b) => a - b);
  if (perWeek < WEEK_ROWS_FROM || days.length < 2 || new Set(dates).size < dates.length) {
    const places = occurrences.map((occurrence, at) => ({
      occurrence,
      row: Math.floor(at / PLAIN_COLUMNS) + 1,
      column: (at % PLAIN_COLUMNS) + 1,
    }));
    return { columns: PLAIN_COLUMNS, heads: [], places };
  }
  const weeks = [...new Set(dates.map(isoMonday))].sort();
  const places = occurrences.map((occurrence, at) => {
    const date = dates[at] ?? '';
    return {
      occurrence,
      row: weeks.indexOf(isoMonday(date)) + 1,
      column: days.indexOf(weekday(date)) + 1,
    };
  });
  return { columns: days.length, heads: days.map((day) => WEEKDAYS[day] ?? ''), places };
}

/** More tiles than that are drawn only when somebody asks for them. */
export const MOST_TILES = 210;

/** Which part of a long history is drawn. */
export type StripPart = readonly [from: number, to: number];

/** Its end, or what lies around the chosen one. Ten years of a daily meeting open as fast as ten weeks. */
export function partOfHistory(count: number, chosen: number): StripPart {
  const isOld = chosen >= 0 && chosen < count - MOST_TILES;
  const to = isOld ? Math.min(count, chosen + MOST_TILES / 2) : count;
  return [Math.max(0, to - MOST_TILES), to];
}

/** As many more before or after; what is far from there by then is not drawn any more. */
export function furtherPart([from, to]: StripPart, where: 'before' | 'after', count: number): StripPart {
  const most = 2 * MOST_TILES;
  if (where === 'before') {
    const start = Math.max(0, from - MOST_TILES);
    return [start, Math.min(to, start + most)];
  }
  const end = Math.min(count, to + MOST_TILES);
  return [Math.max(from, end - most), end];
}

/** 0 is Monday. */
const weekday = (date: LocalDate): number => (weekdayIndex(dayNumber(date)) + 6) % 7;
