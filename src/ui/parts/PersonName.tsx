import type { Person } from '../../domain/facts/things/person';
import { openPerson } from '../state/page-over';
import type { PaneState } from '../state/pane';
import { nameOf } from '../words/names';

interface PersonNameProps {
  readonly state: PaneState;
  readonly person: Person;
  /** Where they are not called by their name. */
  readonly children?: string;
  /** -1 where Tab has one stop for a whole list of them. */
  readonly tabIndex?: 0 | -1 | undefined;
}

/** A name, wherever it stands, opens the page of that person. */
export const PersonName = ({ state, person, children = nameOf(person), tabIndex }: PersonNameProps) => (
  <button
    type="button"
    class="btn link"
    data-page={person.key}
    tabIndex={tabIndex}
    onClick={({ currentTarget }) => openPerson(state, person, currentTarget)}
  >
    {children}
  </button>
);
