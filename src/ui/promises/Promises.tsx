import './promises.css';

import { useLayoutEffect, useMemo } from 'preact/hooks';

import type { Owner } from '../../domain/facts/things/person';
import type { PromiseHistory } from '../../domain/promises/promise-history';
import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import { createSayingOfPromise } from '../state/points/promising';
import { PROMISE_FAULT_WORDS, promiseWords, SAID_OF_PROMISE } from '../words/decide/promises';
import { PromiseActions } from './PromiseActions';

interface PromisesProps {
  readonly state: PaneState;
  readonly label: string;
  readonly histories: readonly PromiseHistory[];
}

/** Promises where they stand: the open ones first; nothing is counted. */
export function Promises({ state, label, histories }: PromisesProps) {
  const { owner } = state.view.value;
  if (owner === null || histories.length === 0) return null;
  const open = histories.filter(({ standing }) => standing === 'open');
  const closed = histories.filter(({ standing }) => standing !== 'open');
  return (
    <ul class="plain promises" aria-label={label}>
      {[...open, ...closed].map((history) => (
        <Row key={history.promise.id} {...{ state, owner, history }} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly state: PaneState;
  readonly owner: Owner;
  readonly history: PromiseHistory;
}

function Row({ state, owner, history }: RowProps) {
  const { promise, standing, steps } = history;
  const words = useMemo(() => createSayingOfPromise(state, promise), [state, promise.id]);
  const said = words.said.value;
  useLayoutEffect(() => words.follow(steps), [words, steps, said]);
  const fault = words.fault.value;
  return (
    <li>
      <p>{promise.text}</p>
      <p class="hint">{promiseWords(history, owner)}</p>
      {said !== null && (
        <div class="actions">
          <span role="status">{SAID_OF_PROMISE[said.step]}</span>
          <Button look="subtle" small label={`Undo: ${promise.text}`} onPress={words.takeBack}>
            Undo
          </Button>
        </div>
      )}
      {standing === 'open' && said?.isRead !== false && (
        <PromiseActions
          key={steps.length}
          about={promise.text}
          busy={words.busy.value}
          fault={fault && PROMISE_FAULT_WORDS[fault]}
          onSay={(word) => words.say(word)}
        />
      )}
    </li>
  );
}
