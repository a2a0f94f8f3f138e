import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { PaneState } from '../pane';

/** For how many days rows about people are kept; null until that is known. */
export function useKeptDays(state: PaneState): number | null {
  const days = useSignal<number | null>(null);
  useEffect(() => {
    void state.lookUp(async () => {
      days.value = await (await state.actions.keeper()).retention();
    });
  }, [state, days]);
  return days.value;
}
