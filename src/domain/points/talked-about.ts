import { isHeld, wasPresent } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { openPoints, type PointHistory } from './point-history';

/** A point of this meeting, or of somebody who is among these people. */
const concerns =
  ({ series }: Pick<JudgedLineage, 'series'>, people: readonly Person[]) =>
  ({ point }: PointHistory): boolean =>
    point.person === null
      ? series.includes(point.series)
      : people.some((one) => point.person !== null && isSamePerson(one, point.person));

/** What is open with the people of an occurrence, and with its meeting, the oldest first. */
export const openAt = (
  lineage: JudgedLineage,
  occurrence: JudgedOccurrence,
  histories: readonly PointHistory[],
): readonly PointHistory[] =>
  openPoints(histories).filter(
    concerns(
      lineage,
      occurrence.people.filter(({ role }) => role !== 'resource').map(({ person }) => person),
    ),
  );

const there = ({ outcome, people }: JudgedOccurrence): readonly Person[] =>
  isHeld(outcome) ? people.filter((one) => wasPresent(one.outcome)).map(({ person }) => person) : [];

/**
 * Of which points it is asked after an occurrence whether they were talked about (12.3): it was held, the point was raised
 * before it ended, is its meeting's or of somebody who was there, and nothing was said of it. Each is asked about once:
 * at the last such occurrence, so that *not yet* carries it to the next one.
 */
export function askedAfter(
  lineage: JudgedLineage,
  occurrence: JudgedOccurrence,
  histories: readonly PointHistory[],
): readonly PointHistory[] {
  const { key, effective, outcome } = occurrence;
  if (!isHeld(outcome)) return [];
  const later = lineage.occurrences.filter(
    (one) => isHeld(one.outcome) && one.effective.start > effective.start,
  );
  return openPoints(histories).filter(
    (one) =>
      one.point.raisedAt <= effective.end &&
      concerns(lineage, there(occurrence))(one) &&
      !one.steps.some((step) => step.occurrence === key) &&
      !later.some((next) => concerns(lineage, there(next))(one)),
  );
}
