import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { JudgedOccurrence, JudgedPerson } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { Fold } from '../../parts/controls/Fold';
import { useFirstFocus } from '../../parts/controls/keep-focus';
import { lazily } from '../../parts/Lazy';
import { LongRows } from '../../parts/long/LongRows';
import { useLongList } from '../../parts/long/long-list';
import type { PaneState } from '../../state/pane';
import { nameOf } from '../../words/names';
import { personOutcomeWords, RESPONSE_NAMES } from '../../words/people';

const PersonView = lazily(() => import('../../person/PersonView').then((part) => part.PersonView));

interface PeopleThereProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** More than these are not read before what stands below them. */
const SHOWN = 40;
/** Height of a row, in px, before one was drawn. */
const ROW = 26;

/** Who was there, as far as it is known; the same plain row for everybody, the owner included. */
export function PeopleThere({ state, occurrence }: PeopleThereProps) {
  const known = occurrence.people.filter(({ outcome, role }) => outcome !== null && role !== 'resource');
  const whole = useSignal(false);
  const wasFar = useRef(false);
  if (known.length === 0) return null;
  // Whose view is open stays in sight, and so does the list it is in.
  const regarded = known.findIndex(({ person }) => person.key === state.regarded.value);
  wasFar.current ||= regarded >= SHOWN;
  const few = !whole.value && !wasFar.current;
  return (
    <div class="block">
      <h3>People</h3>
      {few ? (
        <ul class="rows">
          {known.slice(0, SHOWN).map((one) => (
            <Row key={one.person.key} state={state} one={one} />
          ))}
        </ul>
      ) : (
        <Everybody state={state} known={known} regarded={regarded} />
      )}
      {few && known.length > SHOWN && (
        <Button
          look="link"
          small
          onPress={() => {
            whole.value = true;
          }}
        >
          Show all {known.length.toLocaleString('en')} people
        </Button>
      )}
    </div>
  );
}

interface EverybodyProps {
  readonly state: PaneState;
  readonly known: readonly JudgedPerson[];
  readonly regarded: number;
}

/** However many they are, those near the screen are in the page. */
function Everybody({ state, known, regarded }: EverybodyProps) {
  const box = useRef<HTMLUListElement>(null);
  const list = useLongList(box, known.length, ROW);
  const { current: first } = useRef({ reveal: list.reveal, at: regarded });
  useFirstFocus(box, undefined, 'summary');
  useEffect(() => {
    if (first.at >= 0) first.reveal(first.at);
  }, [first]);
  return (
    <ul class="rows" ref={box} onKeyDown={list.onKeyDown} onFocusIn={list.onFocusIn}>
      <LongRows
        list={list}
        of={known}
        room="li"
        row={(one, at) => {
          const row = { at, of: known.length, tabIndex: list.tabIndex(at) };
          return <Row key={one.person.key} state={state} one={one} row={row} />;
        }}
      />
    </ul>
  );
}

interface RowProps {
  readonly state: PaneState;
  readonly one: JudgedPerson;
  /** Its place in a long list. */
  readonly row?: { readonly at: number; readonly of: number; readonly tabIndex: 0 | -1 };
}

/** A name opens what the log holds about that person in this meeting. */
function Row({ state, one, row }: RowProps) {
  const { person, isOwner, role, response } = one;
  const { regarded } = state;
  const open = regarded.value === person.key;
  const lineage = state.lineage.value;
  const notes = [
    role === 'optional' ? 'optional' : null,
    response === 'tentative' || response === 'none' ? RESPONSE_NAMES[response] : null,
  ].filter((note) => note !== null);
  return (
    <li data-row={row?.at} aria-setsize={row?.of} aria-posinset={row && row.at + 1}>
      <Fold
        nameLook="row"
        name={
          <>
            <span class="row-name">
              {isOwner ? 'You' : nameOf(person)}
              {notes.length > 0 && <span class="quiet"> {notes.join(', ')}</span>}
            </span>
            <span class="row-words">{personOutcomeWords(one)}</span>
          </>
        }
        open={open}
        tabIndex={row?.tabIndex}
        onToggle={(now) => {
          if (now) regarded.value = person.key;
          else if (regarded.peek() === person.key) regarded.value = null;
        }}
      >
        {open && lineage !== null && <PersonView state={state} lineage={lineage} one={one} />}
      </Fold>
    </li>
  );
}
