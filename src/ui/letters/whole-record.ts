import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { WholeRecord } from '../../domain/whole-record';
import type { PaneState } from '../state/pane';

/** Everything the log holds, read again whenever the scene changed; null until it is there. */
export function useWholeRecord(state: PaneState): WholeRecord | null {
  const record = useSignal<WholeRecord | null>(null);
  const { lineage, decisions, recaps, gestures } = state.scene.value;
  useEffect(() => {
    let wanted = true;
    void state
      .attempt(async () => (await state.desk.letters()).wholeLog())
      .then((read) => {
        if (wanted && read !== null) record.value = read;
      });
    return () => {
      wanted = false;
    };
  }, [state, lineage, decisions, recaps, gestures]);
  return record.value;
}
