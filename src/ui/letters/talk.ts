import type { Decision } from '../../domain/facts/decided/decision';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { WholeRecord } from '../../domain/tell/whole-record';
import type { PaneState } from '../state/pane';

/** What every part of "For the next conversation" is given. */
export interface TalkProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly person: Person;
  readonly record: WholeRecord;
  /** Those of all meetings that stand: what is only proposed, held or replaced has nothing to be told. */
  readonly decisions: readonly Decision[];
  /** Folds it again. */
  readonly onDone: () => void;
}
