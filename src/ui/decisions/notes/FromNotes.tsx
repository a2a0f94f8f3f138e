import '../ask/inset.css';
import './from-notes.css';

import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';

import { Button } from '../../parts/controls/Button';
import { Field } from '../../parts/controls/Field';
import { useFirstFocus } from '../../parts/controls/keep-focus';
import { LongWork } from '../../parts/long/LongWork';
import type { DecisionState } from '../../state/decide/decisions';
import type { PaneState } from '../../state/pane';
import { createNotesState, type NotesState } from '../../state/points/notes';
import { Candidates } from './Candidates';

interface FromNotesProps {
  readonly state: PaneState;
  readonly form: DecisionState;
  /** The quote is in the form: where one goes on. */
  readonly onTaken: () => void;
}

/** Literal quotes of notes or a transcript that may be decisions (16). Nothing is ticked, and nothing of the rest is kept. */
export function FromNotes({ state, form, onTaken }: FromNotesProps) {
  const notes = useMemo(() => createNotesState(state, form), [state, form]);
  const over = useSignal(false);
  const box = useRef<HTMLElement>(null);
  useFirstFocus(box);
  const lineage = state.lineage.value;
  const occurrence = lineage?.occurrences.find(({ key }) => key === form.draft.value.occurrence);
  const meeting = lineage === null || occurrence === undefined ? null : { lineage, occurrence };
  return (
    <section
      ref={box}
      class={over.value ? 'inset from-notes over' : 'inset from-notes'}
      aria-label="From notes or transcript"
      onDragOver={(dragged) => {
        dragged.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(dropped) => {
        dropped.preventDefault();
        over.value = false;
        const { files = [] } = dropped.dataTransfer ?? {};
        const text = dropped.dataTransfer?.getData('text/plain') ?? '';
        void (files.length > 0 ? notes.choose([...files]) : notes.paste(text));
      }}
    >
      <Given notes={notes} />
      <LongWork work={notes.work} said={notes.said.value} />
      {notes.shown.value.length > 0 && (
        <Candidates state={state} notes={notes} meeting={meeting} onTaken={onTaken} />
      )}
      {notes.hidden.value > 0 && (
        <Button look="link" onPress={notes.showMore}>
          More ({notes.hidden.value} that say less)
        </Button>
      )}
    </section>
  );
}

function Given({ notes }: { readonly notes: NotesState }) {
  return (
    <>
      <Field
        label="Paste here"
        hint="Notes, a recap or a transcript. It is read on this machine; only quotes that you take over are kept."
      >
        <textarea
          class="input"
          rows={3}
          spellcheck={false}
          onInput={(typed) => void notes.paste(typed.currentTarget.value)}
        />
      </Field>
      <Field
        label="File"
        hint=".vtt, .txt, .md or .docx; it can be dropped here, too."
        fault={notes.fault.value}
      >
        <input
          class="input file"
          type="file"
          accept=".vtt,.txt,.md,.docx,text/vtt,text/plain,text/markdown"
          onChange={({ currentTarget }) => {
            void notes.choose([...(currentTarget.files ?? [])]);
            // The same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </Field>
    </>
  );
}
