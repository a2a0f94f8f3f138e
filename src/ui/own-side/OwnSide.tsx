import './person.css';

import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { ownSide } from '../../domain/measure/measures-of-person';
import { CountedList } from '../parts/counted/CountedList';
import { useWholeRecord } from '../state/lookups/whole-record';
import type { PaneState } from '../state/pane';
import { ownItems } from './own-items';

interface OwnSideProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** The owner of the log by the same rules as everybody else. */
export function OwnSide({ state, lineage }: OwnSideProps) {
  const { decisions, recaps } = state.view.value;
  const record = useWholeRecord(state, 'here');
  // Who should have heard, and who was asked, is said when it is known.
  if (record === null) return <div class="skeleton" role="progressbar" aria-label="Loading" />;
  const side = ownSide(lineage, decisions, recaps, { ...record, now: state.now.value });
  return (
    <div class="person-view">
      <p class="hint">What this log says about you, by the same rules as about everybody.</p>
      <CountedList state={state} items={ownItems(side, state.time.value)} label="Your side" />
    </div>
  );
}
