import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import type { PaneState } from '../state/pane';
import { nameOf } from '../words/names';
import { EachPerson } from './EachPerson';

interface HolidaysProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** Whose public holidays are which country's: a choice, never guessed from a name or a zone (4.3). */
export function Holidays({ state, lineage }: HolidaysProps) {
  const countries = useSignal<readonly { readonly code: string; readonly name: string }[]>([]);
  useEffect(() => {
    void state.lookUp(async () => {
      countries.value = await state.actions.countries('en');
    });
  }, [state, countries]);
  // A second choice may come before the first one is kept: neither may undo the other.
  const own = useSignal<Readonly<Record<string, string>>>({});
  const chosen = { ...lineage.rules.countries, ...own.value };
  const set = (person: string, code: string) => {
    own.value = { ...own.value, [person]: code };
    return state.attempt(() =>
      state.actions.setRules(lineage.id, { countries: { ...chosen, [person]: code } }),
    );
  };
  return (
    <EachPerson
      what="Public holidays"
      all={lineage.people}
      personOf={(person) => person}
      isSet={({ key }) => (chosen[key] ?? '') !== ''}
    >
      {(person) => (
        <Field key={person.key} label={`Public holidays of ${nameOf(person)}`}>
          <Choice
            of={[['', 'None'], ...countries.value.map((country) => [country.code, country.name] as const)]}
            value={chosen[person.key] ?? ''}
            onSet={(code) => set(person.key, code)}
          />
        </Field>
      )}
    </EachPerson>
  );
}
