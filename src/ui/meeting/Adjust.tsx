import './adjust.css';

import { useMemo } from 'preact/hooks';

import { PERSON_SAYINGS, type PersonSaying } from '../../domain/facts/check-in';
import type { JudgedOccurrence } from '../../domain/judge/judged';
import { minutesOf } from '../../domain/time/time';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { type AdjustState, createAdjustState } from '../state/adjust';
import type { CheckInState } from '../state/check-in';
import type { PaneState } from '../state/pane';
import { PERSON_SAYING_NAMES } from '../words/people';

interface AdjustProps {
  readonly state: PaneState;
  readonly checkIn: CheckInState;
  readonly occurrence: JudgedOccurrence;
}

/** Saying more than one tap can: how long, and who. */
export function Adjust({ state, checkIn, occurrence }: AdjustProps) {
  const adjust = useMemo(() => createAdjustState(state, checkIn), [state, checkIn]);
  const planned = minutesOf(occurrence.effective);
  return (
    <form
      class="adjust"
      noValidate
      onSubmit={(sent) => {
        sent.preventDefault();
        void adjust.save();
      }}
    >
      <Field
        label="Minutes together"
        inline
        hint={`of ${planned} planned`}
        fault={adjust.fault.value ? 'Minutes are a number from 0 to 1440.' : undefined}
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
          {adjust.others.map(({ person }) => (
            <PersonField key={person.key} adjust={adjust} name={person.name} person={person.key} />
          ))}
        </fieldset>
      )}
      <div class="actions">
        <button type="submit" class="btn primary" disabled={checkIn.busy.value}>
          Save
        </button>
        <Button
          look="subtle"
          onPress={() => {
            checkIn.adjusting.value = false;
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}

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
        <select
          class="input"
          value={field.said}
          onChange={(changed) =>
            adjust.setPerson(person, { said: changed.currentTarget.value as PersonSaying | '' })
          }
        >
          <option value="">Not said</option>
          {PERSON_SAYINGS.map((saying) => (
            <option key={saying} value={saying}>
              {PERSON_SAYING_NAMES[saying]}
            </option>
          ))}
        </select>
      </Field>
      {field.said === 'sent-word' && (
        <Field label="When" inline>
          <input
            class="input"
            type="datetime-local"
            value={field.when}
            onInput={(typed) => adjust.setPerson(person, { when: typed.currentTarget.value })}
          />
        </Field>
      )}
    </div>
  );
}
