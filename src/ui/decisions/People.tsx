import type { Person } from '../../domain/person';

interface PeopleProps {
  readonly legend: string;
  readonly people: readonly Person[];
  readonly chosen: readonly Person[];
  readonly onChoose: (chosen: readonly Person[]) => void;
}

/** Any number of people, ticked. */
export function People({ legend, people, chosen, onChoose }: PeopleProps) {
  const ticked = new Set(chosen.map(({ key }) => key));
  return (
    <fieldset class="recipients">
      <legend>{legend}</legend>
      {people.map((person) => (
        <label key={person.key} class="check">
          <input
            type="checkbox"
            checked={ticked.has(person.key)}
            onChange={(changed) => {
              const rest = chosen.filter(({ key }) => key !== person.key);
              onChoose(changed.currentTarget.checked ? [...rest, person] : rest);
            }}
          />
          <span>{person.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
