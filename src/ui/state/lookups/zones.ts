import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { PersonKey } from '../../../domain/facts/things/person';
import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import type { Zone } from '../../../domain/time/time';
import type { PaneState } from '../pane';

/** Where the people of a meeting live, as far as anybody said so; null until that is read. */
export function useZones(state: PaneState, lineage: JudgedLineage): Readonly<Record<PersonKey, Zone>> | null {
  const zones = useSignal<Readonly<Record<PersonKey, Zone>> | null>(null);
  useEffect(() => {
    void state
      .lookUp(async () => (await state.actions.letters()).zones(lineage))
      .then((read) => {
        zones.value = read ?? zones.peek() ?? {};
      });
  }, [state, zones, lineage]);
  return zones.value;
}
