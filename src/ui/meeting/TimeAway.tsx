import { useSignal } from '@preact/signals';

import type { JudgedLineage } from '../../domain/judge/judged';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';

const Marks = lazily(() => import('./Marks').then((part) => part.Marks));

interface TimeAwayProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** When somebody is away, marked by hand; folded until it is wanted. */
export function TimeAway({ state, lineage }: TimeAwayProps) {
  const open = useSignal(false);
  return (
    <details
      class="your-side fold"
      onToggle={(toggled) => {
        open.value = toggled.currentTarget.open;
      }}
    >
      {/* Office.js walks by its own list of what Tab reaches, and a summary is not in it. */}
      <summary tabIndex={0}>
        <h2>Time away</h2>
      </summary>
      {open.value && <Marks key={lineage.id} state={state} />}
    </details>
  );
}
