import { isHeld, wasPresent } from '../../facts/things/outcomes';
import type { Person } from '../../facts/things/person';
import type { JudgedOccurrence, JudgedPerson } from '../judged/judged';

/** Who was there when something was decided (13.1); nobody where it was not held. */
export const thereAt = ({ outcome, people }: JudgedOccurrence): readonly JudgedPerson[] =>
  isHeld(outcome) ? people.filter((one) => wasPresent(one.outcome)) : [];

/** In a group, for less than half of the time that it lasted: they were there, and need not have heard it. */
export const isThereInPart = ({ oneToOne }: JudgedOccurrence, { outcome }: JudgedPerson): boolean =>
  !oneToOne && outcome === 'present-part';

/** Who was there for enough of it to have heard what was decided (13.1). */
export const presentAt = (occurrence: JudgedOccurrence): readonly Person[] =>
  thereAt(occurrence)
    .filter((one) => !isThereInPart(occurrence, one))
    .map(({ person }) => person);
