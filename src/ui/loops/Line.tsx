import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import { dismissIcon } from '../parts/icons/more-icons';
import { lazily } from '../parts/Lazy';
import { PersonName } from '../parts/PersonName';
import type { PaneState } from '../state/pane';
import { isMailOf, lineOf } from '../state/sending';
import { actionOf, loopWords } from '../words/loops';
import { AllMet } from './AllMet';
import { LineAnswers } from './LineAnswers';
import { goToLoop, type OwedLine } from './owed-lines';
import { SettledLine } from './SettledLine';
import type { Owed } from './use-owed';

const SendHere = lazily(() => import('./SendHere').then((part) => part.SendHere));
const ReadHere = lazily(() => import('./ReadHere').then((part) => part.ReadHere));

interface LineProps {
  readonly state: PaneState;
  readonly owed: Owed;
  readonly line: OwedLine;
  /** One row, above what the tab is about. */
  readonly brief: boolean;
}

/** What a decision is called stays on one line. */
const unbroken = (words: string) =>
  words.split(/(D-\d+\w*)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} class="nowrap">
        {part}
      </span>
    ),
  );

/** More of them are counted in the words alone. */
const NAMED = 3;

export function Line({ state, owed, line, brief }: LineProps) {
  const { name, loop, settled } = line;
  const busy = useSignal(false);
  const open = useSignal(false);
  const item = useRef<HTMLLIElement>(null);
  const below = useRef<HTMLElement>(null);
  const height = useRef(0);
  // What is settled stays as high as it was asked: when that becomes known, the asking line is still in the page. What was
  // opened below it closes.
  if (settled !== null && item.current !== null)
    height.current = item.current.offsetHeight - (below.current?.offsetHeight ?? 0);
  /** One at a time: a second tap while the first is being saved does nothing. */
  const alone = async (act: () => Promise<unknown>) => {
    if (busy.peek()) return;
    busy.value = true;
    await act();
    busy.value = false;
  };
  const days = brief ? undefined : owed.together.get(name);
  const allMet = days !== undefined && <AllMet state={state} owed={owed} first={name} {...days} />;
  const words = loopWords(loop, state.time.value, state.now.value);
  const {
    kind,
    occurrence,
    people: [person],
    decisions: [first],
  } = loop;
  const sentAs = occurrence === null || person === undefined ? null : lineOf(occurrence, person.key);
  const mail = sentAs === null ? undefined : state.view.value.outgoing?.find((one) => isMailOf(one, sentAs));
  if (settled !== null) {
    const undo = owed.undoOf(name);
    return (
      <SettledLine
        {...{ state, settled, height, mail }}
        about={kind === 'unrecorded' ? words : null}
        onUndo={
          undo === null ? null : () => alone(() => state.attempt(() => state.actions.undoAll([undo].flat())))
        }
      >
        {allMet}
      </SettledLine>
    );
  }
  const action = actionOf(loop);
  const does = action?.does;
  const notNow = (
    <NotNow
      brief={brief}
      onPress={() => alone(() => owed.settle(name, 'put-off', () => state.actions.putOff(loop)))}
    />
  );
  // Four answers with their words fill their rows; a fifth would hang alone below them.
  const isBeside = action === null && !brief;
  return (
    <li ref={item}>
      <div class="owed-words">
        <p>{unbroken(words)}</p>
        {!brief && first !== undefined && <p class="hint">{first.text}</p>}
        {!brief && loop.people.length > 0 && (
          <p class="hint">
            {loop.people
              .slice(0, NAMED)
              .flatMap((person) => [<PersonName key={person.key} state={state} person={person} />, ' '])}
          </p>
        )}
      </div>
      {isBeside && notNow}
      <div class="owed-does" {...(action === null ? { role: 'group' as const, 'aria-label': words } : {})}>
        {action === null ? (
          <LineAnswers
            brief={brief}
            busy={busy.value}
            onSay={(said) =>
              alone(() =>
                owed.settle(name, 'noted', () =>
                  state.actions.checkIn(occurrence ?? '', { said, minutes: null, people: [] }),
                ),
              )
            }
          />
        ) : (
          <Button
            small
            {...(does === 'lead' ? {} : { expanded: open.value })}
            onPress={() => {
              if (does === 'lead') return alone(() => goToLoop(state, loop));
              open.value = !open.peek();
            }}
          >
            {action.name}
          </Button>
        )}
        {!isBeside && notNow}
      </div>
      {open.value && (
        <section class="owed-open" ref={below} aria-label={words}>
          {does === 'read' && (
            <ReadHere {...{ state, loop }} onNote={(act) => alone(() => owed.settle(name, 'noted', act))} />
          )}
          {does === 'send' && occurrence !== null && person !== undefined && sentAs !== null && (
            <SendHere
              {...{ state, loop, occurrence, person }}
              onSend={(send) => alone(() => owed.send(name, sentAs, send))}
            />
          )}
        </section>
      )}
      {allMet}
    </li>
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
