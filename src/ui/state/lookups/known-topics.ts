import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { decisionHistories } from '../../../domain/agree/decision-history';
import { topicNames } from '../../../domain/agree/topic-names';
import { type Topic, topicsIn } from '../../../domain/agree/topics';
import type { PaneState } from '../pane';

/** All topics of the log, read again whenever its lineage changed; [] until they are there. */
export function useKnownTopics(state: PaneState): readonly Topic[] {
  const found = useSignal<readonly Topic[]>([]);
  const lineage = state.lineage.value;
  useEffect(() => {
    let wanted = true;
    void state
      .lookUp(async () => {
        const entries = await (await state.actions.consult()).entries();
        const histories = decisionHistories(entries, state.now.peek());
        return topicsIn(entries, histories, topicNames(entries));
      })
      .then((read) => {
        if (wanted && read !== null) found.value = read;
      });
    return () => {
      wanted = false;
    };
  }, [state, lineage]);
  return found.value;
}
