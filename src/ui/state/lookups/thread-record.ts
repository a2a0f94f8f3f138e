import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { ThreadRecord } from '../../../domain/tell/thread/thread-record';
import type { PaneState } from '../pane';

/** What the log holds about a topic, read again whenever the view changed; undefined until it is there. */
export function useThread(state: PaneState, topic: string): ThreadRecord | null | undefined {
  const record = useSignal<ThreadRecord | null | undefined>(undefined);
  const view = state.view.value;
  useEffect(() => {
    let wanted = true;
    void state
      .lookUp(async () => ({ read: await (await state.actions.consult()).thread(topic) }))
      .then((found) => {
        if (wanted && found !== null) record.value = found.read;
      });
    return () => {
      wanted = false;
    };
  }, [state, topic, view]);
  return record.value;
}
