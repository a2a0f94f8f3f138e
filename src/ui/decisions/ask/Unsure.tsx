import './inset.css';

import type { InputRequest } from '../../../domain/facts/decided/consulting';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';
import { nameOf } from '../../words/names';

interface UnsureProps {
  readonly state: PaneState;
  readonly request: InputRequest;
}

/** A mail whose end was never noted: looked up, sent or thrown away, and only by a click. */
export function Unsure({ state, request }: UnsureProps) {
  const settle = (does: 'look' | 'send' | 'discard') =>
    state.attempt(async () => (await state.actions.consult()).settleRequest(request, does));
  return (
    <div class="inset before-decided">
      <p role="status">
        A question to {nameOf(request.person)} was on its way when the pane was closed or the connection
        broke. It may have gone; nothing is sent again unless you say so.
      </p>
      <div class="actions">
        <Button small onPress={() => settle('look')}>
          Look again
        </Button>
        <Button small onPress={() => settle('send')}>
          Send it now
        </Button>
        <Button look="subtle" small onPress={() => settle('discard')}>
          Discard
        </Button>
      </div>
    </div>
  );
}
