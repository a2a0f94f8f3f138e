import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../judge/judged/judged';
import { isCounted, undisputed } from '../measure/counted';
import type { Instant } from '../time/time';

/** What counts, and what somebody was needed for so far; time away is neither good nor bad. */
export const occasionsOf = (
  lineage: JudgedLineage,
  person: Person,
  now: Instant,
  isMeant: (one: JudgedPerson) => boolean,
): readonly JudgedOccurrence[] =>
  undisputed(lineage.occurrences).filter(
    (occurrence) =>
      isCounted(occurrence) &&
      occurrence.effective.start <= now &&
      occurrence.people.some(
        (one) =>
          one.needed &&
          one.outcome !== 'away' &&
          one.outcome !== 'not-expected' &&
          isSamePerson(one.person, person) &&
          isMeant(one),
      ),
  );

/** Whoever organizes a meeting is not invited to it (10.5). */
export const organizes = ({ organizer }: Pick<JudgedLineage, 'organizer'>, person: Person): boolean =>
  organizer !== null && isSamePerson(organizer, person);
