import { tzOffset } from '@date-fns/tz/tzOffset';
import { dateOfDay, dayNumber, FIRST, LAST, within } from './days';
import { DAY, type Instant, type LocalDate, MINUTE, SECOND, type Span, type Zone } from './time';

/** A stretch of time in which the clocks of a zone stay `offset` milliseconds east of UTC. */
interface Stretch extends Span {
  readonly offset: number;
}

interface Clockwork {
  readonly ask: (instant: Instant) => number;
  /** One look-up costs as much as a thousand comparisons, so each year of a zone is asked about once. */
  readonly years: Map<number, readonly Stretch[]>;
}

const clockworks = new Map<Zone, Clockwork | null>();

function clockworkOf(zone: Zone): Clockwork | null {
  let clockwork = clockworks.get(zone);
  if (clockwork === undefined) {
    clockwork = openClockwork(zone);
    clockworks.set(zone, clockwork);
  }
  return clockwork;
}

function openClockwork(zone: Zone): Clockwork | null {
  if (zone === 'UTC' || Number.isNaN(tzOffset(zone, new Date(0)))) return null;
  return { ask: (instant) => tzOffset(zone, new Date(instant)) * MINUTE, years: new Map() };
}

/** False for a name this engine does not know: its times are then taken as UTC. */
export const isKnownZone = (zone: Zone): boolean => zone === 'UTC' || clockworkOf(zone) !== null;

/** Of a zone nobody knows, and of UTC itself. */
const ALWAYS: Stretch = { start: FIRST, end: LAST + 1, offset: 0 };

function stretchAt(at: Instant, zone: Zone): Stretch {
  const clockwork = clockworkOf(zone);
  if (clockwork === null) return ALWAYS;
  const year = utcYear(at);
  let stretches = clockwork.years.get(year);
  if (stretches === undefined) {
    stretches = stretchesOf(clockwork.ask, year);
    clockwork.years.set(year, stretches);
  }
  let [found = ALWAYS] = stretches;
  for (const stretch of stretches) {
    if (stretch.start > at) break;
    found = stretch;
  }
  return found;
}

/** Milliseconds east of UTC. 0 for a zone nobody knows. */
export const offsetAt = (instant: Instant, zone: Zone): number => stretchAt(within(instant), zone).offset;

/** The calendar year of an instant, in UTC. */
export const utcYear = (instant: Instant): number => new Date(within(instant)).getUTCFullYear();

const yearStart = (year: number): Instant => within(new Date(0).setUTCFullYear(year, 0, 1));

/** No zone changed its clocks twice within a week. */
const STEP = 7 * DAY;

function stretchesOf(ask: (instant: Instant) => number, year: number): readonly Stretch[] {
  const [first, end] = [yearStart(year), yearStart(year + 1)];
  const stretches: Stretch[] = [];
  let [start, before] = [first, ask(first)];
  for (let from = first; from < end; from += STEP) {
    const to = Math.min(from + STEP, end - 1);
    const after = ask(to);
    if (after === before) continue;
    let [low, high] = [from, to];
    while (high - low > SECOND) {
      const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
      if (middle === low) break;
      if (ask(middle) === before) low = middle;
      else high = middle;
    }
    const at = Math.floor(high / SECOND) * SECOND;
    stretches.push({ start, end: at, offset: before });
    [start, before] = [at, after];
  }
  return [...stretches, { start, end, offset: before }];
}

/** The number of the day of an instant, as the clocks of the zone show it. */
export function localDay(instant: Instant, zone: Zone): number {
  const at = within(instant);
  return Math.floor((at + offsetAt(at, zone)) / DAY);
}

/** Reads the days of many instants, as `localDay`; of those that follow on each other with an addition each. */
export function localDays(zone: Zone): (instant: Instant) => number {
  let stretch: Stretch | null = null;
  return (instant) => {
    const at = within(instant);
    if (stretch === null || at < stretch.start || at >= stretch.end) stretch = stretchAt(at, zone);
    return Math.floor((at + stretch.offset) / DAY);
  };
}

/** The day of an instant, as the clocks of the zone show it. */
export const localDate = (instant: Instant, zone: Zone): LocalDate => dateOfDay(localDay(instant, zone));

/** Whole minutes after midnight, as the clocks of the zone show them. */
export function localMinute(instant: Instant, zone: Zone): number {
  const at = within(instant);
  const local = at + offsetAt(at, zone);
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
}

/**
 * When the clocks of the zone show this. A time that the clocks skip is shifted forward by what they skip, of a
 * time they show twice it is the first: as Exchange does it. `minute` may lie outside the day.
 */
export function instantAt(date: LocalDate, minute: number, zone: Zone): Instant {
  const wall = within(dayNumber(date) * DAY + minute * MINUTE);
  const [before, after] = [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)];
  const fits = [wall - before, wall - after].filter((at) => at + offsetAt(at, zone) === wall);
  return fits.length === 0 ? wall - before : Math.min(...fits);
}
