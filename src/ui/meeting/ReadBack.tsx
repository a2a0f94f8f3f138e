import type { JudgedLineage } from '../../domain/judge/judged';
import { isReached } from '../../domain/observe/reach';
import { Button } from '../parts/Button';
import type { PaneState } from '../state/pane';

interface ReadBackProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** Where the history begins, and the way further back. */
export function ReadBack({ state, lineage }: ReadBackProps) {
  const { reach, freshness } = state.scene.value;
  if (reach == null || lineage.stopped) return null;
  const day = state.time.value.longDay;
  const onTheWay = !isReached(reach);
  const reads = onTheWay && freshness.reading;
  const from = onTheWay ? reach.readTo : reach.goal;
  return (
    <p class="also-open">
      <span role="status">
        {reads
          ? `Reading back: ${day(from)} so far, on the way to ${day(reach.goal)}.`
          : `The calendar was read back to ${day(from)}.`}
      </span>{' '}
      {!freshness.reading && (
        <Button look="link" onPress={() => state.attempt(() => state.desk.readFurtherBack(lineage.id))}>
          Reach further back
        </Button>
      )}
      {reads && (
        <Button look="link" onPress={state.desk.stop}>
          Stop reading back
        </Button>
      )}
    </p>
  );
}
