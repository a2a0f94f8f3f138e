import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { otherClocks } from '../../../domain/judge/questions/other-clocks';
import type { PaneState } from '../../state/pane';
import { otherClockWords } from '../../words/other-clocks';

interface OtherClocksProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** A hint in the weeks in which clocks have changed in one place and not yet in the other. */
export function OtherClocks({ state, lineage }: OtherClocksProps) {
  const { owner } = state.view.value;
  const clocks = owner === null ? [] : otherClocks(lineage, owner, state.now.value);
  if (clocks.length === 0) return null;
  return (
    <p class="hint">
      {otherClockWords(lineage.title, clocks).join(' ')} Clocks do not change everywhere on the same day.
    </p>
  );
}
