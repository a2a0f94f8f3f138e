import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { WordFault } from '../../../domain/agree/consult-drafts';
import { ANSWERS, type Said } from '../../../domain/facts/decided/consulting';
import type { Decision } from '../../../domain/facts/decided/decision';
import type { Person } from '../../../domain/facts/things/person';
import { Field } from '../../parts/controls/Field';
import { Fault, Form, FormActions } from '../../parts/controls/Form';
import { Choice, held, TextBox, TextLine } from '../../parts/controls/inputs';
import type { PaneState } from '../../state/pane';
import { createSaving } from '../../state/saving';
import { faultWords, WORD_FAULT_WORDS } from '../../words/decide/decision-faults';
import { ANSWER_WORDS } from '../../words/decide/decisions';
import { byName } from '../../words/names';
import { instantOfField } from '../../words/typed-time';

interface AnswerFormProps {
  readonly state: PaneState;
  readonly decision: Decision;
  /** Whoever was asked first. */
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

/** What somebody answered, by mail, in a call or otherwise, in their words. */
export function AnswerForm({ state, decision, people, onDone }: AnswerFormProps) {
  const { person, said, words, at, saving } = useMemo(() => {
    const [first, ...others] = people;
    return {
      person: signal(others.length === 0 ? (first?.key ?? '') : ''),
      said: signal<Said | null>(null),
      words: signal(''),
      at: signal(state.time.peek().field(state.actions.clock())),
      saving: createSaving<WordFault>(state),
    };
  }, [decision.id]);
  const fault = faultWords(saving.faults.value, WORD_FAULT_WORDS);
  const save = () =>
    saving.save(
      async () =>
        (await state.actions.consult()).noteAnswer(decision, {
          person: people.find(({ key }) => key === person.peek()) ?? null,
          said: said.peek(),
          words: words.peek(),
          at: instantOfField(at.peek(), state.zone.peek()),
        }),
      onDone,
    );
  return (
    <Form name="Record an answer" onSave={save}>
      <Field label="Who answered" fault={fault('person-missing')}>
        <Choice of={[['', 'Choose…'], ...byName(people)]} {...held(person)} />
      </Field>
      <fieldset class="recipients">
        <legend>They said</legend>
        {ANSWERS.map((one) => (
          <label key={one} class="check">
            <input
              type="radio"
              name={`said-${decision.id}`}
              checked={said.value === one}
              onChange={() => {
                said.value = one;
              }}
            />
            <span>{ANSWER_WORDS[one]}</span>
          </label>
        ))}
        <Fault>{fault('said-missing')}</Fault>
      </fieldset>
      <Field label="Their words" optional fault={fault('words-too-long')}>
        <TextBox {...held(words)} />
      </Field>
      <Field label="When" fault={fault('when-unknown', 'when-ahead')}>
        <TextLine type="datetime-local" {...held(at)} />
      </Field>
      <FormActions save="Save answer" busy={saving.busy.value} onLeave={onDone} />
    </Form>
  );
}
