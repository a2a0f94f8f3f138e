import { useId, useMemo } from 'preact/hooks';

import { type DecisionFault, decisionNumber } from '../../domain/decision';
import type { OccurrenceKey } from '../../domain/occurrence';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Icon } from '../parts/Icon';
import { checkCircleIcon } from '../parts/icons';
import { createDecisionState, type DecisionState } from '../state/decisions';
import type { PaneState } from '../state/pane';

interface DecisionFormProps {
  readonly state: PaneState;
  readonly occurrence: OccurrenceKey | null;
}

const FAULTS: Readonly<Record<DecisionFault, string>> = {
  'text-missing': 'Please say what was decided.',
  'text-too-long': 'Please keep it under 500 characters; the reasons go below.',
  'why-too-long': 'Please keep it under 2,000 characters.',
  'accountable-missing': 'Please choose one owner.',
  'topic-too-long': 'Please keep the topic under 80 characters.',
  'too-many-options': 'Please keep it to 10 options.',
  'option-missing': 'Please name the option, or clear its reason.',
  'option-too-long': 'Please keep each under 300 characters.',
  'impact-too-long': 'Please keep each under 300 characters.',
  'revisit-unknown': 'That is no day of the calendar.',
  'revisit-past': 'That day is over. Please choose today or later.',
  'undo-unknown': 'That is no day of the calendar.',
  'undo-past': 'That day is over. Please choose today or later.',
};

export function DecisionForm({ state, occurrence }: DecisionFormProps) {
  const form = useMemo(() => createDecisionState(state, occurrence), [occurrence]);
  const draft = form.draft.value;
  const fault = (...kinds: readonly DecisionFault[]) => {
    const found = form.faults.value.find((one) => kinds.includes(one));
    return found === undefined ? undefined : FAULTS[found];
  };
  const saved = form.saved.value;
  if (saved !== null) {
    return (
      <div class="decision-form">
        <p class="saved" role="status">
          <Icon of={checkCircleIcon} /> {decisionNumber(saved.number)} is in the log.
        </p>
        <div class="actions">
          <Button small onPress={form.again}>
            Log another
          </Button>
          <Button
            look="subtle"
            small
            onPress={() => {
              state.deciding.value = false;
            }}
          >
            Close
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form
      class="decision-form"
      noValidate
      onSubmit={(sent) => {
        sent.preventDefault();
        void form.save();
      }}
    >
      <Field label="Decision" fault={fault('text-missing', 'text-too-long')}>
        <textarea
          class="input"
          rows={2}
          value={draft.text}
          onInput={(typed) => form.change({ text: typed.currentTarget.value })}
        />
      </Field>
      <Field label="Why" optional fault={fault('why-too-long')}>
        <textarea
          class="input"
          rows={2}
          value={draft.why}
          onInput={(typed) => form.change({ why: typed.currentTarget.value })}
        />
      </Field>
      <div class="two">
        <Field label="Owner" fault={fault('accountable-missing')}>
          <select
            class="input"
            value={draft.accountable?.key ?? ''}
            onChange={(changed) => {
              const key = changed.currentTarget.value;
              form.change({ accountable: form.people.find((one) => one.key === key) ?? null });
            }}
          >
            <option value="">Choose…</option>
            {form.people.map((person) => (
              <option key={person.key} value={person.key}>
                {person.name}
              </option>
            ))}
          </select>
        </Field>
        <Topic form={form} fault={fault('topic-too-long')} />
      </div>
      {form.others.length > 0 && <Hearing form={form} />}
      <div class="actions">
        <button type="submit" class="btn primary" disabled={form.busy.value}>
          Save decision
        </button>
        <Button
          look="subtle"
          onPress={() => {
            state.deciding.value = false;
          }}
        >
          Close
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly form: DecisionState;
}

/** Topics used before are offered; a new one is simply typed. */
function Topic({ form, fault }: PartProps & { readonly fault: string | undefined }) {
  const list = useId();
  return (
    <div class="topic">
      <Field label="Topic" optional fault={fault}>
        <input
          class="input"
          type="text"
          list={list}
          value={form.draft.value.topic}
          onInput={(typed) => form.change({ topic: typed.currentTarget.value })}
        />
      </Field>
      <datalist id={list}>
        {form.topics.value.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
    </div>
  );
}

function Hearing({ form }: PartProps) {
  const heard = new Set(form.draft.value.informed.map(({ key }) => key));
  return (
    <fieldset class="recipients">
      <legend>Who should hear</legend>
      {form.others.map((person) => (
        <label key={person.key} class="check">
          <input
            type="checkbox"
            checked={heard.has(person.key)}
            onChange={(changed) => form.hear(person, changed.currentTarget.checked)}
          />
          <span>{person.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
