import { SAYINGS, type Saying } from '../../../domain/facts/entered/check-in';
import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { Icon } from '../../parts/icons/Icon';
import { checkIcon, undoIcon } from '../../parts/icons/icons';
import { lazily } from '../../parts/Lazy';
import { Mark } from '../../parts/Mark';
import { SAID } from '../../parts/sayings';
import type { CheckInState } from '../../state/check-in/check-in';
import type { PaneState } from '../../state/pane';
import { isUndoable } from '../../state/undoable';
import { Noted, WhyAndChange } from './lazy';

const Adjust = lazily(() => import('../evidence/Adjust').then((part) => part.Adjust));

interface CheckInProps {
  readonly state: PaneState;
  readonly checkIn: CheckInState;
  readonly occurrence: JudgedOccurrence;
  /** True while nobody has said what happened: the question is then the largest thing in the pane. */
  readonly asking: boolean;
}

/** What can be known before the start. */
const BEFORE: readonly Saying[] = ['agreed-to-skip', 'i-was-not-there'];

export function CheckIn({ state, checkIn, occurrence, asking }: CheckInProps) {
  const started = state.now.value >= Math.min(occurrence.effective.start, occurrence.original.start);
  const said = checkIn.answer.value;
  const offered = SAYINGS.filter((saying) => started || BEFORE.includes(saying));
  const busy = checkIn.busy.value;
  // One `Undo` at a time: while a recap can be taken back, that is the one.
  const sendingRecap = isUndoable(state.view.value, occurrence.key, state.now.value);
  return (
    <fieldset class={`check-in${asking ? ' asking' : ''}`}>
      <legend>What happened?</legend>
      <div class="sayings">
        {offered.map((saying) => {
          const [mark, name] = SAID[saying];
          return (
            <button
              key={saying}
              type="button"
              class={`btn outline saying${saying === said ? ' said' : ''}`}
              aria-pressed={saying === said}
              aria-disabled={busy || undefined}
              onClick={() => saying !== said && void checkIn.say(saying)}
            >
              {saying === said ? <Icon of={checkIcon} /> : <Mark name={mark} />}
              {name}
            </button>
          );
        })}
      </div>
      <div class="check-in-more">
        <span class="hint" role="status">
          <Noted state={state} occurrence={occurrence} />
        </span>
        {occurrence.checkIn !== null && !sendingRecap && (
          <Button
            look="subtle"
            small
            icon={undoIcon}
            disabled={busy}
            onPress={() => checkIn.undo(occurrence.checkIn?.id ?? '')}
          >
            Undo
          </Button>
        )}
      </div>
      <div class="doors">
        <WhyAndChange state={state} occurrence={occurrence} checkIn={checkIn} />
      </div>
      {checkIn.changing.value === 'Adjust' && (
        <Adjust state={state} checkIn={checkIn} occurrence={occurrence} />
      )}
    </fieldset>
  );
}
