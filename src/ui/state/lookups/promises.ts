import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { type PromiseHistory, promiseHistories } from '../../../domain/promises/promise-history';
import type { PaneState } from '../pane';

/** All promises of the log, read again whenever the view changed; null until they are there. */
export function usePromises(state: PaneState): readonly PromiseHistory[] | null {
  const found = useSignal<readonly PromiseHistory[] | null>(null);
  const view = state.view.value;
  useEffect(() => {
    let wanted = true;
    void state
      .lookUp(async () => promiseHistories(await (await state.actions.points()).entries()))
      .then((read) => {
        if (wanted && read !== null) found.value = read;
      });
    return () => {
      wanted = false;
    };
  }, [state, view]);
  return found.value;
}
