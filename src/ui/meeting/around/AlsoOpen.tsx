import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { asksWhatHappened, type PaneState } from '../../state/pane';

interface AlsoOpenProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What else waits: one quiet line, never a second question. */
export function AlsoOpen({ state, lineage }: AlsoOpenProps) {
  const chosen = state.chosen.value?.key;
  const { untold } = state.view.value;
  const time = state.time.value;
  const open = lineage.occurrences.filter((one) => asksWhatHappened(one) && one.key !== chosen);
  const latest = open.at(-1);
  if (latest !== undefined) {
    const more = open.length - 1;
    return (
      <p class="also-open">
        {time.day(latest.original.start)} has no record yet{more > 0 && `, and ${more} before it`}.{' '}
        <Button look="link" onPress={() => state.choose(latest.key)}>
          Say what happened
        </Button>
      </p>
    );
  }
  const waits = lineage.occurrences.find(({ key }) => key === untold);
  if (waits === undefined || waits.key === chosen) return null;
  return (
    <p class="also-open">
      The recap of {time.day(waits.original.start)} has not gone yet.{' '}
      <Button look="link" onPress={() => state.choose(waits.key)}>
        Go to it
      </Button>
    </p>
  );
}
