import { useSignal } from '@preact/signals';

import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { Button } from '../parts/controls/Button';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';
import { toldOfRecordWords } from '../words/keep/settings';

const RecordNote = lazily(() => import('../letters/RecordNote').then((part) => part.RecordNote));

interface TellThemProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** "I keep this record": whether the people concerned have been told, and a ready note. */
export function TellThem({ state, lineage }: TellThemProps) {
  const open = useSignal(false);
  return (
    <div class="tell-them">
      <p class="hint">{toldOfRecordWords(state.view.value.gestures ?? [], state.time.value)}</p>
      <Button
        expanded={open.value}
        onPress={() => {
          open.value = !open.value;
        }}
      >
        Note about this log
      </Button>
      {open.value && (
        <RecordNote
          state={state}
          lineage={lineage}
          onDone={() => {
            open.value = false;
          }}
        />
      )}
    </div>
  );
}
