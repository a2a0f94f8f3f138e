import { isOutlookSeries } from '../../../domain/facts/things/occurrence';
import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { isReached } from '../../../domain/observe/reach';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';
import { KeptInParts } from './KeptInParts';

interface ReadBackProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What a log cannot know that was begun without Graph, and goes on without it. */
const WithoutCalendar = () => (
  <p class="also-open">
    Kept without the calendar, from what Outlook shows when you open an occurrence, and from what you note.
    There are no notices and no attendance reports in it, and what you did not open is not recorded.
  </p>
);

/** Where the history begins, and the way further back. */
export function ReadBack({ state, lineage }: ReadBackProps) {
  const { reach, freshness } = state.view.value;
  if (lineage.series.some(isOutlookSeries)) return <WithoutCalendar />;
  if (lineage.stopped) return null;
  if (lineage.inParts === true) return <KeptInParts state={state} lineage={lineage} />;
  // What takes place once reaches no further.
  if (reach == null || lineage.single === true) return null;
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
        <Button look="link" onPress={() => state.attempt(() => state.actions.readFurtherBack(lineage.id))}>
          Reach further back
        </Button>
      )}
      {reads && (
        <Button look="link" onPress={state.actions.stop}>
          Stop reading back
        </Button>
      )}
    </p>
  );
}
