import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import { Mark } from '../parts/Mark';
import type { PaneState } from '../state/pane';
import type { Together } from './days-together';
import type { Owed } from './use-owed';

interface AllMetProps extends Together {
  readonly state: PaneState;
  readonly owed: Owed;
  /** The line in which it stands. */
  readonly first: string;
}

/** Several days of one meeting, answered in one go. It keeps its place while the days are answered one by one. */
export function AllMet({ state, owed, first, days, left }: AllMetProps) {
  const busy = useSignal(false);
  const alone = async (act: () => Promise<unknown>) => {
    if (busy.peek()) return;
    busy.value = true;
    await act();
    busy.value = false;
  };
  const row = useRef<HTMLDivElement>(null);
  /** In px: no lower than a small button with its room. */
  const height = useRef(32);
  // What it says and offers is shorter once it is done; what stands below stays where it is.
  if (row.current !== null) height.current = Math.max(height.current, row.current.offsetHeight);
  const entered = owed.enteredInOneGo(first).length;
  const isOver = left.length === 0;
  const title = state.view.value.kept.length > 1 ? ` of ${days[0]?.loop.title}` : '';
  return (
    <div class="all-met" ref={row} style={{ minHeight: `${height.current}px` }}>
      <p class="hint" role={entered > 0 ? 'status' : undefined}>
        {isOver
          ? entered > 0
            ? `${countOf(entered)} noted as planned.`
            : 'All of them are answered.'
          : `${countOf(left.length)}${title}`}
      </p>
      {entered > 0 ? (
        <Button
          look="subtle"
          small
          label={`Undo: ${countOf(entered)} noted as planned`}
          onPress={() => alone(() => owed.undoAll(first))}
        >
          Undo
        </Button>
      ) : (
        !isOver && (
          <button
            type="button"
            class="btn outline small saying"
            aria-disabled={busy.value || undefined}
            onClick={() => void alone(() => owed.weMet(first, left))}
          >
            <Mark name="met" />
            All as planned: we met
          </button>
        )
      )}
    </div>
  );
}

const countOf = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
