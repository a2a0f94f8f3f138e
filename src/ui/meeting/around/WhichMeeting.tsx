import './which-meeting.css';

import { Button } from '../../parts/controls/Button';
import type { Candidate } from '../../port/actions';
import type { PaneState } from '../../state/pane';

interface WhichMeetingProps {
  readonly state: PaneState;
  readonly candidates: readonly Candidate[];
}

/** The meetings that the open item may be, one button each. */
export function WhichMeeting({ state, candidates }: WhichMeetingProps) {
  const time = state.time.value;
  return (
    <ul class="which" aria-label="Which meeting is this?">
      {candidates.map(({ place, title, start }) => (
        <li key={`${place.series} ${place.occurrence}`}>
          <button
            type="button"
            class="which-one"
            onClick={() => state.attempt(() => state.actions.choose(place))}
          >
            <span>{title}</span>
            <span class="quiet">
              {start === null ? 'You keep a log of it' : `${time.day(start)}, ${time.time(start)}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A choice can be changed. */
export function ChosenByHand({ state }: { readonly state: PaneState }) {
  const { situation } = state.view.value;
  if (situation.kind !== 'kept' || situation.byHand !== true) return null;
  return (
    <p class="also-open">
      You said that the open item is this meeting.{' '}
      <Button look="link" onPress={() => state.attempt(() => state.actions.choose(null))}>
        Choose another
      </Button>
    </p>
  );
}
