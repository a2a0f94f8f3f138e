import type { Decision } from '../facts/decided/decision';
import type { RecapEntry } from '../facts/decided/recap-entry';
import { sentRecaps } from '../facts/decided/sending';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedOccurrence } from '../judge/judged/judged';
import { absenteesOf } from '../judge/questions/missed';

/**
 * Who should hear of a decision (13.2: named to hear, or missed the occurrence in which it was made) and got no recap with
 * it yet; each once, the owner never.
 */
export function untoldOf(
  decision: Decision,
  home: JudgedOccurrence | null,
  recaps: readonly RecapEntry[],
  owner: Person | null,
): readonly Person[] {
  const absentees = home === null ? [] : absenteesOf(home).map(({ person }) => person);
  const told = sentRecaps(recaps)
    .filter(({ decisions }) => decisions.includes(decision.id))
    .flatMap(({ to }) => to);
  const found: Person[] = [];
  for (const person of [...decision.informed, ...absentees]) {
    const isMeant = (one: Person) => isSamePerson(one, person);
    if ((owner !== null && isMeant(owner)) || told.some(isMeant) || found.some(isMeant)) continue;
    found.push(person);
  }
  return found;
}
