import './marks.css';

import { useMemo } from 'preact/hooks';

import { MARK_KINDS, type Mark, type MarkKind } from '../../domain/facts/mark';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { undoIcon } from '../parts/icons';
import { createMarksState, type MarksState } from '../state/marks';
import type { PaneState } from '../state/pane';
import { MARK_FAULTS, MARK_NAMES, markWords } from '../words/marks';

/** Marks that somebody is away, and a form to make one: whole days, for the owner as for everybody. */
export function Marks({ state }: { readonly state: PaneState }) {
  const marks = useMemo(() => createMarksState(state), [state]);
  return (
    <div class="marks">
      <p class="hint">
        Days that no calendar shows. A meeting on such a day is no absence, and counts in no number about that
        person.
      </p>
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
  const words = markWords(mark, state.zone.value, state.time.value);
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
    <form
      class="mark-form"
      aria-label="Mark time away"
      noValidate
      onSubmit={(sent) => {
        sent.preventDefault();
        void marks.save();
      }}
    >
      <Field label="Who">
        <select
          class="input"
          value={who.value}
          onChange={(changed) => {
            who.value = changed.currentTarget.value;
          }}
        >
          {marks.people.value.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="What">
        <select
          class="input"
          value={kind.value}
          onChange={(changed) => {
            kind.value = changed.currentTarget.value as MarkKind;
          }}
        >
          {MARK_KINDS.map((one) => (
            <option key={one} value={one}>
              {MARK_NAMES[one]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="First day">
        <input
          class="input"
          type="date"
          value={from.value}
          onInput={(typed) => marks.setFrom(typed.currentTarget.value)}
        />
      </Field>
      <Field label="Last day" fault={fault.value === null ? undefined : MARK_FAULTS[fault.value]}>
        <input
          class="input"
          type="date"
          value={until.value}
          onInput={(typed) => {
            until.value = typed.currentTarget.value;
          }}
        />
      </Field>
      <div class="actions">
        <button type="submit" class="btn outline" disabled={marks.busy.value}>
          Mark
        </button>
      </div>
    </form>
  );
}
