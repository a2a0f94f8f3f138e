import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { useWholeRecord } from '../state/lookups/whole-record';
import type { PaneState } from '../state/pane';
import { OwnCounts } from './OwnCounts';

interface OwnSideProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** The owner's own side in the meeting on screen. */
export function OwnSide({ state, lineage }: OwnSideProps) {
  const record = useWholeRecord(state, 'here');
  // Who should have heard, and who was asked, is said when it is known.
  if (record === null) return <div class="skeleton" role="progressbar" aria-label="Loading" />;
  const { decisions, recaps } = state.view.value;
  return <OwnCounts state={state} lineage={lineage} decisions={decisions} record={{ ...record, recaps }} />;
}
