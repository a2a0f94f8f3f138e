import { isCounted, isDue } from './counted';
import type { Decision } from './decision';
import type { JudgedLineage } from './judged';
import { type MeasureName, measuresOf } from './measures';
import type { SeriesId } from './occurrence';
import type { RecapEntry } from './recap-entry';
import { fail, ok, type Result } from './result';
import type { WindowRule } from './rules';
import type { Instant, Span, Zone } from './time';
import { DEFINITIONS_VERSION } from './version';
import { instantAt, localDate } from './zone';

/** A calendar month: `2026-11`. */
export type Month = string;

/** A measure as it was when it was frozen. */
export interface FrozenNumber {
  readonly name: MeasureName;
  readonly count: number;
  readonly of: number | null;
  readonly percent: number | null;
  /** Ends of the 95 % interval; null like `percent`. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What should come of a month. */
export interface LookBackNotes {
  readonly keep: string;
  readonly drop: string;
  readonly delegate: string;
}

/**
 * A month looked back on, with its numbers as they were then: a rule or a fact that changes later changes nothing in
 * it. `hash` is of `sealedText`, so that a file edited by hand can be told.
 */
export interface LookBack extends LookBackNotes {
  readonly kind: 'look-back';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly month: Month;
  readonly definitions: string;
  readonly window: WindowRule;
  readonly numbers: readonly FrozenNumber[];
  readonly hash: string;
}

export type UnsealedLookBack = Omit<LookBack, 'kind' | 'id' | 'recordedAt' | 'hash'>;

export const NOTE_MAX = 1000;
export const LOOK_BACK_FAULTS = ['keep-too-long', 'drop-too-long', 'delegate-too-long'] as const;
export type LookBackFault = (typeof LOOK_BACK_FAULTS)[number];

/** The one door from what was typed to what is frozen. */
export function checkNotes(notes: LookBackNotes): Result<LookBackNotes, readonly LookBackFault[]> {
  const keep = notes.keep.trim();
  const drop = notes.drop.trim();
  const delegate = notes.delegate.trim();
  const long = [keep, drop, delegate].map((text) => text.length > NOTE_MAX);
  const faults = LOOK_BACK_FAULTS.filter((_, at) => long[at]);
  return faults.length > 0 ? fail(faults) : ok({ keep, drop, delegate });
}

const monthOf = (at: Instant, zone: Zone): Month => localDate(at, zone).slice(0, 7);

function monthAfter(month: Month): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [next, of] = number === 12 ? [1, year + 1] : [number + 1, year];
  return `${String(of).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}

/** From midnight to midnight in the owner's zone. */
export const spanOfMonth = (month: Month, zone: Zone): Span => ({
  start: instantAt(`${month}-01`, 0, zone),
  end: instantAt(`${monthAfter(month)}-01`, 0, zone),
});

/** The months in which something was due and has begun, newest first; the running one is among them. */
export function monthsOf({ occurrences }: JudgedLineage, zone: Zone, now: Instant): readonly Month[] {
  const due = occurrences.filter((one) => isDue(one) && one.effective.start <= now);
  return [...new Set(due.map(({ effective }) => monthOf(effective.start, zone)))].sort().reverse();
}

/** How many of a month's due occurrences nobody has said anything about: worth asking before it is frozen. */
export const notRecordedIn = ({ occurrences }: JudgedLineage, span: Span): number =>
  occurrences.filter(
    (one) =>
      isDue(one) && !isCounted(one) && one.effective.start >= span.start && one.effective.start < span.end,
  ).length;

/** The numbers of a month as they stand now, ready to be sealed. */
export function lookBackOn(
  lineage: JudgedLineage,
  told: { readonly decisions: readonly Decision[]; readonly recaps: readonly RecapEntry[] },
  month: Month,
  zone: Zone,
  notes: LookBackNotes,
): UnsealedLookBack {
  const measures = measuresOf(lineage, told.decisions, told.recaps, spanOfMonth(month, zone));
  return {
    ...notes,
    series: lineage.id,
    month,
    definitions: DEFINITIONS_VERSION,
    window: lineage.window,
    numbers: measures.map(({ name, count, of, percent, range }) => ({
      ...{ name, count, of, percent },
      ...{ low: range?.low ?? null, high: range?.high ?? null },
    })),
  };
}

/** What the hash is of: everything that is said, in an order of its own. */
export const sealedText = (one: UnsealedLookBack): string =>
  JSON.stringify([
    ...[one.series, one.month, one.definitions, one.window, one.keep, one.drop, one.delegate],
    one.numbers.map(({ name, count, of, percent, low, high }) => [name, count, of, percent, low, high]),
  ]);
