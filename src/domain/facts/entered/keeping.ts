import { DAY, type Instant, type Span } from '../../time/time';
import type { OccurrenceKey } from '../things/occurrence';
import type { Keeping } from './rules';

/** 1: how far back a log reaches from the day of the opt-in, if nobody chose more. */
const BACK = 90 * DAY;

/** What the owner opted in, paused and stopped: facts with a time. */
export interface Kept {
  /** Opt-in of the log as it stands; null: nobody opted in. */
  readonly since: Instant | null;
  readonly paused: boolean;
  readonly stopped: boolean;
  /** From when to when occurrences belong to the log; open where nobody opted in. */
  readonly spans: readonly Span[];
  /** 10.3: occurrences that were kept by themselves, whatever becomes of their series: from when, and until when. */
  readonly alone: ReadonlyMap<OccurrenceKey, Span>;
  /** 2.5: spans in which the series is paused. */
  readonly pauses: readonly Span[];
}

const inOrder = (facts: readonly Keeping[]): readonly Keeping[] =>
  [...facts].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));

/** Where a file says nonsense of how far back, it is as far as usual. */
const startOf = ({ recordedAt: at, from }: Keeping): Instant =>
  Math.min(at, typeof from === 'number' && !Number.isNaN(from) ? from : at - BACK);

export function keptOf(facts: readonly Keeping[]): Kept {
  const spans: Span[] = [];
  const pauses: Span[] = [];
  const alone = new Map<OccurrenceKey, Span>();
  let from: Instant | null = null;
  let pausedAt: Instant | null = null;
  let since: Instant | null = null;
  let aloneSince: Instant | null = null;
  const endPause = (at: Instant) => {
    if (pausedAt !== null) pauses.push({ start: pausedAt, end: at });
    pausedAt = null;
  };
  for (const fact of inOrder(facts)) {
    const { does, recordedAt: at, only } = fact;
    const start = startOf(fact);
    if (does === 'start' && only !== undefined) {
      alone.set(only, { start, end: Number.POSITIVE_INFINITY });
      aloneSince ??= at;
    } else if (does === 'start') {
      from = from === null ? start : Math.min(from, start);
      since ??= at;
    }
    if (does === 'pause') pausedAt ??= at;
    if (does === 'resume' || does === 'stop') endPause(at);
    if (does === 'stop') {
      if (from !== null) spans.push({ start: from, end: at });
      from = null;
      for (const [key, span] of alone) alone.set(key, { ...span, end: Math.min(span.end, at) });
    }
  }
  const goesOn = from !== null || [...alone.values()].some(({ end }) => end === Number.POSITIVE_INFINITY);
  const stopped = !goesOn && spans.length + alone.size > 0;
  const paused = pausedAt !== null;
  endPause(Number.POSITIVE_INFINITY);
  if (from !== null) spans.push({ start: from, end: Number.POSITIVE_INFINITY });
  if (spans.length === 0 && alone.size === 0) {
    spans.push({ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY });
  }
  return { since: since ?? aloneSince, paused, stopped, spans, alone, pauses };
}

export const isWithin = (spans: readonly Span[], at: Instant): boolean =>
  spans.some(({ start, end }) => at >= start && at < end);

/** Whether an occurrence that starts at `at` belongs to the log. */
export const isKept = ({ spans, alone }: Kept, key: OccurrenceKey, at: Instant): boolean =>
  isWithin(spans, at) || at < (alone.get(key)?.end ?? Number.NEGATIVE_INFINITY);

/** 10.3: of the series nothing was ever kept but occurrences by themselves. */
export const isKeptInParts = ({ spans, alone }: Kept): boolean => alone.size > 0 && spans.length === 0;

/** How far back what is kept reaches. */
export const earliestOf = ({ spans, alone }: Kept): Instant =>
  [...spans, ...alone.values()].reduce(
    (least, { start }) => Math.min(least, start),
    Number.POSITIVE_INFINITY,
  );

/**
 * When more of a series began to be kept than was: looks of before did not look at that. Null where nothing of it was ever
 * kept by itself.
 */
export function widenedAt(facts: readonly Keeping[]): Instant | null {
  const alone = new Set<OccurrenceKey>();
  let isWhole = false;
  let at: Instant | null = null;
  for (const { does, only, recordedAt } of inOrder(facts)) {
    if (does !== 'start' || isWhole) continue;
    if (only === undefined) isWhole = true;
    if (only === undefined ? alone.size > 0 : !alone.has(only)) at = recordedAt;
    if (only !== undefined) alone.add(only);
  }
  return at;
}
