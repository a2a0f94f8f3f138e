import { overdueAmong } from '../../../domain/agree/waiting';
import { Replies } from '../../decisions/Replies';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';
import { overdueStep, overdueWords } from '../../words/decide/replies';

/** What came of the questions of this meeting: replies that wait to be noted, and times that went by without one. */
export function Waiting({ state }: { readonly state: PaneState }) {
  const { waiting = [] } = state.view.value;
  return (
    <>
      <Replies state={state} histories={waiting} />
      {overdueAmong(waiting, state.now.value).map((one) => (
        <p class="also-open" key={one.history.decision.id}>
          {overdueWords(one)} {overdueStep(one)}{' '}
          <Button
            look="link"
            onPress={() => {
              state.wanted.value = one.history.decision.id;
              state.openTab('Decisions');
            }}
          >
            Go to the decision
          </Button>
        </p>
      ))}
    </>
  );
}
