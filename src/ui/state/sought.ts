import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { PaneState } from './pane';

/** With whom one wants to see the agreement; once there, it is forgotten. */
const sought = new WeakMap<PaneState, Person>();

/** From a person to what was agreed with them, or to the form for it. */
export function goToAgreement(pane: PaneState, person: Person): void {
  sought.set(pane, person);
  pane.openTab('Decisions');
}

export function takeSought(pane: PaneState): Person | null {
  const person = sought.get(pane) ?? null;
  sought.delete(pane);
  return person;
}

/** From what was agreed to the person in the meeting on screen; null where they are in none of its occurrences. */
export function wayToPerson(pane: PaneState, person: Person): (() => void) | null {
  const chosen = pane.chosen.value;
  const past = pane.occurrences.value.filter(({ effective }) => effective.start <= pane.now.value);
  for (const occurrence of [...(chosen === null ? [] : [chosen]), ...past.toReversed()]) {
    const one = occurrence.people.find(
      ({ person: other, outcome }) => outcome !== null && isSamePerson(other, person),
    );
    if (one === undefined) continue;
    return () => {
      pane.regarded.value = one.person.key;
      pane.choose(occurrence.key);
    };
  }
  return null;
}
