import type { JudgedLineage } from '../../domain/judged';
import { Button } from '../parts/Button';
import type { PaneState } from '../state/pane';

interface AlsoOpenProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What else waits for an answer: one quiet line, never a second question. */
export function AlsoOpen({ state, lineage }: AlsoOpenProps) {
  const chosen = state.chosen.value?.key;
  const open = lineage.occurrences.filter(({ questions, key }) => questions.length > 0 && key !== chosen);
  const latest = open.at(-1);
  if (latest === undefined) return null;
  const more = open.length - 1;
  return (
    <p class="also-open">
      <span>
        {state.time.value.day(latest.original.start)} has no record yet
        {more > 0 && `, and ${more} before it`}.
      </span>{' '}
      <Button look="link" onPress={() => state.choose(latest.key)}>
        Say what happened
      </Button>
    </p>
  );
}
