import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

import type { Person } from '../../domain/facts/things/person';
import type { PointHistory } from '../../domain/points/point-history';
import { Button } from '../parts/controls/Button';
import { NotePromise } from '../promises/NotePromise';
import type { PaneState } from '../state/pane';
import type { PointsState } from '../state/points/points';
import { pointWords } from '../words/points';
import { OnceMore } from './OnceMore';
import { PointAnswer } from './PointAnswer';
import { PointSaid } from './PointSaid';

interface PointLineProps {
  readonly state: PaneState;
  readonly points: PointsState;
  readonly history: PointHistory;
  /** Who else is in the meeting. */
  readonly others: readonly Person[];
  /** Beside what can be said of it. */
  readonly children: ComponentChildren;
}

/** An open point, and what can be said of it outside of meetings. */
export function PointLine({ state, points, history, others, children }: PointLineProps) {
  const answering = useSignal(false);
  const { point, name } = history;
  const said = points.said.value[point.id];
  if (said !== undefined)
    return (
      <li>
        <PointSaid points={points} said={said} />
      </li>
    );
  const people = point.person === null ? others : [point.person];
  const isQuestion = point.sort === 'question';
  return (
    <li>
      <p class="point-text">
        <span class="number">{name}</span> {point.text}
      </p>
      <p class="hint">{pointWords(history, state.time.value, state.now.value)}</p>
      {answering.value ? (
        <PointAnswer
          points={points}
          history={history}
          label="What was answered"
          word={{ step: 'answered', occurrence: null }}
          onClose={() => {
            answering.value = false;
          }}
        />
      ) : (
        <div class="actions">
          {isQuestion ? (
            <Button
              look="subtle"
              small
              label={`Answered: ${name}`}
              onPress={() => {
                answering.value = true;
              }}
            >
              Answered
            </Button>
          ) : (
            <Button
              look="subtle"
              small
              label={`I told them: ${name}`}
              disabled={points.busy.value}
              onPress={() => points.say(history, { step: 'talked-about', occurrence: null, words: '' })}
            >
              I told them
            </Button>
          )}
          <Button
            look="subtle"
            small
            label={`Drop: ${name}`}
            disabled={points.busy.value}
            onPress={() => points.say(history, { step: 'dropped', occurrence: null, words: '' })}
          >
            Drop
          </Button>
          {children}
        </div>
      )}
      <OnceMore
        {...{ state, points, name }}
        letters={points.onceMore.value.filter((one) => one.point === point.id)}
      />
      <NotePromise state={state} place={{ name: point.id, point: point.id, people }} about={name} />
    </li>
  );
}
