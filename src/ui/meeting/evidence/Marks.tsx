import './marks.css';

import { useMemo } from 'preact/hooks';

import { MARK_KINDS, type Mark } from '../../../domain/facts/log/mark';
import { Button } from '../../parts/controls/Button';
import { Field } from '../../parts/controls/Field';
import { Form } from '../../parts/controls/Form';
import { Choice, held, TextLine } from '../../parts/controls/inputs';
import { undoIcon } from '../../parts/icons/icons';
import { createMarksState, type MarksState } from '../../state/marks';
import type { PaneState } from '../../state/pane';
import { MARK_FAULTS, MARK_NAMES, markWords } from '../../words/keep/marks';
import { MARKS_HINT } from '../../words/keep/settings';

/** Marks that somebody is away, and a form to make one: whole days, for the owner as for everybody. */
export function Marks({ state }: { readonly state: PaneState }) {
  const marks = useMemo(() => createMarksState(state), [state]);
  return (
    <div class="marks">
      <p class="hint">{MARKS_HINT}</p>
      {marks.marks.value.length > 0 && (
        <ul class="rows" aria-label="Marked by hand">
          {marks.marks.value.map((mark) => (
            <Line key={mark.id} state={state} marks={marks} mark={mark} />
          ))}
        </ul>
      )}
      <MarkForm marks={marks} />
    </div>
  );
}

interface LineProps {
  readonly state: PaneState;
  readonly marks: MarksState;
  readonly mark: Mark;
}

function Line({ state, marks, mark }: LineProps) {
  const name = marks.people.value.find(({ key }) => key === mark.person)?.name ?? '';
  const words = markWords(mark, state.time.value);
  return (
    <li class="row mark-line">
      <span class="row-name">{name}</span>
      <span class="row-words">{words}</span>
      <Button
        look="subtle"
        small
        icon={undoIcon}
        label={`Take back: ${name}, ${words}`}
        disabled={marks.busy.value}
        onPress={() => marks.takeBack(mark)}
      />
    </li>
  );
}

function MarkForm({ marks }: { readonly marks: MarksState }) {
  const { who, kind, from, until, fault } = marks;
  return (
    <Form look="mark-form" name="Mark time away" onSave={marks.save}>
      <Field label="Who">
        <Choice of={marks.people.value.map(({ key, name }) => [key, name])} {...held(who)} />
      </Field>
      <Field label="What">
        <Choice of={MARK_KINDS.map((one) => [one, MARK_NAMES[one]])} {...held(kind)} />
      </Field>
      <Field label="First day">
        <TextLine type="date" value={from.value} onSet={marks.setFrom} />
      </Field>
      <Field label="Last day" fault={fault.value === null ? undefined : MARK_FAULTS[fault.value]}>
        <TextLine type="date" {...held(until)} />
      </Field>
      <div class="actions">
        <button type="submit" class="btn outline" disabled={marks.busy.value}>
          Mark
        </button>
      </div>
    </Form>
  );
}
