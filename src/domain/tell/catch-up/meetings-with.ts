import { isSamePerson, type Person } from '../../facts/things/person';
import type { JudgedLineage } from '../../judge/judged/judged';
import { absenteesOf } from '../../judge/questions/missed';
import type { Instant } from '../../time/time';

/** When somebody was not reached, and whether a meeting with them comes first. */
export interface MeetingsWith {
  /** When the meetings began that they missed. */
  readonly missed: readonly Instant[];
  /** Whether one with them begins within so long, in these meetings. */
  readonly isSoon: (within: number, among?: readonly JudgedLineage[]) => boolean;
}

export function meetingsWith(lineages: readonly JudgedLineage[], person: Person, now: Instant): MeetingsWith {
  return {
    missed: lineages
      .flatMap(({ occurrences }) => occurrences)
      .filter((one) => one.effective.end <= now)
      .filter((one) => absenteesOf(one).some((other) => isSamePerson(other.person, person)))
      .map(({ effective }) => effective.start),
    isSoon: (within, among = lineages) =>
      among
        .flatMap(({ occurrences }) => occurrences)
        .some(
          ({ outcome, effective, people }) =>
            outcome === 'upcoming' &&
            effective.start > now &&
            effective.start <= now + within &&
            people.some((one) => one.needed && isSamePerson(one.person, person)),
        ),
  };
}
