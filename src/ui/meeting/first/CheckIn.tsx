import { SAYINGS, type Saying } from '../../../domain/facts/entered/check-in';
import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { dayNumber } from '../../../domain/time/days';
import { Button } from '../../parts/controls/Button';
import { Icon } from '../../parts/icons/Icon';
import { checkIcon, editIcon, undoIcon } from '../../parts/icons/icons';
import { lazily } from '../../parts/Lazy';
import { Mark } from '../../parts/Mark';
import type { MarkName } from '../../parts/tile';
import type { CheckInState } from '../../state/check-in';
import type { PaneState } from '../../state/pane';
import { isUndoable } from '../../state/undoable';
import { TooEarly } from './lazy';

const Adjust = lazily(() => import('../evidence/Adjust').then((part) => part.Adjust));

interface CheckInProps {
  readonly state: PaneState;
  readonly checkIn: CheckInState;
  readonly occurrence: JudgedOccurrence;
  /** True while nobody has said what happened: the question is then the largest thing in the pane. */
  readonly asking: boolean;
}

const SAID: Readonly<Record<Saying, readonly [MarkName, name: string]>> = {
  'we-met': ['met', 'We met'],
  'nobody-joined': ['nobody', 'Nobody joined'],
  'agreed-to-skip': ['away', 'Agreed to skip'],
  'i-was-not-there': ['away', 'I was not there'],
};
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
      <TooEarly state={state} occurrence={occurrence} />
      <div class="check-in-more">
        <span class="hint" role="status">
          {occurrence.checkIn !== null && notedWords(state, occurrence)}
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
        <Button
          look="subtle"
          small
          icon={editIcon}
          expanded={checkIn.adjusting.value}
          onPress={() => {
            state.choose(occurrence.key);
            checkIn.adjusting.value = !checkIn.adjusting.value;
          }}
        >
          Adjust
        </Button>
      </div>
      {checkIn.adjusting.value && <Adjust state={state} checkIn={checkIn} occurrence={occurrence} />}
    </fieldset>
  );
}

/** When a note was made; a late one says how late. */
function notedWords(state: PaneState, { checkIn, effective }: JudgedOccurrence): string {
  if (checkIn === null) return '';
  const dayOf = (at: number) => dayNumber(state.time.value.date(at));
  const days = dayOf(checkIn.at) - dayOf(effective.start);
  const late = days >= 1 ? `, ${days} ${days === 1 ? 'day' : 'days'} later` : '';
  return `Noted ${state.time.value.moment(checkIn.at, state.now.value)}${late}`;
}
