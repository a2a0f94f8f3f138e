import { fail, ok, type Result } from '../../result';
import type { Instant } from '../../time/time';
import type { MeasureName } from '../things/measure-name';
import type { SeriesId } from '../things/occurrence';
import type { WindowRule } from './window-rule';

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

/** What the hash is of: everything that is said, in an order of its own. */
export const sealedText = (one: UnsealedLookBack): string =>
  JSON.stringify([
    ...[one.series, one.month, one.definitions, one.window, one.keep, one.drop, one.delegate],
    one.numbers.map(({ name, count, of, percent, low, high }) => [name, count, of, percent, low, high]),
  ]);
