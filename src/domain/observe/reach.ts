import { earliestOf, keptOf } from '../facts/entered/keeping';
import type { Fact } from '../facts/log/fact';
import type { SweepMark } from '../facts/log/history';
import type { SeriesId } from '../facts/things/occurrence';
import { DAY, type Instant } from '../time/time';

/** How far back a log should reach, and how far back the calendar has been read for it. */
export interface LogReach {
  /** 1: 90 days before the opt-in, or more by choice. */
  readonly goal: Instant;
  readonly readTo: Instant;
}

/** Of a look whose reach nobody noted. */
const USUAL = 90 * DAY;
/** A look begins a moment after the opt-in, and reaches a moment less far. */
const CLOSE = DAY;

/** The reach of a series; null where it has no log, or was never looked at. */
export function reachOf(
  facts: readonly Fact[],
  series: SeriesId,
  marks: readonly SweepMark[],
): LogReach | null {
  const mark = marks.find((one) => one.series === series);
  const keeping = facts.filter((fact) => fact.kind === 'keeping' && fact.series === series);
  if (mark === undefined || keeping.length === 0) return null;
  const goal = earliestOf(keptOf(keeping.filter((fact) => fact.kind === 'keeping')));
  return { goal, readTo: mark.backTo ?? mark.sweptAt - USUAL };
}

export const isReached = ({ goal, readTo }: LogReach): boolean => readTo - goal < CLOSE;

/** Of the series of a lineage together. */
export function reachOfAll(
  facts: readonly Fact[],
  lineage: readonly SeriesId[],
  marks: readonly SweepMark[],
): LogReach | null {
  const all = lineage.flatMap((series) => reachOf(facts, series, marks) ?? []);
  if (all.length === 0) return null;
  return {
    goal: Math.min(...all.map(({ goal }) => goal)),
    readTo: Math.max(...all.map(({ readTo }) => readTo)),
  };
}
