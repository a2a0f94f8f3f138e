import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { StepFault } from '../../domain/agree/consult-drafts';
import { type Decision, decisionName } from '../../domain/facts/decided/decision';
import { Field } from '../parts/controls/Field';
import { Form, FormActions } from '../parts/controls/Form';
import { Choice, held, TextBox } from '../parts/controls/inputs';
import type { LaterOccasion } from '../state/decide/later-occasion';
import type { PaneState } from '../state/pane';
import { createSaving } from '../state/saving';
import { faultWords, STEP_FAULT_WORDS } from '../words/decide/decision-faults';
import type { Reasoned } from './detail';
import { MadeIn } from './MadeIn';

interface StepFormProps {
  readonly state: PaneState;
  readonly decision: Decision;
  readonly does: Reasoned;
  /** Going on all the same, it is chosen beside what was known before. */
  readonly later: LaterOccasion;
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
export function StepForm({ state, decision, does, later, others, onDone }: StepFormProps) {
  const { reason, by, saving } = useMemo(
    () => ({ reason: signal(''), by: signal(''), saving: createSaving<StepFault>(state) }),
    [decision.id, does],
  );
  const fault = faultWords(saving.faults.value, STEP_FAULT_WORDS);
  const save = () =>
    saving.save(
      async () =>
        (await state.actions.consult()).takeStep(decision, {
          step: does === 'unheard' ? 'decided' : does,
          reason: reason.peek(),
          by: by.peek(),
          occurrence: later.occurrence.peek(),
          unheard: does === 'unheard',
        }),
      onDone,
    );
  return (
    <Form name={NAMES[does]} onSave={save}>
      {does === 'superseded' && (
        <Field label="Replaced by" fault={fault('by-missing')}>
          <Choice
            of={[
              ['', 'Choose…'],
              ...others.map((other): [string, string] => [
                other.id,
                `${decisionName(other)} ${other.text.slice(0, 60)}`,
              ]),
            ]}
            {...held(by)}
          />
        </Field>
      )}
      {does !== 'unheard' && <MadeIn later={later} />}
      <Field label="Reason" hint={HINTS[does]} fault={fault('reason-missing', 'reason-too-long')}>
        <TextBox {...held(reason)} />
      </Field>
      <FormActions save={NAMES[does]} busy={saving.busy.value} onLeave={onDone} />
    </Form>
  );
}
