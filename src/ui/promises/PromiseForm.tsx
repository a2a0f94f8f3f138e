import { useMemo, useRef } from 'preact/hooks';

import { Field } from '../parts/controls/Field';
import { Form, FormActions } from '../parts/controls/Form';
import { Choice, TextBox, TextLine } from '../parts/controls/inputs';
import { useFirstFocus } from '../parts/controls/keep-focus';
import type { PaneState } from '../state/pane';
import { createPromisingState, type PromisePlace, SOMEBODY_ELSE } from '../state/points/promising';
import { faultWords } from '../words/decide/decision-faults';
import { PROMISE_FAULT_WORDS } from '../words/decide/promises';
import { byName } from '../words/names';

interface PromiseFormProps {
  readonly state: PaneState;
  readonly place: PromisePlace;
  readonly onSaved: (entry: string) => void;
  readonly onClose: () => void;
}

/** What somebody said they would do, who, and by when (14.3). */
export function PromiseForm({ state, place, onSaved, onClose }: PromiseFormProps) {
  const form = useMemo(() => createPromisingState(state, place, onSaved), [place.name]);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const { text, whoseKey, address, by } = form.draft.value;
  const fault = faultWords(form.faults.value, PROMISE_FAULT_WORDS);
  return (
    <div ref={box}>
      <Form name="Note a promise" onSave={form.save}>
        <Field label="Promise" fault={fault('text-missing', 'text-too-long')}>
          <TextBox value={text} onSet={(typed) => form.change({ text: typed })} />
        </Field>
        <div class="two roomy">
          <Field label="Whose" fault={whoseKey === '' ? fault('whose-unknown') : undefined}>
            <Choice
              of={[
                ...(whoseKey === '' ? [['', 'Choose…'] as const] : []),
                ...byName(form.people),
                ...(form.owner === null ? [] : [[form.owner.key, 'Mine'] as const]),
                [SOMEBODY_ELSE, 'Somebody else…'],
              ]}
              value={whoseKey}
              onSet={(key) => form.change({ whoseKey: key })}
            />
          </Field>
          <Field label="By" fault={fault('by-missing', 'by-unknown', 'by-past')}>
            <TextLine type="date" value={by} onSet={(day) => form.change({ by: day })} />
          </Field>
        </div>
        {whoseKey === SOMEBODY_ELSE && (
          <Field label="Address" fault={fault('whose-unknown')}>
            <TextLine value={address} onSet={(typed) => form.change({ address: typed })} />
          </Field>
        )}
        <FormActions save="Save promise" busy={form.busy.value} leave="Close" onLeave={onClose} />
      </Form>
    </div>
  );
}
