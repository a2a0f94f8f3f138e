import { Button } from '../parts/controls/Button';
import type { PointsState, SaidHere } from '../state/points/points';
import { SAID_OF_POINT } from '../words/points';

interface PointSaidProps {
  readonly points: PointsState;
  readonly said: SaidHere;
}

/** In the place of a point of which something was said: nobody is named in it, somebody may have been erased since. */
export const PointSaid = ({ points, said }: PointSaidProps) => (
  <div class="actions point-said">
    <span role="status">
      {said.history.name}: {SAID_OF_POINT[said.step]}
    </span>
    <Button
      look="subtle"
      small
      label={`Undo: ${said.history.name}`}
      disabled={points.busy.value}
      onPress={() => points.takeBack(said)}
    >
      Undo
    </Button>
  </div>
);
