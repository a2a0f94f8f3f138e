import { CLOCK_TOLERANCE, serverTimeOf } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import { DAY, type Instant } from '../time/time';

/**
 * What this machine knows of the time beside its clock. One clock's word deletes nothing: it can be a year ahead, and
 * nobody notices before it is too late.
 */
export interface AgreedTime {
  /** Two openings said at least this, a day or more apart, and nothing spoke against it. Null: none did yet. */
  readonly agreed: Instant | null;
  /** The clock at the opening that waits for a second one. */
  readonly first: Instant | null;
  /** The latest opening before a jump of the clock that nothing has confirmed. */
  readonly before: Instant | null;
  /** The latest time of the servers that was known when it was noted. */
  readonly server: Instant | null;
}

export const NOTHING_AGREED: AgreedTime = { agreed: null, first: null, before: null, server: null };

/** Two openings further apart say nothing of each other: a clock that jumps would seem to agree with itself. */
const FURTHEST_APART = 62 * DAY;

/**
 * An opening at this time of the clock, with the latest time of a server known by now. A clock set back takes back what
 * it said before. So does a server that has stamped something new since the first of two openings, with a time long
 * before it: then that opening was not when it said.
 */
export function opened(known: AgreedTime, clock: Instant, serverNow: Instant | null): AgreedTime {
  const server = later(known.server, serverNow);
  const isNews = serverNow !== null && known.server !== null && serverNow > known.server;
  const isDenied = (at: Instant | null) => at !== null && isNews && serverNow < at - CLOCK_TOLERANCE;
  const said = isDenied(known.agreed) ? null : known.agreed;
  const agreed = said !== null && clock < said - CLOCK_TOLERANCE ? clock : said;
  const { first } = known;
  const before = known.before !== null && clock < known.before - CLOCK_TOLERANCE ? clock : known.before;
  if (first === null || isDenied(first) || clock < first - CLOCK_TOLERANCE) {
    return { agreed, first: clock, before, server };
  }
  if (clock > first + FURTHEST_APART) return { agreed, first: clock, before: later(before, first), server };
  if (clock < first + DAY) return { agreed, first: Math.min(first, clock), before, server };
  return { agreed: later(agreed, first), first: clock, before, server };
}

/** It is at least this late, by more than one clock's word; null where nothing says so. Never later than the clock. */
export function provenTime({ agreed, server }: AgreedTime, clock: Instant): Instant | null {
  const known = later(agreed, server);
  return known === null ? null : Math.min(known, clock);
}

/** By how much the clock is ahead of everything known, where that is more than two days; null where it is not. */
export function aheadBy({ agreed, before, server }: AgreedTime, clock: Instant): number | null {
  const known = later(later(agreed, server), before);
  return known === null || clock - known <= CLOCK_TOLERANCE ? null : clock - known;
}

/**
 * The same, where it is worth a word: a first opening has nothing to compare with but the last mail about a meeting, and
 * that nobody wrote for some days says nothing of a clock.
 */
export function saidAhead(time: AgreedTime, clock: Instant): number | null {
  const { agreed, before, first } = time;
  const isFirst = agreed === null && before === null && (first === null || clock - first <= CLOCK_TOLERANCE);
  return isFirst ? null : aheadBy(time, clock);
}

/** The latest time that a server of Microsoft's put on something in these facts; none of them is this machine's clock. */
export function serverTimeIn(facts: readonly Fact[]): Instant | null {
  let latest: Instant | null = null;
  for (const fact of facts) latest = later(latest, serverTimeOf(fact));
  return latest;
}

const later = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.max(a, b);
