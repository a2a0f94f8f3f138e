import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { Person } from '../../../domain/facts/things/person';
import type { PersonRecord } from '../../../domain/tell/whole-record';
import type { PaneState } from '../pane';

/**
 * What the log holds about somebody over all meetings, read again whenever the view changed, here or in another pane; null
 * until it is there. Where they were erased meanwhile, nothing of them stays.
 */
export function usePersonRecord(state: PaneState, person: Person, onErased: () => void): PersonRecord | null {
  const record = useSignal<PersonRecord | null>(null);
  const { lineage, decisions, recaps, gestures, loops } = state.view.value;
  useEffect(() => {
    let wanted = true;
    void state
      .lookUp(async () => ({ read: await (await state.actions.letters()).recordWith(person) }))
      .then((found) => {
        if (!wanted || found === null) return;
        record.value = found.read;
        if (found.read === null) onErased();
      });
    return () => {
      wanted = false;
    };
  }, [state, person.key, lineage, decisions, recaps, gestures, loops]);
  return record.value;
}
