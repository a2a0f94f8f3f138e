import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { WordFault } from '../../domain/agree/consult-drafts';
import type { Agreement, AgreementReply } from '../../domain/facts/decided/agreement';
import { Field } from '../parts/controls/Field';
import { Form, FormActions } from '../parts/controls/Form';
import { Choice, type Choices, held, TextBox, TextLine } from '../parts/controls/inputs';
import type { PaneState } from '../state/pane';
import { createSaving } from '../state/saving';
import { faultWords, WORD_FAULT_WORDS } from '../words/decide/decision-faults';
import { firstNameOf } from '../words/names';
import { instantOfField } from '../words/typed-time';

interface ReplyFormProps {
  readonly state: PaneState;
  readonly agreement: Agreement;
  readonly isAgreed: boolean;
  readonly onDone: () => void;
}

const SAID: Choices<AgreementReply['said']> = [
  ['agreed', 'They agreed'],
  ['declined', 'They do not agree'],
  ['ended', 'It has ended'],
];

/** Their own words and their day: only then is it an agreement. */
export function ReplyForm({ state, agreement, isAgreed, onDone }: ReplyFormProps) {
  const { said, words, at, saving } = useMemo(
    () => ({
      said: signal<AgreementReply['said']>(isAgreed ? 'ended' : 'agreed'),
      words: signal(''),
      at: signal(state.time.peek().field(state.actions.clock())),
      saving: createSaving<WordFault>(state),
    }),
    [agreement.id],
  );
  const fault = faultWords(saving.faults.value, WORD_FAULT_WORDS);
  const save = () =>
    saving.save(
      async () =>
        (await state.actions.consult()).noteReply(agreement, {
          said: said.peek(),
          words: words.peek(),
          at: instantOfField(at.peek(), state.zone.peek()),
        }),
      onDone,
    );
  return (
    <Form name={`Reply of ${firstNameOf(agreement.person)}`} onSave={save}>
      <Field label="Reply">
        <Choice of={SAID} {...held(said)} />
      </Field>
      <Field label="Their words" fault={fault('words-missing', 'words-too-long')}>
        <TextBox {...held(words)} />
      </Field>
      <Field label="When" fault={fault('when-unknown', 'when-ahead')}>
        <TextLine type="datetime-local" {...held(at)} />
      </Field>
      <FormActions save="Save reply" busy={saving.busy.value} onLeave={onDone} />
    </Form>
  );
}
