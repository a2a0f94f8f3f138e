import { useMemo } from 'preact/hooks';

import {
  type Agreement,
  type AgreementFault,
  LEVELS,
  type Level,
  type Silence,
} from '../../domain/facts/agreement';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { type AgreementState, createAgreementState } from '../state/agreement';
import { peopleOf } from '../state/decisions';
import type { PaneState } from '../state/pane';
import { AGREEMENT_FAULT_WORDS } from '../words/decision-faults';
import { LEVEL_WORDS, nameOf } from '../words/decisions';

interface AgreementFormProps {
  readonly state: PaneState;
  /** The version it changes; null: the first with somebody. */
  readonly before: Agreement | null;
  readonly onSaved: (made: Agreement) => void;
  readonly onClose: () => void;
}

type FaultAt = (row: number | null, ...kinds: readonly AgreementFault['kind'][]) => string | undefined;

/** Topic by topic how far somebody is asked; a proposal until they said so themselves. */
export function AgreementForm({ state, before, onSaved, onClose }: AgreementFormProps) {
  const form = useMemo(() => createAgreementState(state, before, onSaved), [before]);
  const draft = form.draft.value;
  const fault: FaultAt = (row, ...kinds) => {
    const found = form.faults.value.find((one) => one.row === row && kinds.includes(one.kind));
    return found === undefined ? undefined : AGREEMENT_FAULT_WORDS[found.kind];
  };
  const own = state.scene.value.owner?.key;
  const people = peopleOf(state, state.chosen.value?.key ?? null).filter(({ key }) => key !== own);
  const known = draft.person === null || people.some(({ key }) => key === draft.person?.key);
  const choices = known || draft.person === null ? people : [...people, draft.person];
  const wrong = fault(null, 'topics-missing', 'too-many-topics');
  return (
    <form
      class="decision-form"
      aria-label="Propose an agreement"
      noValidate
      onSubmit={(sent) => {
        sent.preventDefault();
        void form.save();
      }}
    >
      <Field label="With" fault={fault(null, 'person-missing')}>
        <select
          class="input"
          value={draft.person?.key ?? ''}
          disabled={before !== null}
          onChange={(changed) => {
            const key = changed.currentTarget.value;
            form.change({ person: choices.find((one) => one.key === key) ?? null });
          }}
        >
          <option value="">Choose…</option>
          {choices.map((person) => (
            <option key={person.key} value={person.key}>
              {nameOf(person)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset class="topic-rows">
        <legend>Topics</legend>
        {draft.topics.map((_, at) => (
          <TopicRow key={at} form={form} at={at} fault={fault} />
        ))}
        {wrong !== undefined && (
          <span class="fault" role="alert">
            {wrong}
          </span>
        )}
      </fieldset>
      <div class="two">
        <Field label="Working days to answer" fault={fault(null, 'days-out-of-range')}>
          <input
            class="input"
            type="number"
            min={1}
            max={30}
            value={draft.answerDays}
            onInput={(typed) => form.change({ answerDays: typed.currentTarget.value })}
          />
        </Field>
        <Field label="If I hear nothing">
          <select
            class="input"
            value={draft.silence}
            onChange={(changed) => form.change({ silence: changed.currentTarget.value as Silence })}
          >
            <option value="hold">I wait</option>
            <option value="go-ahead">I go ahead</option>
          </select>
        </Field>
        <Field label="Where to reach them" optional fault={fault(null, 'reach-too-long')}>
          <input
            class="input"
            type="text"
            value={draft.reachAt}
            onInput={(typed) => form.change({ reachAt: typed.currentTarget.value })}
          />
        </Field>
        <Field label="Their time zone" optional fault={fault(null, 'zone-unknown')}>
          <input
            class="input"
            type="text"
            placeholder="America/New_York"
            value={draft.zone}
            onInput={(typed) => form.change({ zone: typed.currentTarget.value })}
          />
        </Field>
      </div>
      <p class="hint">What you decide together waits for them, whatever is said here.</p>
      <div class="actions">
        <button type="submit" class="btn primary" disabled={form.busy.value}>
          Save proposal
        </button>
        <Button look="subtle" onPress={onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}

interface TopicRowProps {
  readonly form: AgreementState;
  readonly at: number;
  readonly fault: FaultAt;
}

function TopicRow({ form, at, fault }: TopicRowProps) {
  const row = form.draft.value.topics[at];
  if (row === undefined) return null;
  const wrong = fault(at, 'topic-missing', 'topic-twice', 'topic-too-long', 'examples-too-long');
  const mark = wrong === undefined ? {} : { 'aria-invalid': true };
  return (
    <div class="topic-row">
      <div class="two">
        <input
          class="input"
          type="text"
          aria-label={`Topic ${at + 1}`}
          placeholder="Topic"
          value={row.topic}
          {...mark}
          onInput={(typed) => form.changeTopic(at, { topic: typed.currentTarget.value })}
        />
        <input
          class="input"
          type="text"
          aria-label={`Examples ${at + 1}`}
          placeholder="For example"
          value={row.examples}
          onInput={(typed) => form.changeTopic(at, { examples: typed.currentTarget.value })}
        />
      </div>
      <select
        class="input"
        aria-label={`Level ${at + 1}`}
        value={row.level}
        onChange={(changed) => form.changeTopic(at, { level: changed.currentTarget.value as Level })}
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {LEVEL_WORDS[level]}
          </option>
        ))}
      </select>
      {wrong !== undefined && (
        <span class="fault" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
