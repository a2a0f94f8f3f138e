import { Button } from '../../parts/controls/Button';
import type { AboutMeeting } from '../about';

/** 10.3: of a series that is not kept; nothing is lost when it is from now on. */
export const KeptInParts = ({ state, lineage }: AboutMeeting) => (
  <p class="also-open">
    {lineage.occurrences.length === 1
      ? 'Of its series only this one is kept.'
      : `Of its series only these ${lineage.occurrences.length} are kept.`}{' '}
    <Button
      look="link"
      busy={state.view.value.freshness.reading}
      onPress={() => state.attempt(() => state.actions.keepLog(lineage.id))}
    >
      Keep a log of this meeting
    </Button>
  </p>
);
