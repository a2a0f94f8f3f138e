import { useId, useMemo } from 'preact/hooks';

import {
  type Agreement,
  type AgreementFault,
  LEVELS,
  type Silence,
} from '../../domain/facts/decided/agreement';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import { Field } from '../parts/controls/Field';
import { Fault, Form, FormActions } from '../parts/controls/Form';
import { Choice, type Choices, TextLine } from '../parts/controls/inputs';
import { type AgreementState, createAgreementState } from '../state/decide/agreement';
import { peopleOf } from '../state/decide/at-hand';
import type { PaneState } from '../state/pane';
import { AGREEMENT_FAULT_WORDS } from '../words/decide/decision-faults';
import { LEVEL_WORDS } from '../words/decide/decisions';
import { byName } from '../words/names';

interface AgreementFormProps {
  readonly state: PaneState;
  /** The version it changes; null: the first with somebody. */
  readonly before: Agreement | null;
  /** With whom, where that was said before. */
  readonly person?: Person | null;
  /** With which meeting it is kept; absent: with the one on screen. */
  readonly series?: SeriesId;
  readonly onSaved: (made: Agreement) => void;
  readonly onClose: () => void;
}

const SILENCES: Choices<Silence> = [
  ['hold', 'I wait'],
  ['go-ahead', 'I go ahead'],
];

type FaultAt = (row: number | null, ...kinds: readonly AgreementFault['kind'][]) => string | undefined;

/** Topic by topic how far somebody is asked; a proposal until they said so themselves. */
export function AgreementForm(props: AgreementFormProps) {
  const { state, before, person = null, series, onSaved, onClose } = props;
  const form = useMemo(
    () => createAgreementState(state, { before, person, series }, onSaved),
    [before, person?.key, series],
  );
  const draft = form.draft.value;
  const list = useId();
  const fault: FaultAt = (row, ...kinds) => {
    const found = form.faults.value.find((one) => one.row === row && kinds.includes(one.kind));
    return found === undefined ? undefined : AGREEMENT_FAULT_WORDS[found.kind];
  };
  const own = state.view.value.owner?.key;
  const people = peopleOf(state, state.chosen.value?.key ?? null).filter(({ key }) => key !== own);
  const known = draft.person === null || people.some(({ key }) => key === draft.person?.key);
  const choices = known || draft.person === null ? people : [...people, draft.person];
  return (
    <Form name="Propose an agreement" onSave={form.save}>
      <Field label="With" fault={fault(null, 'person-missing')}>
        <Choice
          of={[['', 'Choose…'], ...byName(choices)]}
          value={draft.person?.key ?? ''}
          disabled={before !== null || person !== null}
          onSet={(key) => form.change({ person: choices.find((one) => one.key === key) ?? null })}
        />
      </Field>
      <fieldset class="topic-rows">
        <legend>Topics</legend>
        {draft.topics.map((_, at) => (
          <TopicRow key={at} form={form} at={at} fault={fault} list={list} />
        ))}
        <datalist id={list}>
          {form.suggested.value.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
        <Fault>{fault(null, 'topics-missing', 'too-many-topics')}</Fault>
      </fieldset>
      <div class="two roomy">
        <Field label="Working days to answer" fault={fault(null, 'days-out-of-range')}>
          <TextLine
            type="number"
            min={1}
            max={30}
            value={draft.answerDays}
            onSet={(answerDays) => form.change({ answerDays })}
          />
        </Field>
        <Field label="If I hear nothing">
          <Choice of={SILENCES} value={draft.silence} onSet={(silence) => form.change({ silence })} />
        </Field>
        <Field label="Where to reach them" optional fault={fault(null, 'reach-too-long')}>
          <TextLine value={draft.reachAt} onSet={(reachAt) => form.change({ reachAt })} />
        </Field>
        <Field label="Their time zone" optional fault={fault(null, 'zone-unknown')}>
          <TextLine
            placeholder="America/New_York"
            value={draft.zone}
            onSet={(zone) => form.change({ zone })}
          />
        </Field>
      </div>
      <p class="hint">What you decide together always waits for them.</p>
      <FormActions save="Save proposal" busy={form.busy.value} leave="Close" onLeave={onClose} />
    </Form>
  );
}

interface TopicRowProps {
  readonly form: AgreementState;
  readonly at: number;
  readonly fault: FaultAt;
  /** Topics of decisions so far. */
  readonly list: string;
}

function TopicRow({ form, at, fault, list }: TopicRowProps) {
  const row = form.draft.value.topics[at];
  if (row === undefined) return null;
  const wrong = fault(at, 'topic-missing', 'topic-twice', 'topic-too-long', 'examples-too-long');
  const mark = wrong === undefined ? {} : { 'aria-invalid': true };
  return (
    <div class="topic-row">
      <div class="two">
        <TextLine
          aria-label={`Topic ${at + 1}`}
          placeholder="Topic"
          list={list}
          value={row.topic}
          {...mark}
          onSet={(topic) => form.changeTopic(at, { topic })}
        />
        <TextLine
          aria-label={`Examples ${at + 1}`}
          placeholder="For example"
          value={row.examples}
          onSet={(examples) => form.changeTopic(at, { examples })}
        />
      </div>
      <Choice
        of={LEVELS.map((level) => [level, LEVEL_WORDS[level]])}
        aria-label={`Level ${at + 1}`}
        value={row.level}
        onSet={(level) => form.changeTopic(at, { level })}
      />
      {row.before !== undefined && <p class="hint">For a month; then “{LEVEL_WORDS[row.before]}”.</p>}
      <Fault>{wrong}</Fault>
    </div>
  );
}
