import { useSignal } from '@preact/signals';

import { lastDone } from '../../domain/facts/entered/gesture';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { Button } from '../parts/controls/Button';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';

const RecordNote = lazily(() => import('../letters/RecordNote').then((part) => part.RecordNote));

interface TellThemProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** "I keep this record": whether the people concerned have been told, and a ready note. */
export function TellThem({ state, lineage }: TellThemProps) {
  const open = useSignal(false);
  const told = lastDone(state.view.value.gestures ?? [], 'told-of-record');
  return (
    <div class="tell-them">
      <p class="hint">
        {told === null
          ? 'You have not noted yet that you told the others about this log.'
          : `You told the others about this log on ${state.time.value.longDay(told)}.`}
      </p>
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
