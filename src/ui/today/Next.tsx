import { goToLoop } from '../loops/owed-lines';
import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import { pointsToRaise, syncWords } from '../words/loops';

/** The kept meetings of today and tomorrow; each opens with its history. */
export function Next({ state }: { readonly state: PaneState }) {
  const { syncs = [] } = state.view.value;
  if (syncs.length === 0) return null;
  return (
    <section class="today-beside" aria-labelledby="next-title">
      <h2 id="next-title">Next</h2>
      <ul class="plain">
        {syncs.map((sync) => (
          <li key={sync.occurrence}>
            <span class="quiet">{syncWords(sync, state.time.value, state.now.value)}</span>
            <Button look="link" onPress={() => goToLoop(state, sync)}>
              {sync.title === '' ? 'A meeting without a title' : sync.title}
            </Button>
            {sync.points > 0 && <span class="quiet">{pointsToRaise(sync.points)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
