import { useMemo } from 'preact/hooks';

import type { Decision } from '../../domain/facts/decided/decision';
import type { Person } from '../../domain/facts/things/person';
import { talkText } from '../../formats/mail/letters/talk-times';
import { languageOf, writeIn } from '../state/language';
import { useTimes } from '../state/lookups/times';
import type { PaneState } from '../state/pane';
import { LetterView } from './LetterView';
import { TimesNote } from './TimesNote';

interface OfferTalkProps {
  readonly state: PaneState;
  readonly decision: Decision;
  /** Who sees a problem, or wants to talk. */
  readonly person: Person;
  readonly onDone: () => void;
}

const MINUTES = { short: 10, whole: 30 };

/** A time to talk about a decision: two at which both calendars are free, or the question which one suits. */
export function OfferTalk({ state, decision, person, onDone }: OfferTalkProps) {
  const { owner } = state.view.value;
  const wanted = useMemo(() => ({ minutes: MINUTES, near: state.now.peek() }), [state]);
  const asked = useTimes(state, person, wanted);
  const { answer } = asked;
  if (owner === null) return null;
  if (answer === null)
    return <div class="skeleton" role="progressbar" aria-label="Looking at both calendars" />;
  const { series } = decision;
  const noted = async (done: boolean) => {
    if (done && series !== null)
      await state.attempt(async () =>
        (await state.actions.letters()).note(series, 'offered-one-to-one', [person], true),
      );
    onDone();
  };
  const zone = answer.found === 'times' ? answer.zone : null;
  return (
    <>
      <TimesNote {...{ state, person, asked }} without="The letter asks which time suits." />
      <LetterView
        state={state}
        letter={talkText({
          ...{ decision, person, owner, language: languageOf(state, person) },
          times: answer.found === 'times' ? answer.times : [],
          ...(zone === null ? {} : { recipientZone: zone }),
        })}
        onWrite={(language) => writeIn(state, person, language)}
        onSent={() => noted(true)}
        onNotNow={() => noted(false)}
      />
    </>
  );
}
