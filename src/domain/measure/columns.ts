import { isCancelled, isExcluded, isNotHeld, OUTCOMES, type Outcome } from '../facts/things/outcomes';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { utcYear } from '../time/zone';
import { undisputed } from './counted';

/**
 * All that a trend needs of the occurrences it counts, side by side instead of one by one: ten years of a daily meeting
 * are read in one piece and counted in one walk. In the order in which they began; nobody is in them.
 */
export interface Columns {
  readonly starts: Float64Array;
  /** How each ended, by `OUTCOME_CODES`. */
  readonly outcomes: Uint8Array;
  /** Of what fell out, minutes of notice at least, and at most; NaN where nobody can know, or nothing fell out. */
  readonly shortest: Float64Array;
  readonly longest: Float64Array;
}

/** A lineage as its trend counts it: of a long one these are read long before its occurrences are. */
export interface TrendBasis extends Pick<JudgedLineage, 'perWeek' | 'reduced' | 'zone'> {
  readonly columns: Columns;
}

export const basisOf = (lineage: JudgedLineage, columns = columnsOf(lineage)): TrendBasis => ({
  ...{ perWeek: lineage.perWeek, zone: lineage.zone, columns },
  ...(lineage.reduced === undefined ? {} : { reduced: lineage.reduced }),
});

/** How outcomes are written. Columns are kept: a code is never changed and never given again, new ones come last. */
export const OUTCOME_CODES: Readonly<Record<Outcome, number>> = {
  upcoming: 0,
  superseded: 1,
  'held-moved': 2,
  'held-reinstated': 3,
  held: 4,
  'held-part': 5,
  'excluded-paused': 6,
  'excluded-agreed-skip': 7,
  'excluded-own-absence': 8,
  'excluded-holiday': 9,
  'excluded-away': 10,
  'excluded-short-invitation': 11,
  'cancelled-with-notice': 12,
  'cancelled-short-notice': 13,
  'cancelled-after-start': 14,
  'cancelled-notice-unknown': 15,
  'not-held-apologies-with-notice': 16,
  'not-held-apologies-short-notice': 17,
  'not-held-apologies-notice-unknown': 18,
  'not-held-no-message': 19,
  'not-recorded': 20,
};

/** What is true of each outcome, by its code: asked once, for all the rows there will ever be. */
export function byCode(of: (outcome: Outcome) => number): Uint8Array {
  const values = new Uint8Array(256);
  for (const outcome of OUTCOMES) values[OUTCOME_CODES[outcome]] = of(outcome);
  return values;
}

const STANDS = byCode((outcome) => Number(hasHappened(outcome)));

/** What is still to come, and what was moved elsewhere, stands in no column. */
function hasHappened(outcome: Outcome): boolean {
  return outcome !== 'upcoming' && outcome !== 'superseded';
}

/** The columns of a lineage: without what is disputed, moved elsewhere or still to come. */
export function columnsOf({
  occurrences,
  judgedAt,
}: Pick<JudgedLineage, 'occurrences' | 'judgedAt'>): Columns {
  const rows = undisputed(occurrences)
    .filter(({ outcome }) => hasHappened(outcome))
    // A holiday of next month is known already, and no part of what happened.
    .filter(({ outcome, effective }) => !isExcluded(outcome) || effective.start <= judgedAt)
    .sort((a, b) => a.effective.start - b.effective.start);
  const notices = rows.map(noticeOf);
  return {
    starts: Float64Array.from(rows, ({ effective }) => effective.start),
    outcomes: Uint8Array.from(rows, ({ outcome }) => OUTCOME_CODES[outcome]),
    shortest: Float64Array.from(notices, ([least]) => least),
    longest: Float64Array.from(notices, ([, most]) => most),
  };
}

const NOBODY_KNOWS = [Number.NaN, Number.NaN] as const;

function noticeOf({ outcome, notice }: JudgedOccurrence): readonly [least: number, most: number] {
  if (notice === null || !(isCancelled(outcome) || isNotHeld(outcome))) return NOBODY_KNOWS;
  if (notice.minutes !== null) return [notice.minutes, notice.minutes];
  return notice.lower === null ? NOBODY_KNOWS : [notice.lower, notice.upper ?? Number.POSITIVE_INFINITY];
}

/** The same by calendar year (UTC), oldest first: a year that is over is not written again. */
export function yearsOf(columns: Columns): ReadonlyMap<number, Columns> {
  const years = new Map<number, Columns>();
  const { starts } = columns;
  for (let from = 0, to = 0; from < starts.length; from = to) {
    const year = utcYear(starts[from] ?? 0);
    while (to < starts.length && utcYear(starts[to] ?? 0) === year) to += 1;
    years.set(year, sliceOf(columns, from, to));
  }
  return years;
}

/** Copies: of a part that only looks into the whole, a database would keep the whole. */
const sliceOf = ({ starts, outcomes, shortest, longest }: Columns, from: number, to: number): Columns => ({
  starts: starts.slice(from, to),
  outcomes: outcomes.slice(from, to),
  shortest: shortest.slice(from, to),
  longest: longest.slice(from, to),
});

/** Years put together again; oldest first. */
export function joined(years: readonly Columns[]): Columns {
  const rows = years.reduce((sum, { starts }) => sum + starts.length, 0);
  const all = {
    starts: new Float64Array(rows),
    outcomes: new Uint8Array(rows),
    shortest: new Float64Array(rows),
    longest: new Float64Array(rows),
  };
  let at = 0;
  for (const year of years) {
    for (const name of NAMES) all[name].set(year[name], at);
    at += year.starts.length;
  }
  return all;
}

const NAMES = ['starts', 'outcomes', 'shortest', 'longest'] as const;

export const isSameColumns = (a: Columns, b: Columns): boolean =>
  NAMES.every((name) => {
    const [ours, theirs] = [a[name], b[name]];
    return ours.length === theirs.length && ours.every((value, row) => Object.is(value, theirs[row]));
  });

/** Whether this can be counted: a damaged disk can give back anything. */
export function areColumns(value: unknown): value is Columns {
  if (typeof value !== 'object' || value === null) return false;
  const { starts, outcomes, shortest, longest } = value as Partial<Record<keyof Columns, unknown>>;
  return (
    outcomes instanceof Uint8Array &&
    outcomes.every((code) => STANDS[code] === 1) &&
    [starts, shortest, longest].every(
      (column) => column instanceof Float64Array && column.length === outcomes.length,
    )
  );
}
