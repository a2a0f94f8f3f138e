import './person.css';

import type { Decision } from '../../domain/facts/decided/decision';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { ownSide } from '../../domain/measure/measures-of-person';
import type { WholeRecord } from '../../domain/tell/whole-record';
import { CountedList } from '../parts/counted/CountedList';
import type { PaneState } from '../state/pane';
import { ownItems } from './own-items';

interface OwnCountsProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  /** Those that stand. */
  readonly decisions: readonly Decision[];
  readonly record: WholeRecord;
}

/** The owner of the log by the same rules as everybody else. */
export function OwnCounts({ state, lineage, decisions, record }: OwnCountsProps) {
  const side = ownSide(lineage, decisions, record.recaps, { ...record, now: state.now.value });
  return (
    <div class="person-view">
      <p class="hint">What this log says about you, by the same rules as about everybody.</p>
      <CountedList state={state} items={ownItems(side, state.time.value)} label="Your side" />
    </div>
  );
}
