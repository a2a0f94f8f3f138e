import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import { useFocusWithin } from '../parts/controls/keep-focus';
import type { PaneState } from '../state/pane';
import type { PromisePlace } from '../state/points/promising';
import { PromiseForm } from './PromiseForm';

interface NotePromiseProps {
  readonly state: PaneState;
  readonly place: PromisePlace;
  /** Beside which of several it stands. */
  readonly about?: string;
}

/** The button that opens the form, and the way back from what it saved. */
export function NotePromise({ state, place, about }: NotePromiseProps) {
  const open = useSignal(false);
  const noted = useSignal<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useFocusWithin(box, open.value);
  const undo = async () => {
    const entry = noted.peek();
    if (entry !== null && (await state.attempt(() => state.actions.undo(entry))) !== null) noted.value = null;
  };
  return (
    <div ref={box}>
      {open.value ? (
        <PromiseForm
          state={state}
          place={place}
          onSaved={(entry) => {
            noted.value = entry;
            open.value = false;
          }}
          onClose={() => {
            open.value = false;
          }}
        />
      ) : (
        <div class="actions">
          <Button
            look="subtle"
            small
            {...(about === undefined ? {} : { label: `Note a promise: ${about}` })}
            onPress={() => {
              open.value = true;
            }}
          >
            Note a promise
          </Button>
          {noted.value !== null && (
            <>
              <span role="status">The promise is noted.</span>
              <Button look="subtle" small label="Undo: the promise" onPress={undo}>
                Undo
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
