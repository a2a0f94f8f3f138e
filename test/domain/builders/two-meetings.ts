import type { Fact } from '../../../src/domain/facts/log/fact';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { about, at, daily, judge, occurrenceOn, refinement } from './facts';

/** A sync of two and a refinement of several: what rules are told about. */
export const sync = about(daily);
export const atlas = about(refinement);

/** When everything told about them is over. */
export const AFTER = at('2026-11-20 12:00');

type Judged = (facts: readonly Fact[], now?: number) => JudgedOccurrence;

/** The sync of a day, known from the calendar, with what else is told of it. */
export function syncOn(date: string): Judged {
  const known = [sync.seen(), sync.sighted(date)];
  return (facts, now = AFTER) => occurrenceOn(judge([...known, ...facts], 'daily', now), date);
}

/** The same for the refinement. */
export function atlasOn(date: string): Judged {
  const known = [atlas.seen(), atlas.sighted(date)];
  return (facts, now = AFTER) => occurrenceOn(judge([...known, ...facts], 'atlas', now), date);
}
