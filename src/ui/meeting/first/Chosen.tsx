import './chosen.css';

import { useMemo, useRef } from 'preact/hooks';

import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { addIcon } from '../../parts/icons/icons';
import { lazily } from '../../parts/Lazy';
import { Mark } from '../../parts/Mark';
import { markOf } from '../../parts/tile';
import { createCheckInState } from '../../state/check-in/check-in';
import { asksWhatHappened, type PaneState } from '../../state/pane';
import { outcomeWords } from '../../words/outcomes';
import { CheckIn } from './CheckIn';
import { Evidence } from './lazy';

const DecisionForm = lazily(() => import('../../decisions/DecisionForm').then((part) => part.DecisionForm));

interface ChosenProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** The one occurrence in hand: what is known of it, what is asked about it, what can be done about it. */
export function Chosen({ state, occurrence }: ChosenProps) {
  const time = state.time.value;
  const now = state.now.value;
  const checkIn = useMemo(() => createCheckInState(state, occurrence), [occurrence.key]);
  const { start } = occurrence.effective;
  const words = outcomeWords(occurrence, time, now);
  const asks = asksWhatHappened(occurrence);
  const people = Math.min(GLANCE, occurrence.people.filter(({ outcome }) => outcome !== null).length);
  // Answered, the answers keep their place and size as long as it is in hand.
  const asked = useRef(asks);
  asked.current ||= asks;
  return (
    <section class={`card chosen${asks ? ' asking' : ''}`} aria-labelledby="chosen-title">
      <header class="chosen-head">
        <Mark name={markOf(occurrence.outcome)} />
        <div>
          <h2 id="chosen-title">
            {dayName(time.relativeDay(start, now), time.day(start))}
            <span class="chosen-time">
              {' '}
              {occurrence.allDay ? 'all day' : time.span(occurrence.effective)}
            </span>
          </h2>
          <p class="chosen-words">
            {words.charAt(0).toUpperCase() + words.slice(1)}
            {occurrence.disputed && '. Disputed: it counts nowhere'}
            {occurrence.corrected && '. Corrected'}
          </p>
        </div>
      </header>
      <CheckIn state={state} checkIn={checkIn} occurrence={occurrence} asking={asked.current} />
      <div class="chosen-foot">
        <Button
          look={state.deciding.value ? 'subtle' : 'outline'}
          small
          icon={addIcon}
          expanded={state.deciding.value !== false}
          onPress={state.toggleDeciding}
        >
          Log decision
        </Button>
        {!state.deciding.value && (
          <Button look="subtle" small onPress={() => state.toggleDeciding('from-notes')}>
            From notes or transcript
          </Button>
        )}
      </div>
      {state.deciding.value && <DecisionForm state={state} occurrence={occurrence.key} />}
      {/* As high as the people in it, before it is there. */}
      <div class={people > 0 ? 'evidence expected' : 'evidence'} style={{ '--people': people }}>
        <Evidence state={state} occurrence={occurrence} checkIn={checkIn} />
      </div>
    </section>
  );
}

/** More are not reserved for: of them only those are listed of whom there is something to say. */
const GLANCE = 8;

const dayName = (relative: string, day: string) =>
  relative.startsWith('on ') ? day : `${relative.charAt(0).toUpperCase()}${relative.slice(1)}, ${day}`;
