import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { WholeRecord } from '../../../domain/tell/whole-record';
import type { PaneState } from '../pane';

/**
 * What the log holds, read again whenever the view changed; null until it is there. Not read at all while nobody
 * wants it.
 */
export function useWholeRecord(state: PaneState, reach: 'here' | 'all' | null): WholeRecord | null {
  const record = useSignal<WholeRecord | null>(null);
  const { lineage, decisions, recaps, gestures } = state.view.value;
  useEffect(() => {
    if (reach === null) return undefined;
    let wanted = true;
    void state
      .lookUp(async () => (await state.actions.letters()).record(reach))
      .then((read) => {
        if (wanted && read !== null) record.value = read;
      });
    return () => {
      wanted = false;
    };
  }, [state, reach, lineage, decisions, recaps, gestures]);
  return record.value;
}
