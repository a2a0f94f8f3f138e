import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { WordFault } from '../../domain/agree/consult-drafts';
import type { Agreement, AgreementReply } from '../../domain/facts/agreement';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import type { PaneState } from '../state/pane';
import { WORD_FAULT_WORDS } from '../words/decision-faults';
import { firstNameOf } from '../words/decisions';
import { instantOfField } from '../words/times';

interface ReplyFormProps {
  readonly state: PaneState;
  readonly agreement: Agreement;
  readonly isAgreed: boolean;
  readonly onDone: () => void;
}

const SAID: readonly (readonly [AgreementReply['said'], string])[] = [
  ['agreed', 'They agreed'],
  ['declined', 'They do not agree'],
  ['ended', 'It has ended'],
];

/** Their own words and their day: only then is it an agreement. */
export function ReplyForm({ state, agreement, isAgreed, onDone }: ReplyFormProps) {
  const form = useMemo(
    () => ({
      said: signal<AgreementReply['said']>(isAgreed ? 'ended' : 'agreed'),
      words: signal(''),
      at: signal(state.time.peek().field(state.desk.clock())),
      faults: signal<readonly WordFault[]>([]),
      busy: signal(false),
    }),
    [agreement.id],
  );
  const fault = (...kinds: readonly WordFault[]) => {
    const found = form.faults.value.find((one) => kinds.includes(one));
    return found === undefined ? undefined : WORD_FAULT_WORDS[found];
  };
  const save = async () => {
    if (form.busy.peek()) return;
    form.busy.value = true;
    const noted = await state.attempt(async () =>
      (await state.desk.consult()).noteReply(agreement, {
        said: form.said.peek(),
        words: form.words.peek(),
        at: instantOfField(form.at.peek(), state.zone.peek()),
      }),
    );
    form.busy.value = false;
    if (noted === null) return;
    form.faults.value = noted.ok ? [] : noted.fault;
    if (noted.ok) onDone();
  };
  return (
    <form
      class="reason-form"
      aria-label={`Reply of ${firstNameOf(agreement.person)}`}
      noValidate
      onSubmit={(sent) => {
        sent.preventDefault();
        void save();
      }}
    >
      <Field label="Reply">
        <select
          class="input"
          value={form.said.value}
          onChange={(changed) => {
            form.said.value = changed.currentTarget.value as AgreementReply['said'];
          }}
        >
          {SAID.map(([said, words]) => (
            <option key={said} value={said}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Their words" fault={fault('words-missing', 'words-too-long')}>
        <textarea
          class="input"
          rows={2}
          value={form.words.value}
          onInput={(typed) => {
            form.words.value = typed.currentTarget.value;
          }}
        />
      </Field>
      <Field label="When" fault={fault('when-unknown', 'when-ahead')}>
        <input
          class="input"
          type="datetime-local"
          value={form.at.value}
          onInput={(typed) => {
            form.at.value = typed.currentTarget.value;
          }}
        />
      </Field>
      <div class="actions">
        <button type="submit" class="btn primary" disabled={form.busy.value}>
          Save reply
        </button>
        <Button look="subtle" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
