import type { DecisionFault } from '../../domain/facts/decided/decision';
import {
  DETAIL_FAULTS,
  type DecisionOption,
  type Impact,
  OPTION_MAX,
} from '../../domain/facts/decided/decision-detail';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Fold } from '../parts/controls/Fold';
import { Fault } from '../parts/controls/Form';
import { TextLine } from '../parts/controls/inputs';
import type { DecisionState } from '../state/decide/decisions';
import { People } from './People';

type FaultOf = (...kinds: readonly DecisionFault[]) => string | undefined;

interface MoreFieldsProps {
  readonly form: DecisionState;
  readonly fault: FaultOf;
}

const BLANK: DecisionOption = { option: '', notChosen: '' };
const NO_IMPACT: Impact = { people: '', money: '', dates: '' };

/** What a decision can say beyond the simple fields; opens by itself where something in it has to be mended. */
export function MoreFields({ form, fault }: MoreFieldsProps) {
  const draft = form.draft.value;
  const { responsible = [], consulted = [] } = draft;
  return (
    <Fold look="more" name="More" open={fault(...DETAIL_FAULTS) !== undefined || undefined}>
      <div class="more-fields">
        <Options form={form} fault={fault} />
        <Impacts form={form} fault={fault} />
        <People
          legend="Who does it"
          people={form.near}
          elsewhere={form.elsewhere.value}
          chosen={responsible}
          onChoose={(chosen) => form.change({ responsible: chosen })}
        />
        <People
          legend="Who was heard before"
          people={form.others}
          elsewhere={form.elsewhere.value}
          chosen={consulted}
          onChoose={(chosen) => form.change({ consulted: chosen })}
        />
        <div class="two roomy">
          <Field label="Easy to undo until" optional fault={fault('undo-unknown', 'undo-past')}>
            <TextLine
              type="date"
              value={draft.undoUntil ?? ''}
              onSet={(undoUntil) => form.change({ undoUntil })}
            />
          </Field>
          <Field label="Look at it again on" optional fault={fault('revisit-unknown', 'revisit-past')}>
            <TextLine
              type="date"
              value={draft.revisitOn ?? ''}
              onSet={(revisitOn) => form.change({ revisitOn })}
            />
          </Field>
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={draft.proposed === true}
            onChange={(changed) => form.change({ proposed: changed.currentTarget.checked })}
          />
          <span>Not decided yet: somebody is asked first</span>
        </label>
      </div>
    </Fold>
  );
}

function Options({ form, fault }: MoreFieldsProps) {
  const given = form.draft.value.options ?? [];
  const rows = given.length === 0 ? [BLANK] : given;
  const change = (at: number, part: Partial<DecisionOption>) =>
    form.change({ options: rows.map((row, index) => (index === at ? { ...row, ...part } : row)) });
  const wrong = fault('too-many-options', 'option-missing', 'option-too-long');
  return (
    <fieldset class="option-rows">
      <legend>Other options</legend>
      {rows.map((row, at) => (
        <div class="two" key={at}>
          <TextLine
            aria-label={`Option ${at + 1}`}
            placeholder="Option"
            value={row.option}
            onSet={(option) => change(at, { option })}
          />
          <TextLine
            aria-label={`Why not option ${at + 1}`}
            placeholder="Why not"
            value={row.notChosen}
            onSet={(notChosen) => change(at, { notChosen })}
          />
        </div>
      ))}
      <Fault>{wrong}</Fault>
      <div>
        <Button look="link" onPress={() => form.change({ options: [...rows, BLANK] })}>
          Another option
        </Button>
      </div>
    </fieldset>
  );
}

const IMPACTS = [
  ['people', 'Impact on people'],
  ['money', 'Money'],
  ['dates', 'Dates'],
] as const;

function Impacts({ form, fault }: MoreFieldsProps) {
  const impact = form.draft.value.impact ?? NO_IMPACT;
  const wrong = fault('impact-too-long');
  return (
    <>
      {IMPACTS.map(([name, label]) => (
        <Field key={name} label={label} optional fault={impact[name].length > OPTION_MAX ? wrong : undefined}>
          <TextLine
            value={impact[name]}
            onSet={(typed) => form.change({ impact: { ...impact, [name]: typed } })}
          />
        </Field>
      ))}
    </>
  );
}
