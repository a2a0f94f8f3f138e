import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { LazyFold } from '../../parts/controls/LazyFold';
import { lazily } from '../../parts/Lazy';
import type { PaneState } from '../../state/pane';

const OwnSide = lazily(() => import('../../own-side/OwnSide').then((part) => part.OwnSide));

interface YourSideProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What the same log says about its owner; folded until it is wanted. */
export const YourSide = ({ state, lineage }: YourSideProps) => (
  <LazyFold look="your-side" name={<h2>Your side</h2>}>
    <OwnSide state={state} lineage={lineage} />
  </LazyFold>
);
