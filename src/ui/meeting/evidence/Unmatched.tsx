import { useSignal } from '@preact/signals';

import type { JudgedOccurrence, JudgedPerson } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { FindSomebody } from '../../parts/controls/FindSomebody';
import { fewOf, MOST_PEOPLE } from '../../state/few';
import type { PaneState } from '../../state/pane';
import { nameOf } from '../../words/names';
import { minuteWords } from '../../words/times';

interface UnmatchedProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** Participants of a report nobody could name: until one is matched, nobody else is said to be absent (3.5). */
export function Unmatched({ state, occurrence }: UnmatchedProps) {
  const rows = state.lineage.value?.unmatched.filter((row) => row.occurrence === occurrence.key) ?? [];
  const open = useSignal<string | null>(null);
  const search = useSignal('');
  if (rows.length === 0) return null;
  const attendees = occurrence.people.filter(({ role }) => role !== 'resource');
  // The owner, and of many whoever is looked for.
  const about = {
    personOf: ({ person }: JudgedPerson) => person,
    isSet: ({ isOwner }: JudgedPerson) => isOwner,
  };
  const shown = fewOf(attendees, about, search.value);
  return (
    <div class="block">
      {rows.map(({ report, row, name, minutes }) => (
        <div key={`${report} ${row}`} class="unmatched">
          <p>
            {name === '' ? 'A participant without a name' : name}, {minuteWords(minutes)}, is not matched.
          </p>
          <Button
            small
            expanded={open.value === row}
            onPress={() => {
              open.value = open.value === row ? null : row;
            }}
          >
            This was…
          </Button>
          {open.value === row && attendees.length > MOST_PEOPLE && (
            <FindSomebody label="This was" count={attendees.length} search={search} />
          )}
          {open.value === row && (
            <ul class="choices" aria-label="Attendees">
              {shown.map(({ person, isOwner }) => (
                <li key={person.key}>
                  <Button
                    look="subtle"
                    small
                    onPress={() =>
                      state.attempt(() => state.actions.identify(occurrence.series, report, row, person.key))
                    }
                  >
                    {isOwner ? `${nameOf(person)} (you)` : nameOf(person)}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
