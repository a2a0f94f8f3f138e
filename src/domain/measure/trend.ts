import { isCancelled, isExcluded, isHeld, isNotHeld } from '../facts/outcomes';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged';
import { type Instant, type LocalDate, MINUTE, type Zone } from '../time/time';
import { isoWeek, localDay, mondayOf } from '../time/zone';
import { isCounted, isCovered, isDue, partOf, undisputed, windowSize } from './counted';
import { median } from './told';
import { FEWEST_FOR_PERCENT, percentOf, type Range, wilson } from './wilson';

/** One ISO week of the trend, in the owner's zone (7.2). */
export interface WeekPoint {
  /** Monday. */
  readonly monday: LocalDate;
  readonly held: number;
  readonly heldPart: number;
  readonly cancelled: number;
  readonly notHeld: number;
  readonly notRecorded: number;
  readonly excluded: number;
  /** Counted occurrences (section 6). */
  readonly counted: number;
}

/** Share that went ahead over the last n recorded occurrences, with its range; null where under 10. */
export interface RollingPoint {
  readonly at: Instant;
  readonly of: number;
  readonly count: number;
  readonly percent: number | null;
  readonly range: Range | null;
}

export interface Trend {
  readonly weeks: readonly WeekPoint[];
  readonly rolling: readonly RollingPoint[];
  /** Recorded occurrences in the rolling window: 20, or 12 for rarer series (7.2). */
  readonly windowSize: number;
  readonly change: 'not-enough' | 'no-change' | 'more' | 'fewer';
}

/** Notice of cancellations and short-notice changes in bins (background 5.9). */
export const NOTICE_BINS = ['none', 'under-1h', 'same-day', 'day-before', 'two-days-or-more'] as const;
export type NoticeBin = (typeof NOTICE_BINS)[number];

/** How it went over time: counts by ISO week, the share of the last ones, and whether one may say it changed. */
export function trendOf(lineage: JudgedLineage, ownerZone: Zone): Trend {
  const all = [...undisputed(lineage.occurrences)]
    .filter(({ outcome }) => outcome !== 'upcoming' && outcome !== 'superseded')
    // A holiday of next month is known already, and no part of what happened.
    .filter(({ outcome, effective }) => !isExcluded(outcome) || effective.start <= lineage.judgedAt)
    .sort((a, b) => a.effective.start - b.effective.start);
  const due = all.filter(isDue);
  const covered = isCovered(due.filter(isCounted).length, due.length);
  const size = windowSize(lineage.perWeek);
  const weeks = weeksOf(all, ownerZone);
  return {
    weeks,
    rolling: rollingOf(due, size, covered),
    windowSize: size,
    change: covered ? changeOf(due.filter(isCounted), weeks, size) : 'not-enough',
  };
}

/** Every week from the first to the last, empty ones too: a gap in time is a gap in the drawing. */
function weeksOf(all: readonly JudgedOccurrence[], zone: Zone): readonly WeekPoint[] {
  const numbers = all.map(({ effective }) => isoWeek(localDay(effective.start, zone)));
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks = Array.from({ length: last - first + 1 }, (_, at) => ({
    monday: mondayOf(first + at),
    held: 0,
    heldPart: 0,
    cancelled: 0,
    notHeld: 0,
    notRecorded: 0,
    excluded: 0,
    counted: 0,
  }));
  all.forEach((occurrence, at) => {
    const week = weeks[(numbers[at] ?? first) - first];
    if (week === undefined) return;
    const part = partOf(occurrence);
    if (part !== null) {
      week[part] += 1;
      week.counted += 1;
    } else if (isExcluded(occurrence.outcome)) week.excluded += 1;
    else week.notRecorded += 1;
  });
  return weeks;
}

/** One point for each recorded occurrence: the last ones up to it, and what of that stretch has no record. */
function rollingOf(
  due: readonly JudgedOccurrence[],
  size: number,
  covered: boolean,
): readonly RollingPoint[] {
  const ranges = rangesUpTo(size);
  const places = due.flatMap((occurrence, at) => (isCounted(occurrence) ? [at] : []));
  let count = 0;
  return places.map((place, index) => {
    const first = Math.max(0, index - size + 1);
    const of = index - first + 1;
    const occurrence = due[place];
    const gone = index < size ? undefined : due[places[index - size] ?? -1];
    if (occurrence !== undefined && isHeld(occurrence.outcome)) count += 1;
    if (gone !== undefined && isHeld(gone.outcome)) count -= 1;
    const stretch = place - (places[first] ?? 0) + 1;
    const shown = covered && of >= FEWEST_FOR_PERCENT && isCovered(of, stretch);
    return {
      at: occurrence?.effective.start ?? 0,
      of,
      count,
      percent: shown ? percentOf(count, of) : null,
      range: shown ? ranges(count, of) : null,
    };
  });
}

/** Of so few there are few ranges, and each is needed hundreds of times. */
function rangesUpTo(size: number): typeof wilson {
  const known: Range[] = [];
  return (count, of) => {
    const place = of * (size + 1) + count;
    known[place] ??= wilson(count, of);
    return known[place];
  };
}

const FEWEST_ON_A_SIDE = 12;
const FEWEST_WEEKS = 12;
const RUN = 6;

/**
 * 7.3. "It changed" takes two stretches whose ranges do not touch, or a run of weeks on one side of the median that
 * lasts until now. What proves no change proves no sameness either: it is never said that nothing changed.
 */
function changeOf(
  counted: readonly JudgedOccurrence[],
  weeks: readonly WeekPoint[],
  size: number,
): Trend['change'] {
  const later = counted.slice(-Math.max(FEWEST_ON_A_SIDE, Math.min(size, Math.floor(counted.length / 2))));
  const earlier = counted.slice(0, counted.length - later.length).slice(-Math.max(size, FEWEST_ON_A_SIDE));
  if (earlier.length >= FEWEST_ON_A_SIDE && later.length >= FEWEST_ON_A_SIDE) {
    const [before, after] = [exactRange(earlier), exactRange(later)];
    if (after.low > before.high) return 'more';
    if (after.high < before.low) return 'fewer';
  }
  return lastRun(weeks) ?? 'not-enough';
}

const exactRange = (occurrences: readonly JudgedOccurrence[]): Range =>
  wilson(occurrences.filter(({ outcome }) => isHeld(outcome)).length, occurrences.length);

/** Weeks on the median itself neither lengthen a run nor break it. */
function lastRun(weeks: readonly WeekPoint[]): 'more' | 'fewer' | null {
  const shares = weeks
    .filter(({ counted }) => counted > 0)
    .map(({ held, heldPart, counted }) => (held + heldPart) / counted);
  const middle = median(shares);
  if (middle === null || shares.length < FEWEST_WEEKS) return null;
  const sides = shares.filter((share) => share !== middle).map((share) => share > middle);
  const last = sides.at(-1);
  if (last === undefined || sides.slice(-RUN).length < RUN) return null;
  if (!sides.slice(-RUN).every((side) => side === last)) return null;
  return last ? 'more' : 'fewer';
}

/**
 * How long before the start it was known that an occurrence would fall out. No message, and word after the start, is
 * none. A range that lies in one bin is counted there, any other in no bin.
 */
export function noticeBinsOf(lineage: JudgedLineage, ownerZone: Zone): Readonly<Record<NoticeBin, number>> {
  const bins: Record<NoticeBin, number> = {
    none: 0,
    'under-1h': 0,
    'same-day': 0,
    'day-before': 0,
    'two-days-or-more': 0,
  };
  for (const occurrence of undisputed(lineage.occurrences)) {
    const bin = binOf(occurrence, ownerZone);
    if (bin !== null) bins[bin] += 1;
  }
  return bins;
}

function binOf({ outcome, notice, effective }: JudgedOccurrence, zone: Zone): NoticeBin | null {
  if (!isCancelled(outcome) && !isNotHeld(outcome)) return null;
  if (outcome === 'not-held-no-message' || outcome === 'cancelled-after-start') return 'none';
  if (notice === null) return null;
  const bin = (minutes: number): NoticeBin => {
    if (minutes <= 0) return 'none';
    if (minutes < 60) return 'under-1h';
    const known = localDay(effective.start - minutes * MINUTE, zone);
    const days = localDay(effective.start, zone) - known;
    return days === 0 ? 'same-day' : days === 1 ? 'day-before' : 'two-days-or-more';
  };
  if (notice.minutes !== null) return bin(notice.minutes);
  if (notice.lower === null) return null;
  const shortest = bin(notice.lower);
  const longest = notice.upper === null ? 'two-days-or-more' : bin(notice.upper);
  return shortest === longest ? shortest : null;
}
