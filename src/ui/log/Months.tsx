import '../letters/letters.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { LookBack } from '../../domain/facts/entered/look-back';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { monthsOf, notRecordedIn, spanOfMonth } from '../../domain/measure/months';
import { EarnedTrust } from '../agreements/EarnedTrust';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Fold } from '../parts/controls/Fold';
import { Choice, TextBox } from '../parts/controls/inputs';
import { addIcon } from '../parts/icons/icons';
import { createMonthState, type MonthState, NOTE_NAMES, NOTES } from '../state/month';
import type { PaneState } from '../state/pane';
import { frozenWords, LOOK_BACK_FAULT_WORDS, monthWords } from '../words/decide/look-back';

interface MonthsProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** Months looked back on, each with its numbers as they were then; and one more, when it is time. */
export function Months({ state, lineage }: MonthsProps) {
  const form = useMemo(() => createMonthState(state, lineage.id), [state, lineage.id]);
  const { lookBacks = [] } = state.view.value;
  const zone = state.zone.value;
  const months = monthsOf(lineage, zone, state.now.value);
  const past = [...lookBacks].sort((a, b) => b.recordedAt - a.recordedAt);
  if (months.length === 0 && past.length === 0) return null;
  return (
    <section class="months" aria-labelledby="months-title">
      <div class="head-row">
        <h2 id="months-title">Months looked back on</h2>
        {months.length > 0 && (
          <Button
            small
            icon={addIcon}
            expanded={form.open.value}
            onPress={() => void form.toggle(months[0] ?? '')}
          >
            Look back on a month
          </Button>
        )}
      </div>
      {form.open.value && (
        <MonthForm form={form} months={months} lineage={lineage} zone={zone}>
          <EarnedTrust state={state} lineage={lineage} />
        </MonthForm>
      )}
      {past.length === 0 && !form.open.value && (
        <p class="hint">
          Once a month: what to keep, drop or delegate. The numbers are frozen with it, so that later changes
          of rules do not change them.
        </p>
      )}
      <ul class="rows">
        {past.map((one) => (
          <Past key={one.id} state={state} one={one} />
        ))}
      </ul>
    </section>
  );
}

interface MonthFormProps {
  readonly form: MonthState;
  readonly months: readonly string[];
  readonly lineage: JudgedLineage;
  readonly zone: string;
  readonly children: ComponentChildren;
}

function MonthForm({ form, months, lineage, zone, children }: MonthFormProps) {
  const open = notRecordedIn(lineage, spanOfMonth(form.month.value, zone));
  return (
    <div class="card">
      <Field
        label="Month"
        {...(open > 0 && { hint: `${open} not recorded; saying what happened there comes first.` })}
      >
        <Choice
          of={months.map((month) => [month, monthWords(month)])}
          value={form.month.value}
          onSet={form.choose}
        />
      </Field>
      {NOTES.map((name) => {
        const fault = form.faults.value.find((one) => one === `${name}-too-long`);
        return (
          <Field
            key={name}
            label={NOTE_NAMES[name]}
            optional
            fault={fault === undefined ? undefined : LOOK_BACK_FAULT_WORDS[fault]}
          >
            <TextBox value={form.notes.value[name]} onSet={(typed) => form.type(name, typed)} />
          </Field>
        );
      })}
      <div class="actions">
        <Button look="primary" busy={form.busy.value} onPress={form.freeze}>
          Freeze this month
        </Button>
      </div>
      {children}
    </div>
  );
}

/** Frozen: nothing of it is counted anew. */
function Past({ state, one }: { readonly state: PaneState; readonly one: LookBack }) {
  const intact = useSignal<boolean | null>(null);
  useEffect(() => {
    void state
      .lookUp(async () => (await state.actions.letters()).isIntact(one))
      .then((answer) => {
        intact.value = answer;
      });
  }, [state, one]);
  const time = state.time.value;
  const soFar = one.recordedAt < spanOfMonth(one.month, state.zone.value).end;
  return (
    <li>
      <Fold
        nameLook="row"
        name={
          <>
            <span class="row-name">
              {monthWords(one.month)}
              {soFar && <span class="quiet"> so far</span>}
            </span>
            <span class="row-words">frozen {time.day(one.recordedAt)}</span>
          </>
        }
      >
        <div class="month">
          <ul aria-label={`Numbers of ${monthWords(one.month)}`}>
            {one.numbers.map((number) => (
              <li key={number.name}>{frozenWords(number)}</li>
            ))}
          </ul>
          {NOTES.map((name) =>
            one[name] === '' ? null : (
              <p key={name}>
                <b>{NOTE_NAMES[name]}:</b> {one[name]}
              </p>
            ),
          )}
          <p class="hint">
            By the definitions, version {one.definitions}, and the rules of that day.{' '}
            {intact.value === false
              ? 'This has changed since it was frozen, or somebody was erased from it.'
              : `Seal ${one.hash.slice(0, 12)}.`}
          </p>
        </div>
      </Fold>
    </li>
  );
}
