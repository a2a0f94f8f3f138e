import type { Person } from '../../domain/facts/things/person';
import { nameOf } from '../words/names';

/** So many people are shown at once; of a large meeting the others are found by their name. */
export const MOST_PEOPLE = 12;

interface About<One> {
  readonly personOf: (one: One) => Person;
  /** Whether anything was chosen for them. */
  readonly isSet: (one: One) => boolean;
}

/** Everybody, or of a large meeting those for whom something was chosen, and then whoever's name was typed. */
export function fewOf<One>(
  all: readonly One[],
  { personOf, isSet }: About<One>,
  typed: string,
): readonly One[] {
  if (all.length <= MOST_PEOPLE) return all;
  const wanted = typed.trim().toLowerCase();
  const found = all.filter(
    (one) => wanted !== '' && !isSet(one) && nameOf(personOf(one)).toLowerCase().includes(wanted),
  );
  return [...all.filter(isSet), ...found.slice(0, MOST_PEOPLE)];
}
