import { useSignal } from '@preact/signals';

import type { JudgedLineage } from '../../domain/judge/judged';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';

const OwnSide = lazily(() => import('../person/OwnSide').then((part) => part.OwnSide));

interface YourSideProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What the same log says about its owner; folded until it is wanted. */
export function YourSide({ state, lineage }: YourSideProps) {
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
        <h2>Your side</h2>
      </summary>
      {open.value && <OwnSide state={state} lineage={lineage} />}
    </details>
  );
}
