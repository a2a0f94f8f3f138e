import { DAY, type Instant, type Span } from '../../time/time';
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
  /** 2.5: spans in which the series is paused. */
  readonly pauses: readonly Span[];
}

export function keptOf(facts: readonly Keeping[]): Kept {
  const all = [...facts].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  const spans: Span[] = [];
  const pauses: Span[] = [];
  let from: Instant | null = null;
  let pausedAt: Instant | null = null;
  let since: Instant | null = null;
  const endPause = (at: Instant) => {
    if (pausedAt !== null) pauses.push({ start: pausedAt, end: at });
    pausedAt = null;
  };
  for (const { does, recordedAt: at, from: chosen } of all) {
    if (does === 'start') {
      const start = Math.min(at, typeof chosen === 'number' && !Number.isNaN(chosen) ? chosen : at - BACK);
      from = from === null ? start : Math.min(from, start);
      since ??= at;
    }
    if (does === 'pause') pausedAt ??= at;
    if (does === 'resume' || does === 'stop') endPause(at);
    if (does === 'stop') {
      if (from !== null) spans.push({ start: from, end: at });
      from = null;
    }
  }
  const stopped = from === null && spans.length > 0;
  const paused = pausedAt !== null;
  endPause(Number.POSITIVE_INFINITY);
  if (from !== null) spans.push({ start: from, end: Number.POSITIVE_INFINITY });
  if (spans.length === 0) {
    spans.push({ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY });
  }
  return { since, paused, stopped, spans, pauses };
}

export const isWithin = (spans: readonly Span[], at: Instant): boolean =>
  spans.some(({ start, end }) => at >= start && at < end);
