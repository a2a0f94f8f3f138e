import type { JudgedOccurrence, JudgedPerson } from '../../domain/judged';
import { personOutcomeWords, RESPONSE_NAMES } from '../words/people';

/** Who was there, as far as it is known; the same plain row for everybody, the owner included. */
export function PeopleThere({ occurrence }: { readonly occurrence: JudgedOccurrence }) {
  const known = occurrence.people.filter(({ outcome, role }) => outcome !== null && role !== 'resource');
  if (known.length === 0) return null;
  return (
    <div class="block">
      <h3>People</h3>
      <ul class="rows">
        {known.map((one) => (
          <Row key={one.person.key} one={one} />
        ))}
      </ul>
    </div>
  );
}

function Row({ one }: { readonly one: JudgedPerson }) {
  const { person, isOwner, role, response } = one;
  const notes = [
    role === 'optional' ? 'optional' : null,
    response === 'tentative' || response === 'none' ? RESPONSE_NAMES[response] : null,
  ].filter((note) => note !== null);
  return (
    <li class="row">
      <span class="row-name">
        {isOwner ? 'You' : person.name}
        {notes.length > 0 && <span class="quiet"> {notes.join(', ')}</span>}
      </span>
      <span class="row-words">{personOutcomeWords(one)}</span>
    </li>
  );
}
