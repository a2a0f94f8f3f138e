import { isCancelled, isExcluded } from '../../facts/things/outcomes';
import { isOwn, type Owner, type Person } from '../../facts/things/person';
import { addDays, isoMonday } from '../../time/days';
import { DAY, type Instant, type Zone } from '../../time/time';
import { localDate, localMinute } from '../../time/zone';
import type { JudgedLineage, JudgedOccurrence } from '../judged/judged';

/** Somebody for whom the meeting is at another hour than usual: clocks do not change on the same weekend everywhere. */
export interface OtherClock {
  readonly person: Person;
  readonly zone: Zone;
  readonly isOwner: boolean;
  readonly occurrence: JudgedOccurrence;
  readonly week: 'this' | 'next';
}

/** What is usual is what holds within so many days of it, before and after. */
const AROUND = 42 * DAY;

/**
 * For whom the next occurrence of this week, or of the next one, is at an hour that is not the usual one, though it is
 * at its usual hour where it is planned. Only of people whose zone is known.
 */
export function otherClocks(lineage: JudgedLineage, owner: Owner, now: Instant): readonly OtherClock[] {
  const occurrence = lineage.occurrences.find((one) => one.effective.end > now && takesPlace(one));
  if (occurrence === undefined || occurrence.moves.length > 0) return [];
  const monday = (at: Instant) => isoMonday(localDate(at, owner.zone));
  const [own, its] = [monday(now), monday(occurrence.effective.start)];
  const week = its === own ? 'this' : its === addDays(own, 7) ? 'next' : null;
  if (week === null) return [];
  return lineage.people.flatMap((person) => {
    const isOwner = isOwn(owner, person.key);
    const hours = lineage.workingHours?.find((one) => one.person === person.key);
    const zone = isOwner ? owner.zone : hours?.zone;
    if (zone === undefined || !differs(lineage, occurrence, zone)) return [];
    return [{ person, zone, isOwner, occurrence, week } as const];
  });
}

const takesPlace = ({ outcome }: JudgedOccurrence): boolean =>
  !isCancelled(outcome) && outcome !== 'superseded' && !isExcluded(outcome);

/** More than half of those that are planned for the same time of day are at another hour on the clocks of the zone. */
function differs(
  { occurrences }: JudgedLineage,
  { original, zone: home }: JudgedOccurrence,
  zone: Zone,
): boolean {
  const [planned, here] = [localMinute(original.start, home), localMinute(original.start, zone)];
  const alike = occurrences.filter(
    (other) =>
      Math.abs(other.original.start - original.start) <= AROUND &&
      localMinute(other.original.start, home) === planned,
  );
  const counts = new Map<number, number>();
  for (const other of alike) {
    const minute = localMinute(other.original.start, zone);
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  return [...counts].some(([minute, count]) => minute !== here && count * 2 > alike.length);
}
