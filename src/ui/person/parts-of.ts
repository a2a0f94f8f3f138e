import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../../domain/judge/judged/judged';

/** One person in one occurrence. */
export interface PartOf {
  readonly occurrence: JudgedOccurrence;
  readonly one: JudgedPerson;
}

/** Every occurrence in which something is said of a person, in order; empty cells are left out (4.1). */
export const partsOf = (lineage: JudgedLineage, whom: Person): readonly PartOf[] =>
  lineage.occurrences.flatMap((occurrence) => {
    const one = occurrence.people.find(({ person }) => isSamePerson(person, whom));
    return one === undefined || one.outcome === null ? [] : [{ occurrence, one }];
  });
