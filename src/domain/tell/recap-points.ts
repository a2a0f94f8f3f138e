import { isCancelled, isExcluded, isNotHeld } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { openPoints, type PointHistory } from '../points/point-history';

/**
 * The open points that go into the recap of an occurrence that did not take place (12.3, 13.4): its one reader's own, and
 * those of a one-to-one with them, raised before it was over, of which no mail after went to them or is on its way (12.4).
 */
export function pointsForRecap(
  { outcome, effective }: JudgedOccurrence,
  { series, oneToOne, people }: Pick<JudgedLineage, 'series' | 'oneToOne' | 'people'>,
  histories: readonly PointHistory[],
  readers: readonly Person[],
): readonly PointHistory[] {
  const [reader] = readers;
  const isMissed = isCancelled(outcome) || isExcluded(outcome) || isNotHeld(outcome);
  if (!isMissed || reader === undefined || readers.length > 1) return [];
  const isReader = (one: Person): boolean => isSamePerson(one, reader);
  const isTheirs = ({ point }: PointHistory): boolean =>
    point.person === null
      ? oneToOne && series.includes(point.series) && people.some(isReader)
      : isReader(point.person);
  return openPoints(histories)
    .filter(isTheirs)
    .filter(({ point }) => point.raisedAt <= effective.end)
    .filter(({ after }) => !after.some(({ to }) => to.some(isReader)))
    .filter(({ mails }) => !mails.some(({ step, to }) => step === 'sending' && to.some(isReader)));
}
