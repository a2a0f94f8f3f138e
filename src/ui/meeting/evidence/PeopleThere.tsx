import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { JudgedOccurrence, JudgedPerson } from '../../../domain/judge/judged/judged';
import { whoMatters } from '../../../domain/judge/questions/who-matters';
import { Button } from '../../parts/controls/Button';
import { useFirstFocus } from '../../parts/controls/keep-focus';
import { LongRows } from '../../parts/long/LongRows';
import { useLongList } from '../../parts/long/long-list';
import { PersonName } from '../../parts/PersonName';
import type { PaneState } from '../../state/pane';
import { nameOf } from '../../words/names';
import { personOutcomeWords, RESPONSE_NAMES } from '../../words/people';

interface PeopleThereProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** Height of a row, in px, before one was drawn. */
const ROW = 26;

/** Who was there, as far as it is known; the same plain row for everybody, the owner included. */
export function PeopleThere({ state, occurrence }: PeopleThereProps) {
  const { known, shown } = whoMatters(occurrence.people);
  const whole = useSignal(false);
  if (known.length === 0) return null;
  const few = !whole.value;
  return (
    <div class="block">
      <h3>People</h3>
      {few ? (
        <ul class="rows">
          {known.slice(0, shown).map((one) => (
            <Row key={one.person.key} state={state} one={one} />
          ))}
        </ul>
      ) : (
        <Everybody state={state} known={known} />
      )}
      {few && known.length > shown && (
        <Button
          look="link"
          small
          onPress={() => {
            whole.value = true;
          }}
        >
          {(known.length - shown).toLocaleString('en')} more
        </Button>
      )}
    </div>
  );
}

interface EverybodyProps {
  readonly state: PaneState;
  readonly known: readonly JudgedPerson[];
}

/** However many they are, those near the screen are in the page. */
function Everybody({ state, known }: EverybodyProps) {
  const box = useRef<HTMLUListElement>(null);
  const list = useLongList(box, known.length, ROW);
  useFirstFocus(box, undefined, 'button');
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

/** A name opens the page of that person. */
function Row({ state, one, row }: RowProps) {
  const { person, isOwner, role, response } = one;
  const notes = [
    role === 'optional' ? 'optional' : null,
    response === 'tentative' || response === 'none' ? RESPONSE_NAMES[response] : null,
  ].filter((note) => note !== null);
  return (
    <li class="row" data-row={row?.at} aria-setsize={row?.of} aria-posinset={row && row.at + 1}>
      <span class="row-name">
        <PersonName state={state} person={person} tabIndex={row?.tabIndex}>
          {isOwner ? 'You' : nameOf(person)}
        </PersonName>
        {notes.length > 0 && <span class="quiet"> {notes.join(', ')}</span>}
      </span>{' '}
      <span class="row-words">{personOutcomeWords(one)}</span>
    </li>
  );
}
