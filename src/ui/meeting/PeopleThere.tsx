import { useSignal } from '@preact/signals';

import type { JudgedOccurrence, JudgedPerson } from '../../domain/judge/judged';
import { Button } from '../parts/Button';
import { Fold } from '../parts/Fold';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';
import { nameOf } from '../words/names';
import { personOutcomeWords, RESPONSE_NAMES } from '../words/people';

const PersonView = lazily(() => import('../person/PersonView').then((part) => part.PersonView));

interface PeopleThereProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** More than these are not read before what stands below them. */
const SHOWN = 40;

/** Who was there, as far as it is known; the same plain row for everybody, the owner included. */
export function PeopleThere({ state, occurrence }: PeopleThereProps) {
  const known = occurrence.people.filter(({ outcome, role }) => outcome !== null && role !== 'resource');
  const whole = useSignal(false);
  if (known.length === 0) return null;
  // Whose view is open stays in sight.
  const far = known.findIndex(({ person }) => person.key === state.regarded.value) >= SHOWN;
  const shown = whole.value || far ? known : known.slice(0, SHOWN);
  return (
    <div class="block">
      <h3>People</h3>
      <ul class="rows">
        {shown.map((one) => (
          <Row key={one.person.key} state={state} one={one} />
        ))}
      </ul>
      {shown.length < known.length && (
        <Button
          look="link"
          small
          onPress={() => {
            whole.value = true;
          }}
        >
          Show all {known.length} people
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  readonly state: PaneState;
  readonly one: JudgedPerson;
}

/** A name opens what the log holds about that person in this meeting. */
function Row({ state, one }: RowProps) {
  const { person, isOwner, role, response } = one;
  const { regarded } = state;
  const open = regarded.value === person.key;
  const lineage = state.lineage.value;
  const notes = [
    role === 'optional' ? 'optional' : null,
    response === 'tentative' || response === 'none' ? RESPONSE_NAMES[response] : null,
  ].filter((note) => note !== null);
  return (
    <li>
      <Fold
        nameLook="row"
        name={
          <>
            <span class="row-name">
              {isOwner ? 'You' : nameOf(person)}
              {notes.length > 0 && <span class="quiet"> {notes.join(', ')}</span>}
            </span>
            <span class="row-words">{personOutcomeWords(one)}</span>
          </>
        }
        open={open}
        onToggle={(now) => {
          if (now) regarded.value = person.key;
          else if (regarded.peek() === person.key) regarded.value = null;
        }}
      >
        {open && lineage !== null && <PersonView state={state} lineage={lineage} one={one} />}
      </Fold>
    </li>
  );
}
