import { OUTCOMES, type Outcome } from '../facts/things/outcomes';
import { isoWeek } from '../time/days';
import type { Zone } from '../time/time';
import { localDays } from '../time/zone';
import { type Columns, OUTCOME_CODES } from './columns';
import type { WeekPoint } from './trend';

/** One week as it went, occurrence by occurrence in the order in which they began. */
export interface WeekRow {
  readonly week: WeekPoint;
  readonly outcomes: readonly Outcome[];
}

const BY_CODE = new Map(OUTCOMES.map((outcome) => [OUTCOME_CODES[outcome], outcome]));

/** The last weeks in which anything was planned, oldest first; read from the end, so a long log costs no more. */
export function weekRows(
  { starts, outcomes }: Columns,
  weeks: readonly WeekPoint[],
  zone: Zone,
  most: number,
): readonly WeekRow[] {
  const dayOf = localDays(zone);
  const first = isoWeek(dayOf(starts[0] ?? 0));
  const found = new Map<number, Outcome[]>();
  for (let row = starts.length - 1; row >= 0; row--) {
    const at = isoWeek(dayOf(starts[row] ?? 0)) - first;
    if (found.size === most && !found.has(at)) break;
    const [outcome, inIt] = [BY_CODE.get(outcomes[row] ?? 0), found.get(at) ?? []];
    if (outcome !== undefined) inIt.push(outcome);
    found.set(at, inIt);
  }
  return [...found].toReversed().flatMap(([at, inIt]) => {
    const week = weeks[at];
    return week === undefined ? [] : [{ week, outcomes: inIt.toReversed() }];
  });
}
