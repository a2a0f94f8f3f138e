import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import type { DecisionHistory } from '../../domain/agree/decision-history';
import { askedSoFar } from '../../domain/agree/waiting';
import type { InputRequest } from '../../domain/facts/decided/consulting';
import { decisionName } from '../../domain/facts/decided/decision';
import { isSamePerson } from '../../domain/facts/things/person';
import { aboutPoint, type Loop } from '../../domain/loops/loop';
import { AskForm } from '../decisions/ask/AskForm';
import { Button } from '../parts/controls/Button';
import { OnceMore } from '../points/OnceMore';
import { createConsultState } from '../state/decide/consult';
import type { PaneState } from '../state/pane';
import { createPointsState } from '../state/points/points';
import { overdueStep } from '../words/decide/replies';
import { pointWords } from '../words/points';
import { goToLoop, type Noted } from './owed-lines';

interface NoAnswerProps {
  readonly state: PaneState;
  readonly loop: Loop;
  readonly onNote: (act: () => Promise<Noted>) => Promise<void>;
}

const LOADING = <div class="skeleton" role="progressbar" aria-label="Loading" />;

/** Below the line: a question whose time is over, to be asked once more, or settled otherwise (12.4, 14.1 (5)). */
export const NoAnswerHere = ({ state, loop, onNote }: NoAnswerProps) =>
  loop.decisions.length === 0 ? (
    <PointHere {...{ state, loop, onNote }} />
  ) : (
    <DecisionHere {...{ state, loop }} />
  );

function DecisionHere({ state, loop }: Omit<NoAnswerProps, 'onNote'>) {
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

interface OverdueProps extends Omit<NoAnswerProps, 'onNote'> {
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

function PointHere({ state, loop, onNote }: NoAnswerProps) {
  const points = useMemo(() => createPointsState(state), [state]);
  const { loops } = state.view.value;
  const now = state.now.value;
  useEffect(() => {
    void points.load();
  }, [points, loops]);
  const histories = points.histories.value;
  if (histories === null) return LOADING;
  const taken = loop.holds.flatMap(({ takes }) => takes);
  const history = histories.find(({ point }) => taken.includes(aboutPoint(point.id)));
  const [person] = loop.people;
  if (history === undefined || person === undefined) return null;
  const { point, name } = history;
  const answered = async () => {
    const word = { step: 'answered', occurrence: null, words: '' } as const;
    const noted = await (await state.actions.points()).note(point, word);
    return noted.ok ? noted.value : null;
  };
  return (
    <>
      <p>{point.text}</p>
      <p class="hint">{pointWords(history, state.time.value, now)}</p>
      <OnceMore
        {...{ state, points, name }}
        letters={points.onceMore.value.filter(
          (one) => one.point === point.id && isSamePerson(one.to, person),
        )}
      />
      <div class="actions">
        <Button small onPress={() => onNote(answered)}>
          Answered
        </Button>
      </div>
    </>
  );
}
