import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import type { DecisionHistory } from '../../domain/agree/decision-history';
import { askedSoFar } from '../../domain/agree/waiting';
import type { InputRequest } from '../../domain/facts/decided/consulting';
import { decisionName } from '../../domain/facts/decided/decision';
import type { Loop } from '../../domain/loops/loop';
import { AskForm } from '../decisions/ask/AskForm';
import { Button } from '../parts/controls/Button';
import { createConsultState } from '../state/decide/consult';
import type { PaneState } from '../state/pane';
import { overdueStep } from '../words/decide/replies';
import { goToLoop } from './owed-lines';

interface NoAnswerProps {
  readonly state: PaneState;
  readonly loop: Loop;
}

const LOADING = <div class="skeleton" role="progressbar" aria-label="Loading" />;

/** Below the line: a question about a decision whose time is over, to be asked once more (12.4, 14.1 (5)), or decided. */
export function NoAnswerHere({ state, loop }: NoAnswerProps) {
  const consult = useMemo(() => createConsultState(state), [state]);
  const { loops } = state.view.value;
  useEffect(() => {
    void consult.load();
  }, [consult, loops]);
  const history = consult.histories.value.find(({ decision }) => decision.id === loop.decisions[0]?.id);
  const request = history?.asked.find((one) => one.request.mailKey === loop.holds[0]?.id)?.request;
  if (!consult.ready.value) return LOADING;
  return history === undefined || request === undefined ? null : (
    <Overdue {...{ state, loop, history, request }} />
  );
}

interface OverdueProps extends NoAnswerProps {
  readonly history: DecisionHistory;
  readonly request: InputRequest;
}

function Overdue({ state, loop, history, request }: OverdueProps) {
  const asking = useSignal(false);
  const { person } = request;
  const { decision } = history;
  if (asking.value)
    return (
      <AskForm
        {...{ state, decision, person }}
        onDone={() => {
          asking.value = false;
        }}
      />
    );
  return (
    <>
      <p>{overdueStep({ history, request })}</p>
      <div class="actions">
        {askedSoFar(history, person).mayAgain && (
          <Button
            small
            label={`Ask once more: ${decisionName(decision)}`}
            onPress={() => {
              asking.value = true;
            }}
          >
            Ask once more
          </Button>
        )}
        <Button small onPress={() => goToLoop(state, loop)}>
          Open {decisionName(decision)}
        </Button>
      </div>
    </>
  );
}
