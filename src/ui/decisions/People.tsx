import { useSignal } from '@preact/signals';

import type { Person } from '../../domain/facts/things/person';
import { FindSomebody } from '../parts/controls/FindSomebody';
import { MOST_PEOPLE } from '../state/few';
import { nameOf } from '../words/names';
import { SomebodyElse } from './SomebodyElse';

interface PeopleProps {
  readonly legend: string;
  readonly people: readonly Person[];
  /** Who else can be named, by name; anybody by their address. */
  readonly elsewhere: readonly Person[];
  readonly chosen: readonly Person[];
  readonly onChoose: (chosen: readonly Person[]) => void;
}

/** Any number of people, ticked; others are added. */
export function People({ legend, people, elsewhere, chosen, onChoose }: PeopleProps) {
  const search = useSignal('');
  const ticked = new Set(chosen.map(({ key }) => key));
  const many = people.length > MOST_PEOPLE;
  const wanted = search.value.trim().toLowerCase();
  // Who was ticked and has left the meeting since stays, as typed.
  const gone = chosen.filter((person) => !people.some(({ key }) => key === person.key));
  const others = people
    .filter((person) => !ticked.has(person.key) && nameOf(person).toLowerCase().includes(wanted))
    .slice(0, MOST_PEOPLE);
  const shown = many ? [...chosen, ...others] : [...people, ...gone];
  return (
    <fieldset class="recipients">
      <legend>{legend}</legend>
      {many && <FindSomebody label={legend} count={people.length} search={search} />}
      {shown.map((person) => (
        <label key={person.key} class="check">
          <input
            type="checkbox"
            checked={ticked.has(person.key)}
            onChange={(changed) => {
              const rest = chosen.filter(({ key }) => key !== person.key);
              onChoose(changed.currentTarget.checked ? [...rest, person] : rest);
            }}
          />
          <span>{nameOf(person)}</span>
        </label>
      ))}
      <SomebodyElse
        legend={legend}
        people={[...people, ...elsewhere]}
        onAdd={(person) => onChoose([...chosen.filter(({ key }) => key !== person.key), person])}
      />
    </fieldset>
  );
}
