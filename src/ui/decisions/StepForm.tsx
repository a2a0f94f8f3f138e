import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { StepFault } from '../../domain/agree/consult-drafts';
import { type Decision, decisionName } from '../../domain/facts/decision';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import type { PaneState } from '../state/pane';
import { STEP_FAULT_WORDS } from '../words/decision-faults';
import type { Reasoned } from './detail';

interface StepFormProps {
  readonly state: PaneState;
  readonly decision: Decision;
  readonly does: Reasoned;
  /** Decisions that could take its place, newest first. */
  readonly others: readonly Decision[];
  readonly onDone: () => void;
}

const NAMES: Readonly<Record<Reasoned, string>> = {
  reopened: 'Reopen',
  superseded: 'Replace',
  unheard: 'Decide all the same',
};
const HINTS: Readonly<Record<Reasoned, string>> = {
  reopened: 'What was decided before stays in its history.',
  superseded: 'It stays in the log, and says what took its place.',
  unheard: 'It stands in the log as decided without hearing them, with your reason.',
};

/** Saying why; everything before it stays visible. */
export function StepForm({ state, decision, does, others, onDone }: StepFormProps) {
  const form = useMemo(
    () => ({
      reason: signal(''),
      by: signal(''),
      faults: signal<readonly StepFault[]>([]),
      busy: signal(false),
    }),
    [decision.id, does],
  );
  const fault = (...kinds: readonly StepFault[]) => {
    const found = form.faults.value.find((one) => kinds.includes(one));
    return found === undefined ? undefined : STEP_FAULT_WORDS[found];
  };
  const save = async () => {
    if (form.busy.peek()) return;
    form.busy.value = true;
    const taken = await state.attempt(async () =>
      (await state.desk.consult()).takeStep(decision, {
        step: does === 'unheard' ? 'decided' : does,
        reason: form.reason.peek(),
        by: form.by.peek(),
        unheard: does === 'unheard',
      }),
    );
    form.busy.value = false;
    if (taken === null) return;
    form.faults.value = taken.ok ? [] : taken.fault;
    if (taken.ok) onDone();
  };
  return (
    <form
      class="reason-form"
      aria-label={NAMES[does]}
      noValidate
      onSubmit={(sent) => {
        sent.preventDefault();
        void save();
      }}
    >
      {does === 'superseded' && (
        <Field label="Replaced by" fault={fault('by-missing')}>
          <select
            class="input"
            value={form.by.value}
            onChange={(changed) => {
              form.by.value = changed.currentTarget.value;
            }}
          >
            <option value="">Choose…</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {decisionName(other)} {other.text.slice(0, 60)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label="Reason" hint={HINTS[does]} fault={fault('reason-missing', 'reason-too-long')}>
        <textarea
          class="input"
          rows={2}
          value={form.reason.value}
          onInput={(typed) => {
            form.reason.value = typed.currentTarget.value;
          }}
        />
      </Field>
      <div class="actions">
        <button type="submit" class="btn primary" disabled={form.busy.value}>
          {NAMES[does]}
        </button>
        <Button look="subtle" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
