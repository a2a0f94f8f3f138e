import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';

import type { Person } from '../../domain/facts/things/person';
import { type NobodyTyped, personTyped } from '../../domain/tell/at-hand';
import { Button } from '../parts/controls/Button';
import { nameOf } from '../words/names';

/** As many as a list of suggestions takes well. */
const MOST = 200;

const NOBODY_WORDS: Readonly<Record<NobodyTyped, string>> = {
  nobody: 'Nobody here is called that. Write a whole address, like marcus@example.com.',
  several: 'More than one person here is called that. Write the address of the one you mean.',
};

interface SomebodyElseProps {
  /** For what. */
  readonly legend: string;
  readonly people: readonly Person[];
  readonly onAdd: (person: Person) => void;
}

/** Anybody by name, where they are at hand, or by their address (10.4): Enter, or the button, takes them over. */
export function SomebodyElse({ legend, people, onAdd }: SomebodyElseProps) {
  const typed = useSignal('');
  const fault = useSignal<NobodyTyped | null>(null);
  const added = useSignal('');
  const [list, hint] = [useId(), useId()];
  const add = () => {
    if (typed.peek().trim() === '') return;
    const named = personTyped(typed.peek(), people);
    fault.value = named.ok ? null : named.fault;
    added.value = named.ok ? `${nameOf(named.value)} added.` : '';
    if (!named.ok) return;
    typed.value = '';
    onAdd(named.value);
  };
  return (
    <div class="somebody-else">
      <input
        class="input"
        list={list}
        aria-label={`Somebody else: ${legend}`}
        aria-invalid={fault.value !== null || undefined}
        aria-describedby={fault.value === null ? undefined : hint}
        placeholder="Somebody else"
        autocomplete="off"
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          fault.value = null;
        }}
        onKeyDown={(pressed) => {
          if (pressed.key !== 'Enter' || pressed.isComposing) return;
          // It adds somebody, and does not save the decision.
          pressed.preventDefault();
          add();
        }}
      />
      <datalist id={list}>
        {people.slice(0, MOST).map((person) => (
          <option key={person.key} value={nameOf(person)}>
            {person.address}
          </option>
        ))}
      </datalist>
      <Button small label={`Add: ${legend}`} onPress={add}>
        Add
      </Button>
      {fault.value !== null && (
        <p class="fault" id={hint}>
          {NOBODY_WORDS[fault.value]}
        </p>
      )}
      <span class="spoken" role="status">
        {added.value}
      </span>
    </div>
  );
}
