import { DAY, HOUR, type Instant } from '../../time/time';
import type { Fact } from './fact';
import { isEntry, kindOf } from './kinds';
import { stampedAt } from './log';

/** A clock can be off by as much without a word. */
export const CLOCK_TOLERANCE = 2 * DAY;

/** Clocks of two machines that are right differ by less. */
const CLOCKS_DIFFER = HOUR;

/**
 * What any fact may carry: nothing later than this was known where it was made, and the clock there said more than two
 * days more (see ledger/facts/kept-dating).
 */
export interface Marked {
  readonly lastKnown?: Instant;
}

export const lastKnownOf = (fact: Fact): Instant | null => (fact as Marked).lastKnown ?? null;

/** What the other facts say of the time of one that a clock has put too late, or may have. */
export interface Dating {
  /** Where it stands among the others. */
  readonly stands: Instant;
  readonly clockAhead: boolean;
}

/** A sign of our own, which no file can write. */
const DATING = Symbol('dating');

export const datingOf = (fact: object): Dating | null =>
  (fact as { readonly [DATING]?: Dating })[DATING] ?? null;

/** Where it stands in the order in which things were said: by its own clock, where nothing speaks against that. */
export const standsAt = (fact: { readonly recordedAt: Instant }): Instant =>
  datingOf(fact)?.stands ?? fact.recordedAt;

export interface Sight {
  readonly id: string;
  readonly recordedAt: Instant;
  readonly seenAt: Instant;
}

/** Where a look stands among the looks: what it saw is not the latest for the clock alone. */
export const sightAt = (fact: Sight): Instant => Math.min(fact.seenAt, datingOf(fact)?.stands ?? fact.seenAt);

/** When at the latest it is sure that a look was made; what the calendar shows afterwards is news. */
export const surelySeenAt = (fact: Sight & Marked): Instant =>
  Math.min(fact.seenAt, fact.lastKnown ?? fact.seenAt);

export const asSaid = (
  a: { readonly recordedAt: Instant; readonly id: string },
  b: { readonly recordedAt: Instant; readonly id: string },
): number => standsAt(a) - standsAt(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** In the order in which things happened; what a clock ahead of the time has dated comes by when it was surely made. */
export const stepsInTime = (a: Step, b: Step): number =>
  happenedAt(a) - happenedAt(b) || (a.id < b.id ? -1 : 1);

interface Step {
  readonly id: string;
  readonly at: Instant;
}

const happenedAt = (step: Step): Instant => Math.min(step.at, datingOf(step)?.stands ?? step.at);

/** Its times alone tell that a clock was ahead: this one's, or one that spoke on the same machine before. */
export const tellsOfClock = (fact: Fact): boolean => lastKnownOf(fact) !== null || cameBack(fact);

/** Its machine had given stamps of a time to come, and its clock says an earlier one now: it was set right. */
const cameBack = (fact: Fact): boolean =>
  isEntry(fact) && (stampedAt(fact.id) ?? -Infinity) > fact.recordedAt + CLOCKS_DIFFER;

const deviceOf = (stamp: string): string => stamp.slice(14);

/**
 * The facts, those that a clock ahead of the time has dated with what the others about the same say of that. It is told
 * by the facts alone, so it is the same on every machine:
 *
 * - an entry after which its own machine stamped one whose clock says an earlier day was made by then;
 * - of a marked one the days between what was known and what its clock said stay empty where somebody was away so long.
 *   They fill where the clock was ahead; then it stands where it was known to be.
 *
 * A clock that came back to before everything that its machine had entered, and that Graph has stamped, is behind instead.
 */
export function dated<Kind extends Fact>(facts: readonly Kind[]): readonly Kind[] {
  if (!facts.some(tellsOfClock)) return facts;
  const together = new Map<string, Kind[]>();
  for (const fact of facts) {
    const others = together.get(matterOf(fact));
    if (others === undefined) together.set(matterOf(fact), [fact]);
    else others.push(fact);
  }
  const found = new Map([...together.values()].flatMap(datedTogether).map((fact) => [fact.id, fact]));
  return facts.map((fact) => found.get(fact.id) ?? fact);
}

/**
 * What a fact is about: a meeting, a person, an entry. Only the others about the same say something of its time, so that
 * a meeting is judged alike from its own facts and from the whole log.
 */
function matterOf(fact: Fact): string {
  if (fact.kind === 'undo') return `entry ${fact.of}`;
  const person = kindOf(fact).liesWith(fact);
  return person === null ? `series ${kindOf(fact).seriesOf(fact)}` : `person ${person}`;
}

function datedTogether<Kind extends Fact>(facts: readonly Kind[]): readonly Kind[] {
  if (!facts.some(tellsOfClock)) return facts;
  const madeBy = latestMaking(facts);
  const sure = facts
    .filter((fact) => lastKnownOf(fact) === null && !madeBy.has(fact.id))
    .map(({ recordedAt }) => recordedAt)
    .sort((a, b) => a - b);
  return facts.map((fact) => {
    const by = madeBy.get(fact.id) ?? fact.recordedAt;
    const known = Math.min(lastKnownOf(fact) ?? fact.recordedAt, fact.recordedAt);
    const since = known < fact.recordedAt ? firstAfter(sure, known) : Infinity;
    const isFilled = since !== null && since < fact.recordedAt;
    const clockAhead = since === null || isFilled || fact.recordedAt > by + CLOCK_TOLERANCE;
    if (!clockAhead && by === fact.recordedAt) return fact;
    return withDating(fact, { stands: isFilled ? Math.min(known, by) : by, clockAhead });
  });
}

/** In a sorted list. */
function firstAfter(times: readonly Instant[], at: Instant): Instant | null {
  let [from, to] = [0, times.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((times[middle] ?? 0) > at) to = middle;
    else from = middle + 1;
  }
  return times[from] ?? null;
}

const withDating = <Kind extends Fact>(fact: Kind, dating: Dating): Kind => ({ ...fact, [DATING]: dating });

/** The time that a server of Microsoft's put on what this fact tells of; never this machine's clock. */
export function serverTimeOf(fact: Fact): Instant | null {
  if (fact.kind === 'mail') return fact.at;
  return fact.kind === 'sighting' || fact.kind === 'series-seen' ? fact.createdAt : null;
}

/** By when each entry was made whose machine's clock came back afterwards. */
function latestMaking(facts: readonly Fact[]): ReadonlyMap<string, Instant> {
  const made = new Map<string, Instant>();
  const devices = new Set(facts.filter(cameBack).map(({ id }) => deviceOf(id)));
  if (devices.size === 0) return made;
  const begun = facts.reduce((first, fact) => Math.min(first, serverTimeOf(fact) ?? Infinity), Infinity);
  for (const device of devices) {
    const own = facts
      .filter((fact) => isEntry(fact) && stampedAt(fact.id) !== null && deviceOf(fact.id) === device)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    let earliest = begun;
    const right: Fact[] = [];
    for (const fact of own) {
      if (cameBack(fact) && lastKnownOf(fact) === null && fact.recordedAt >= earliest) right.push(fact);
      earliest = Math.min(earliest, fact.recordedAt);
    }
    let by = Infinity;
    for (const fact of own.reverse()) {
      if (fact.recordedAt > by) made.set(fact.id, by);
      if (right.at(-1) === fact) by = Math.min(by, (right.pop() as Fact).recordedAt);
    }
  }
  return made;
}
