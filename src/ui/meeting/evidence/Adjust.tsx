import './adjust.css';

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { PERSON_SAYINGS, type PersonSaying } from '../../../domain/facts/entered/check-in';
import type { JudgedOccurrence, JudgedPerson } from '../../../domain/judge/judged/judged';
import { minutesOf } from '../../../domain/time/time';
import { Field } from '../../parts/controls/Field';
import { FindSomebody } from '../../parts/controls/FindSomebody';
import { Form, FormActions } from '../../parts/controls/Form';
import { Choice, type Choices, TextLine } from '../../parts/controls/inputs';
import { type AdjustState, createAdjustState } from '../../state/check-in/adjust';
import type { CheckInState } from '../../state/check-in/check-in';
import { fewOf, MOST_PEOPLE } from '../../state/few';
import type { PaneState } from '../../state/pane';
import { nameOf } from '../../words/names';
import { PERSON_SAYING_NAMES } from '../../words/people';

interface AdjustProps {
  readonly state: PaneState;
  readonly checkIn: CheckInState;
  readonly occurrence: JudgedOccurrence;
}

/** Saying more than one tap can: how long, and who. */
export function Adjust({ state, checkIn, occurrence }: AdjustProps) {
  const adjust = useMemo(() => createAdjustState(state, checkIn), [state, checkIn]);
  const search = useSignal('');
  const about = {
    personOf: ({ person }: JudgedPerson) => person,
    isSet: ({ person }: JudgedPerson) => (adjust.people.value[person.key]?.said ?? '') !== '',
  };
  const planned = minutesOf(occurrence.effective);
  return (
    <Form look="form adjust" onSave={adjust.save}>
      <Field
        label="Minutes together"
        inline
        hint={`of ${planned} planned`}
        fault={adjust.fault.value ? 'Please give minutes from 0 to 1440.' : undefined}
      >
        <input
          class="input number"
          type="number"
          min="0"
          max="1440"
          inputMode="numeric"
          value={adjust.minutes.value}
          onInput={(typed) => {
            adjust.minutes.value = typed.currentTarget.value;
          }}
        />
      </Field>
      {adjust.others.length > 0 && (
        <fieldset class="people-fields">
          <legend>People</legend>
          {adjust.others.length > MOST_PEOPLE && (
            <FindSomebody label="People" count={adjust.others.length} search={search} />
          )}
          {fewOf(adjust.others, about, search.value).map(({ person }) => (
            <PersonField key={person.key} adjust={adjust} name={nameOf(person)} person={person.key} />
          ))}
        </fieldset>
      )}
      <FormActions
        save="Save"
        busy={checkIn.busy.value}
        onLeave={() => {
          checkIn.changing.value = null;
        }}
      />
    </Form>
  );
}

const SAYINGS: Choices<PersonSaying | ''> = [
  ['', 'Not said'],
  ...PERSON_SAYINGS.map((saying) => [saying, PERSON_SAYING_NAMES[saying]] as const),
];

interface PersonFieldProps {
  readonly adjust: AdjustState;
  readonly person: string;
  readonly name: string;
}

function PersonField({ adjust, person, name }: PersonFieldProps) {
  const field = adjust.people.value[person] ?? { said: '', when: '' };
  return (
    <div class="person-field">
      <Field label={name} inline>
        <Choice of={SAYINGS} value={field.said} onSet={(said) => adjust.setPerson(person, { said })} />
      </Field>
      {field.said === 'sent-word' && (
        <Field label="When" inline>
          <TextLine
            type="datetime-local"
            value={field.when}
            onSet={(when) => adjust.setPerson(person, { when })}
          />
        </Field>
      )}
    </div>
  );
}
