import { isSamePerson, type Person } from '../../facts/things/person';
import type { JudgedLineage } from '../../judge/judged/judged';
import { openPoints, type PointHistory } from '../../points/point-history';
import { addDays } from '../../time/days';
import { DAY, type Instant } from '../../time/time';
import { instantAt } from '../../time/zone';
import type { CatchUpKnown, CaughtUp } from './caught-up';
import { meetingsWith } from './meetings-with';

type OpenPoint = Extract<CaughtUp, { kind: 'point' }>;

/** A point of a meeting, or one that was carried over, waits for the next one for so long (13.3). */
const CARRIED = 8 * DAY;

/**
 * Points that somebody is to hear by mail (13.3): theirs, and those of a one-to-one with them, of which no mail after went
 * to them or is on its way (12.4); not while a meeting with them comes first, and after a mail before only when they were not
 * reached since.
 */
export function pointsFor(known: CatchUpKnown, person: Person, now: Instant): readonly OpenPoint[] {
  const { lineages, points, owner } = known;
  const { missed, isSoon } = meetingsWith(lineages, person, now);
  const isTheirs = (one: { readonly to: readonly Person[] }): boolean =>
    one.to.some((other) => isSamePerson(other, person));
  return openPoints(points).flatMap((history): readonly OpenPoint[] => {
    const { point, mails, after, steps } = history;
    const homes = homesOf(history, lineages, person);
    if (homes === null || after.some(isTheirs)) return [];
    const before = mails.filter(isTheirs).at(-1);
    if (before?.step === 'sending') return [];
    const since = before === undefined ? point.raisedAt : (before.sentAt ?? before.recordedAt);
    const isCarried = steps.at(-1)?.step === 'not-yet';
    const waits = isSoon(DAY) || isSoon(CARRIED, isCarried ? lineages : homes);
    const stands = missed.some((at) => at >= since) || (before === undefined && !waits);
    return stands ? [{ kind: 'point', history, deadline: endOf(history, owner.zone) }] : [];
  });
}

/** The meetings that it is a point of: none where it is theirs alone. Null: it is none of theirs (12.1). */
function homesOf(
  { point }: PointHistory,
  lineages: readonly JudgedLineage[],
  person: Person,
): readonly JudgedLineage[] | null {
  if (point.person !== null) return isSamePerson(point.person, person) ? [] : null;
  const homes = lineages.filter(
    ({ oneToOne, series, people }) =>
      oneToOne && series.includes(point.series) && people.some((one) => isSamePerson(one, person)),
  );
  return homes.length === 0 ? null : homes;
}

/** With the end of the day by which it is asked for. */
const endOf = ({ point: { deadline } }: PointHistory, zone: string): Instant | null =>
  deadline === undefined ? null : instantAt(addDays(deadline, 1), 0, zone);
