import { signal } from '@preact/signals';

import type { Result } from '../../domain/result';
import type { PaneState } from './pane';

/** Saving what a form holds, once at a time: what the log cannot take stays as faults, what it took is handed on. */
export function createSaving<Fault>(pane: PaneState) {
  const busy = signal(false);
  const faults = signal<readonly Fault[]>([]);
  return {
    busy,
    faults,
    save: async <Value>(
      act: () => Promise<Result<Value, readonly Fault[]>>,
      onSaved: (made: Value) => void,
    ): Promise<void> => {
      if (busy.peek()) return;
      busy.value = true;
      const answer = await pane.attempt(act);
      busy.value = false;
      if (answer === null) return;
      faults.value = answer.ok ? [] : answer.fault;
      if (answer.ok) onSaved(answer.value);
    },
  };
}
