import { isExcluded, isHeld } from '../facts/things/outcomes';
import { isoWeek, mondayOf } from '../time/days';
import type { Instant, LocalDate, Zone } from '../time/time';
import { localDays } from '../time/zone';
import { byCode, type Columns } from './columns';
import { isCounted, isCovered, isDue, partOf, windowSize } from './counted';
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

/** What a week counts, in the order of its counts. */
const WEEK_PARTS = ['held', 'heldPart', 'cancelled', 'notHeld', 'notRecorded', 'excluded'] as const;
const WIDTH = WEEK_PARTS.length;

const PART = byCode((outcome) =>
  WEEK_PARTS.indexOf(partOf({ outcome }) ?? (isExcluded(outcome) ? 'excluded' : 'notRecorded')),
);
const HELD = byCode((outcome) => Number(isHeld(outcome)));
const DUE = byCode((outcome) => Number(isDue({ outcome })));
const COUNTED = byCode((outcome) => Number(isCounted({ outcome })));

/**
 * How it went over time: counts by ISO week, the share of the last ones, and whether one may say it changed.
 * @param perWeek How often the meeting is planned.
 */
export function trendOf(columns: Columns, perWeek: number, ownerZone: Zone): Trend {
  const recorded = recordedIn(columns);
  const { places, due } = recorded;
  const covered = isCovered(places.length, due);
  const size = windowSize(perWeek);
  const weeks = weeksOf(columns, ownerZone);
  return {
    weeks,
    rolling: rollingOf(recorded, size, covered),
    windowSize: size,
    change: covered ? changeOf(recorded.held, weeks, size) : 'not-enough',
  };
}

/** Every week from the first to the last, empty ones too: a gap in time is a gap in the drawing. */
function weeksOf({ starts, outcomes }: Columns, zone: Zone): readonly WeekPoint[] {
  const dayOf = localDays(zone);
  const [earliest, latest] = [starts[0], starts.at(-1)];
  if (earliest === undefined || latest === undefined) return [];
  const first = isoWeek(dayOf(earliest));
  const size = isoWeek(dayOf(latest)) - first + 1;
  const counts = new Uint32Array(size * WIDTH);
  for (let row = 0; row < starts.length; row++) {
    const place = (isoWeek(dayOf(starts[row] ?? 0)) - first) * WIDTH + (PART[outcomes[row] ?? 0] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Array.from({ length: size }, (_, at) => weekPoint(mondayOf(first + at), counts, at * WIDTH));
}

function weekPoint(monday: LocalDate, counts: Uint32Array, from: number): WeekPoint {
  const [held = 0, heldPart = 0, cancelled = 0, notHeld = 0, notRecorded = 0, excluded = 0] = counts.subarray(
    from,
    from + WIDTH,
  );
  const counted = held + heldPart + cancelled + notHeld;
  return { monday, held, heldPart, cancelled, notHeld, notRecorded, excluded, counted };
}

/** The counted occurrences: those of which something is recorded, among all that were due. */
interface Recorded {
  readonly starts: Float64Array;
  /** 1 where it went ahead. */
  readonly held: Uint8Array;
  /** The place of each among the due ones. */
  readonly places: Uint32Array;
  readonly due: number;
}

function recordedIn({ starts, outcomes }: Columns): Recorded {
  const found = {
    starts: new Float64Array(starts.length),
    held: new Uint8Array(starts.length),
    places: new Uint32Array(starts.length),
  };
  let [due, recorded] = [0, 0];
  for (let row = 0; row < starts.length; row++) {
    const code = outcomes[row] ?? 0;
    if (COUNTED[code] === 1) {
      found.starts[recorded] = starts[row] ?? 0;
      found.held[recorded] = HELD[code] ?? 0;
      found.places[recorded] = due;
      recorded += 1;
    }
    due += DUE[code] ?? 0;
  }
  return {
    starts: found.starts.subarray(0, recorded),
    held: found.held.subarray(0, recorded),
    places: found.places.subarray(0, recorded),
    due,
  };
}

/** One point for each recorded occurrence: the last ones up to it, and what of that stretch has no record. */
function rollingOf(
  { starts, held, places }: Recorded,
  size: number,
  covered: boolean,
): readonly RollingPoint[] {
  const ranges = rangesUpTo(size);
  const points: RollingPoint[] = [];
  let count = 0;
  for (const [index, at] of starts.entries()) {
    const first = Math.max(0, index - size + 1);
    const of = index - first + 1;
    count += held[index] ?? 0;
    if (index >= size) count -= held[index - size] ?? 0;
    const stretch = (places[index] ?? 0) - (places[first] ?? 0) + 1;
    const shown = covered && of >= FEWEST_FOR_PERCENT && isCovered(of, stretch);
    const percent = shown ? percentOf(count, of) : null;
    points.push({ at, of, count, percent, range: shown ? ranges(count, of) : null });
  }
  return points;
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
 * @param held Of each counted occurrence, oldest first, whether it went ahead.
 */
function changeOf(held: Uint8Array, weeks: readonly WeekPoint[], size: number): Trend['change'] {
  const later = held.slice(-Math.max(FEWEST_ON_A_SIDE, Math.min(size, Math.floor(held.length / 2))));
  const earlier = held.slice(0, held.length - later.length).slice(-Math.max(size, FEWEST_ON_A_SIDE));
  if (earlier.length >= FEWEST_ON_A_SIDE && later.length >= FEWEST_ON_A_SIDE) {
    const [before, after] = [exactRange(earlier), exactRange(later)];
    if (after.low > before.high) return 'more';
    if (after.high < before.low) return 'fewer';
  }
  return lastRun(weeks) ?? 'not-enough';
}

const exactRange = (held: Uint8Array): Range =>
  wilson(
    held.reduce((sum, one) => sum + one, 0),
    held.length,
  );

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
