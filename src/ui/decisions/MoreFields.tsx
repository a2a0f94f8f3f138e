import type { DecisionFault } from '../../domain/facts/decision';
import type { DecisionOption, Impact } from '../../domain/facts/decision-detail';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import type { DecisionState } from '../state/decisions';
import { People } from './People';

export type FaultOf = (...kinds: readonly DecisionFault[]) => string | undefined;

interface MoreFieldsProps {
  readonly form: DecisionState;
  readonly fault: FaultOf;
}

const BLANK: DecisionOption = { option: '', notChosen: '' };
const NO_IMPACT: Impact = { people: '', money: '', dates: '' };
const MORE_FAULTS: readonly DecisionFault[] = [
  'too-many-options',
  'option-missing',
  'option-too-long',
  'impact-too-long',
  'revisit-unknown',
  'revisit-past',
  'undo-unknown',
  'undo-past',
];

/** What a decision can say beyond the simple fields; opens by itself where something in it has to be mended. */
export function MoreFields({ form, fault }: MoreFieldsProps) {
  const draft = form.draft.value;
  const { responsible = [], consulted = [] } = draft;
  return (
    <details class="fold more" open={fault(...MORE_FAULTS) !== undefined || undefined}>
      {/* Office.js walks by its own list of what Tab reaches, and a summary is not in it. */}
      <summary tabIndex={0}>More</summary>
      <div class="more-fields">
        <Options form={form} fault={fault} />
        <Impacts form={form} fault={fault} />
        <People
          legend="Who does it"
          people={form.people}
          chosen={responsible}
          onChoose={(chosen) => form.change({ responsible: chosen })}
        />
        {form.others.length > 0 && (
          <People
            legend="Who was heard before"
            people={form.others}
            chosen={consulted}
            onChoose={(chosen) => form.change({ consulted: chosen })}
          />
        )}
        <div class="two">
          <Field label="Easy to undo until" optional fault={fault('undo-unknown', 'undo-past')}>
            <input
              class="input"
              type="date"
              value={draft.undoUntil ?? ''}
              onInput={(typed) => form.change({ undoUntil: typed.currentTarget.value })}
            />
          </Field>
          <Field label="Look at it again on" optional fault={fault('revisit-unknown', 'revisit-past')}>
            <input
              class="input"
              type="date"
              value={draft.revisitOn ?? ''}
              onInput={(typed) => form.change({ revisitOn: typed.currentTarget.value })}
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
    </details>
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
          <input
            class="input"
            type="text"
            aria-label={`Option ${at + 1}`}
            placeholder="Option"
            value={row.option}
            onInput={(typed) => change(at, { option: typed.currentTarget.value })}
          />
          <input
            class="input"
            type="text"
            aria-label={`Why not option ${at + 1}`}
            placeholder="Why not"
            value={row.notChosen}
            onInput={(typed) => change(at, { notChosen: typed.currentTarget.value })}
          />
        </div>
      ))}
      {wrong !== undefined && (
        <span class="fault" role="alert">
          {wrong}
        </span>
      )}
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
        <Field key={name} label={label} optional fault={impact[name].length > 300 ? wrong : undefined}>
          <input
            class="input"
            type="text"
            value={impact[name]}
            onInput={(typed) => form.change({ impact: { ...impact, [name]: typed.currentTarget.value } })}
          />
        </Field>
      ))}
    </>
  );
}
