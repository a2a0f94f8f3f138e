import { signal } from '@preact/signals';

import { checkedWords } from '../words/keep/damage';
import { createLongWork } from './long-work';
import type { PaneState } from './pane';

/** Looking through the whole log, and repairing what is damaged: offered in Settings, and where damage is shown. */
export function createChecking({ attempt, actions }: Pick<PaneState, 'attempt' | 'actions'>) {
  const work = createLongWork();
  const busy = signal(false);
  /** What came of it, in words. */
  const said = signal<string | null>(null);
  return {
    work,
    busy,
    said,
    check: async () => {
      busy.value = true;
      said.value = null;
      said.value = await attempt(() =>
        work.follow({ doing: 'Checking' }, async (watch) =>
          checkedWords(await (await actions.keeper()).check(watch)),
        ),
      );
      busy.value = false;
    },
  };
}
