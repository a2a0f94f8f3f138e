import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import type { DecisionHistory } from '../../domain/agree/decision-history';
import { repliesAmong } from '../../domain/agree/waiting';
import type { Answer } from '../../domain/facts/decided/consulting';
import { decisionName } from '../../domain/facts/decided/decision';
import type { Loop } from '../../domain/loops/loop';
import { Reply } from '../decisions/Replies';
import { Button } from '../parts/controls/Button';
import { lazily } from '../parts/Lazy';
import { createConsultState } from '../state/decide/consult';
import type { PaneState } from '../state/pane';
import { answeredInWords } from '../words/decide/replies';
import { firstNameOf } from '../words/names';
import { NoAnswerHere } from './NoAnswerHere';
import { goToLoop, type Noted } from './owed-lines';
import { PromiseHere } from './PromiseHere';
import { ReturnedHere } from './ReturnedHere';

const OfferTalk = lazily(() => import('../letters/OfferTalk').then((part) => part.OfferTalk));

interface ReadHereProps {
  readonly state: PaneState;
  readonly loop: Loop;
  /** Notes what settles the line, with its Undo there. */
  readonly onNote: (act: () => Promise<Noted>) => Promise<void>;
}

/** Below the line: what somebody said, and what can be done about it. */
export const ReadHere = ({ state, loop, onNote }: ReadHereProps) =>
  loop.kind === 'promise' ? (
    <PromiseHere {...{ state, loop, onNote }} />
  ) : loop.kind === 'no-answer' ? (
    <NoAnswerHere {...{ state, loop, onNote }} />
  ) : loop.kind === 'sending' ? (
    <ReturnedHere {...{ state, loop, onNote }} />
  ) : (
    <AnswersHere {...{ state, loop }} />
  );

function AnswersHere({ state, loop }: Pick<ReadHereProps, 'state' | 'loop'>) {
  const consult = useMemo(() => createConsultState(state), [state]);
  const { loops } = state.view.value;
  useEffect(() => {
    void consult.load();
  }, [consult, loops]);
  const held = loop.holds.map(({ id }) => id);
  const histories = consult.histories.value;
  if (!consult.ready.value) return <div class="skeleton tall" role="progressbar" aria-label="Loading" />;
  const points = consult.points.value;
  const reply = repliesAmong([...histories, ...points]).find(({ mail }) => held.includes(mail));
  if (reply !== undefined) return <Reply {...{ state, reply, histories, points }} />;
  const history = histories.find(({ decision }) => decision.id === loop.decisions[0]?.id);
  if (history === undefined) return null;
  const answers = history.events.filter((one) => one.kind === 'answer').filter(({ id }) => held.includes(id));
  return (
    <>
      {answers.map((answer) => (
        <Objection key={answer.id} state={state} history={history} answer={answer} />
      ))}
      <div class="actions">
        <Button small onPress={() => goToLoop(state, loop)}>
          Open {decisionName(history.decision)}
        </Button>
      </div>
    </>
  );
}

interface ObjectionProps {
  readonly state: PaneState;
  readonly history: DecisionHistory;
  readonly answer: Answer;
}

function Objection({ state, history: { decision }, answer }: ObjectionProps) {
  const { person, mail } = answer;
  const offers = useSignal(false);
  const consult = (act: (actions: Awaited<ReturnType<typeof state.actions.consult>>) => Promise<unknown>) =>
    state.attempt(async () => act(await state.actions.consult()));
  const settle = () =>
    consult((actions) =>
      actions.noteAnswer(decision, { person, said: 'ok', words: '', at: state.actions.clock() }),
    );
  return (
    <>
      <p>{answeredInWords(answer, state.time.value)}</p>
      <div class="actions">
        {mail !== undefined && (
          <Button small onPress={() => consult((actions) => actions.openMail(mail))}>
            Open the mail
          </Button>
        )}
        <Button
          small
          expanded={offers.value}
          onPress={() => {
            offers.value = !offers.peek();
          }}
        >
          Offer a time
        </Button>
        <Button small onPress={settle}>
          {firstNameOf(person)} says OK now
        </Button>
      </div>
      {offers.value && (
        <OfferTalk
          {...{ state, decision, person }}
          onDone={() => {
            offers.value = false;
          }}
        />
      )}
    </>
  );
}
