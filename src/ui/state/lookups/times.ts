import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { Person } from '../../../domain/facts/things/person';
import type { TalkWanted } from '../../../domain/time/time-that-holds';
import { Trouble } from '../../../domain/trouble';
import type { TimesAnswer } from '../../port/letters-actions';
import type { PaneState } from '../pane';

export interface TimesAsked {
  /** Null while both calendars are looked at. */
  readonly answer: TimesAnswer | null;
  readonly again: () => void;
}

/** Asks both calendars once, when it comes on screen, and again where that is wanted. `wanted` null: nothing is asked. */
export function useTimes(state: PaneState, person: Person, wanted: TalkWanted | null): TimesAsked {
  const answer = useSignal<TimesAnswer | null>(null);
  const turn = useSignal(0);
  const now = turn.value;
  useEffect(() => {
    if (wanted === null) return undefined;
    let isOver = false;
    answer.value = null;
    void state
      .lookUp(async () => (await state.actions.letters()).freeTimes(person, wanted))
      .then((read) => {
        if (!isOver)
          answer.value = read ?? { found: 'failed', trouble: new Trouble('unreadable-answer', 'free times') };
      });
    return () => {
      isOver = true;
    };
    // What is wanted is told once: a meeting that goes by meanwhile changes no letter that is being read.
  }, [state, answer, person.key, now]);
  return {
    answer: answer.value,
    again: () => {
      turn.value += 1;
    },
  };
}
