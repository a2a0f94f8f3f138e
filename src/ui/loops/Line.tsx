import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { SAYINGS, type Saying } from '../../domain/facts/entered/check-in';
import { Button } from '../parts/controls/Button';
import { dismissIcon } from '../parts/icons/more-icons';
import { Mark } from '../parts/Mark';
import { PersonName } from '../parts/PersonName';
import { SAID } from '../parts/sayings';
import type { PaneState } from '../state/pane';
import { leadOf, loopWords } from '../words/loops';
import { goToLoop, type OwedLine } from './owed-lines';

/** Does it, and remembers by which entry. */
type Doing = (act: () => Promise<string>) => Promise<void>;

interface LineProps {
  readonly state: PaneState;
  readonly line: OwedLine;
  /** One row, above what the tab is about. */
  readonly brief: boolean;
  readonly undo: string | null;
  readonly answered: Doing;
  readonly putOff: Doing;
}

/** More of them are counted in the words alone. */
const NAMED = 3;

export function Line({ state, line, brief, undo, answered, putOff }: LineProps) {
  const busy = useSignal(false);
  const item = useRef<HTMLLIElement>(null);
  const height = useRef(0);
  useLayoutEffect(() => {
    // What is settled stays as high as it was asked.
    if (line.settled === null) height.current = item.current?.offsetHeight ?? 0;
  });
  const { loop, settled } = line;
  const words = loopWords(loop, state.time.value, state.now.value);
  /** One at a time: a second tap while the first is being saved does nothing. */
  const alone = async (act: () => Promise<unknown>) => {
    if (busy.peek()) return;
    busy.value = true;
    await act();
    busy.value = false;
  };
  if (settled !== null) {
    // Nobody is named in what is over: somebody may have been erased since.
    const said = { noted: 'Noted.', 'put-off': 'Put off until tomorrow.', done: 'Done.' }[settled];
    return (
      <li class="settled" style={{ minHeight: `${height.current}px` }}>
        <p role="status">{loop.kind === 'unrecorded' ? `${words}: ${said}` : said}</p>
        {undo !== null && (
          <Button
            look="subtle"
            small
            onPress={() => alone(() => state.attempt(() => state.actions.undo(undo)))}
          >
            Undo
          </Button>
        )}
      </li>
    );
  }
  const { occurrence } = loop;
  const say = (said: Saying) =>
    alone(() => answered(() => state.actions.checkIn(occurrence ?? '', { said, minutes: null, people: [] })));
  const leads = leadOf(loop);
  const [first] = loop.decisions;
  return (
    <li ref={item}>
      <div class="owed-words">
        <p>{words}</p>
        {!brief && first !== undefined && <p class="hint">{first.text}</p>}
        {!brief && loop.people.length > 0 && (
          <p class="hint">
            {loop.people
              .slice(0, NAMED)
              .flatMap((person) => [<PersonName key={person.key} state={state} person={person} />, ' '])}
          </p>
        )}
      </div>
      {leads === null ? (
        <div class="owed-does" role="group" aria-label={words}>
          {SAYINGS.map((said) => (
            <Answer key={said} said={said} brief={brief} busy={busy.value} onPress={() => say(said)} />
          ))}
          <NotNow brief={brief} onPress={() => alone(() => putOff(() => state.actions.putOff(loop)))} />
        </div>
      ) : (
        <div class="owed-does">
          <Button small onPress={() => alone(() => goToLoop(state, loop))}>
            {leads}
          </Button>
          <NotNow brief={brief} onPress={() => alone(() => putOff(() => state.actions.putOff(loop)))} />
        </div>
      )}
    </li>
  );
}

interface AnswerProps {
  readonly said: Saying;
  readonly brief: boolean;
  readonly busy: boolean;
  readonly onPress: () => void;
}

function Answer({ said, brief, busy, onPress }: AnswerProps) {
  const [mark, name] = SAID[said];
  return (
    <button
      type="button"
      class="btn outline small saying"
      aria-disabled={busy || undefined}
      aria-label={brief ? name : undefined}
      title={brief ? name : undefined}
      onClick={onPress}
    >
      <Mark name={mark} />
      {!brief && name}
    </button>
  );
}

const NotNow = ({ brief, onPress }: { readonly brief: boolean; readonly onPress: () => unknown }) =>
  brief ? (
    <Button look="subtle" small icon={dismissIcon} label="Not now" onPress={onPress} />
  ) : (
    <Button look="subtle" small onPress={onPress}>
      Not now
    </Button>
  );
