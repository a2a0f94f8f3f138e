import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { PaneState } from '../pane';

/** Whether the owner has the same log on all their Outlooks, by way of their OneDrive; false until that is known. */
export function useRoams(state: PaneState): boolean {
  const roams = useSignal(false);
  useEffect(() => {
    let stop = () => {};
    let left = false;
    void state.actions.roaming().then(
      (actions) => {
        if (left) return;
        stop = actions.watch(({ on }) => {
          roams.value = on;
        });
      },
      () => undefined,
    );
    return () => {
      left = true;
      stop();
    };
  }, [state]);
  return roams.value;
}
