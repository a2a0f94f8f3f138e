import type { PersonKey } from '../../facts/things/person';
import type { JudgedOccurrence, ReasonKind } from '../judged/judged';

/** What a meeting went through, whoever did it; everything else that names a person is about that person. */
const OF_THE_MEETING: readonly ReasonKind[] = [
  'moved',
  'cancelled-seen',
  'cancelled-mail',
  'cancelled-listed',
];

/**
 * An occurrence without a word of people who shall not be in the record. What became of the meeting stays: it took
 * place or did not for everybody else as well.
 */
export function withoutThem(
  occurrence: JudgedOccurrence,
  isLeftOut: (person: PersonKey) => boolean,
): JudgedOccurrence {
  const unless = <Named extends { readonly key: PersonKey }>(one: Named | null): Named | null =>
    one !== null && isLeftOut(one.key) ? null : one;
  return {
    ...occurrence,
    people: occurrence.people.filter(({ person }) => !isLeftOut(person.key)),
    changedBy: unless(occurrence.changedBy),
    onBehalfOf: unless(occurrence.onBehalfOf),
    moves: occurrence.moves.map((move) => ({ ...move, by: unless(move.by) })),
    reasons: occurrence.reasons.flatMap((reason) => {
      const { person, ...rest } = reason;
      if (person === undefined || !isLeftOut(person.key)) return [reason];
      return OF_THE_MEETING.includes(reason.what) ? [rest] : [];
    }),
  };
}
