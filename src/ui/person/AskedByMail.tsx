import { useEffect, useMemo } from 'preact/hooks';

import { isSamePerson } from '../../domain/facts/things/person';
import type { PointHistory } from '../../domain/points/point-history';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { OnceMore } from '../points/OnceMore';
import type { PaneState } from '../state/pane';
import { createPointsState } from '../state/points/points';
import { replyWords } from '../words/decide/replies';
import { pointWords } from '../words/points';

interface AskedByMailProps {
  readonly state: PaneState;
  readonly record: PersonRecord;
  readonly questions: readonly PointHistory[];
}

/** Questions that went to somebody by mail and are open; each can be asked once more when its time is over (12.4). */
export function AskedByMail({ state, record, questions }: AskedByMailProps) {
  const points = useMemo(() => createPointsState(state), [state]);
  const now = state.now.value;
  useEffect(() => {
    void points.load();
  }, [points, record]);
  useEffect(() => {
    void points.tryAgain();
  }, [points, now]);
  return (
    <ul class="plain matters" aria-label="Asked by mail">
      {questions.map((one) => (
        <li key={one.point.id}>
          <p>
            <span class="number">{one.name}</span> {one.point.text}
          </p>
          <p class="hint">{pointWords(one, state.time.value, now)}</p>
          {one.replies.map((reply) => (
            <p key={reply.mail}>{replyWords(reply, [one.name], state.time.value)}</p>
          ))}
          <OnceMore
            {...{ state, points }}
            name={one.name}
            letters={points.onceMore.value.filter(
              ({ point, to }) => point === one.point.id && isSamePerson(to, record.person),
            )}
          />
        </li>
      ))}
    </ul>
  );
}
