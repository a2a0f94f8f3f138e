import type { Loop } from '../../domain/loops/loop';
import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import { doneOtherwise, returnedWords } from '../words/returned';
import { goToLoop, type Noted } from './owed-lines';

interface ReturnedHereProps {
  readonly state: PaneState;
  readonly loop: Loop;
  readonly onNote: (act: () => Promise<Noted>) => Promise<void>;
}

/** Below the line: a mail that did not reach its reader, and what can be done about it (14.1 (1)). */
export function ReturnedHere({ state, loop, onNote }: ReturnedHereProps) {
  const [held] = loop.holds;
  const settle = (does: 'told' | 'set-aside') => () =>
    onNote(async () => (await state.actions.consult()).settleReturned(held?.id ?? '', does));
  return (
    <>
      <p>{returnedWords(loop, state.time.value, state.now.value)}</p>
      <div class="actions">
        <Button small onPress={() => goToLoop(state, loop)}>
          Send it anew
        </Button>
        <Button small onPress={settle('told')}>
          {doneOtherwise(loop)}
        </Button>
        <Button look="subtle" small onPress={settle('set-aside')}>
          Set aside
        </Button>
      </div>
    </>
  );
}
