import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { WordFault } from '../../domain/agree/consult-drafts';
import { ANSWERS, type Said } from '../../domain/facts/consulting';
import type { Decision } from '../../domain/facts/decision';
import type { Person } from '../../domain/facts/person';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import type { PaneState } from '../state/pane';
import { WORD_FAULT_WORDS } from '../words/decision-faults';
import { ANSWER_WORDS, nameOf } from '../words/decisions';
import { instantOfField } from '../words/times';

interface AnswerFormProps {
  readonly state: PaneState;
  readonly decision: Decision;
  /** Whoever was asked first. */
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

interface Typed {
  readonly person: string;
  readonly said: Said | '';
  readonly words: string;
  readonly at: string;
}

/** What somebody answered, by mail, in a call or otherwise, in their words. */
export function AnswerForm({ state, decision, people, onDone }: AnswerFormProps) {
  const form = useMemo(() => {
    const [first, ...others] = people;
    const only = others.length === 0 ? (first?.key ?? '') : '';
    const blank: Typed = {
      person: only,
      said: '',
      words: '',
      at: state.time.peek().field(state.desk.clock()),
    };
    return { typed: signal(blank), faults: signal<readonly WordFault[]>([]), busy: signal(false) };
  }, [decision.id]);
  const { typed, faults, busy } = form;
  const change = (part: Partial<Typed>) => {
    typed.value = { ...typed.peek(), ...part };
  };
  const fault = (...kinds: readonly WordFault[]) => {
    const found = faults.value.find((one) => kinds.includes(one));
    return found === undefined ? undefined : WORD_FAULT_WORDS[found];
  };
  const save = async () => {
    if (busy.peek()) return;
    busy.value = true;
    const { person, said, words, at } = typed.peek();
    const answer = await state.attempt(async () =>
      (await state.desk.consult()).noteAnswer(decision, {
        person: people.find(({ key }) => key === person) ?? null,
        said: said === '' ? null : said,
        words,
        at: instantOfField(at, state.zone.peek()),
      }),
    );
    busy.value = false;
    if (answer === null) return;
    faults.value = answer.ok ? [] : answer.fault;
    if (answer.ok) onDone();
  };
  const saidFault = fault('said-missing');
  return (
    <form
      class="reason-form"
      aria-label="Record an answer"
      noValidate
      onSubmit={(sent) => {
        sent.preventDefault();
        void save();
      }}
    >
      <Field label="Who answered" fault={fault('person-missing')}>
        <select
          class="input"
          value={typed.value.person}
          onChange={(changed) => change({ person: changed.currentTarget.value })}
        >
          <option value="">Choose…</option>
          {people.map((person) => (
            <option key={person.key} value={person.key}>
              {nameOf(person)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset class="recipients">
        <legend>They said</legend>
        {ANSWERS.map((said) => (
          <label key={said} class="check">
            <input
              type="radio"
              name={`said-${decision.id}`}
              checked={typed.value.said === said}
              onChange={() => change({ said })}
            />
            <span>{ANSWER_WORDS[said]}</span>
          </label>
        ))}
        {saidFault !== undefined && (
          <span class="fault" role="alert">
            {saidFault}
          </span>
        )}
      </fieldset>
      <Field label="Their words" optional fault={fault('words-too-long')}>
        <textarea
          class="input"
          rows={2}
          value={typed.value.words}
          onInput={(given) => change({ words: given.currentTarget.value })}
        />
      </Field>
      <Field label="When" fault={fault('when-unknown', 'when-ahead')}>
        <input
          class="input"
          type="datetime-local"
          value={typed.value.at}
          onInput={(given) => change({ at: given.currentTarget.value })}
        />
      </Field>
      <div class="actions">
        <button type="submit" class="btn primary" disabled={busy.value}>
          Save answer
        </button>
        <Button look="subtle" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
