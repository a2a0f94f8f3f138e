import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { LazyFold } from '../../parts/controls/LazyFold';
import { lazily } from '../../parts/Lazy';
import type { PaneState } from '../../state/pane';

const Marks = lazily(() => import('./Marks').then((part) => part.Marks));

interface TimeAwayProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** When somebody is away, marked by hand; folded until it is wanted. */
export const TimeAway = ({ state, lineage }: TimeAwayProps) => (
  <LazyFold look="your-side" name={<h2>Time away</h2>}>
    <Marks key={lineage.id} state={state} />
  </LazyFold>
);
