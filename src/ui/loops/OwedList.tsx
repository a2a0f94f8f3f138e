import './loops.css';

import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import { Line } from './Line';
import { type Owed, useOwed } from './use-owed';

/** So many lines stand above what a tab is about; the rest is in Today. */
const ABOVE = 3;

/** In lines. */
interface Room {
  readonly taken: number;
  readonly most: number;
  readonly hasMore: boolean;
}

/** Above what a tab is about: it has the room that it had when the tab was opened. */
export function OwedAbove({ state }: { readonly state: PaneState }) {
  const owed = useOwed(state, true);
  const room = useRef<Room | null>(null);
  const { length } = owed.lines;
  // It is there, with nothing in it: what comes from now on waits, and no room is kept for it.
  if (length === 0 && room.current === null) return <div />;
  const taken = Math.min(ABOVE, length);
  // What was kept for the first look has taken the room in which the lines of now have to stand.
  room.current ??= { taken, most: owed.isFirstLook ? taken : ABOVE, hasMore: length > ABOVE };
  return (
    <div style={{ minHeight: `${room.current.taken * 2.5}rem` }}>
      {length > 0 && (
        <ul class="owed brief" aria-label="Open loops">
          {owed.lines.slice(0, room.current.most).map((line) => (
            <Line key={`${owed.look} ${line.name}`} state={state} owed={owed} line={line} brief />
          ))}
        </ul>
      )}
      {room.current.hasMore && (
        <p class="owed-all">
          <Button look="link" onPress={() => state.openTab('Today')}>
            All {state.owed.value}
          </Button>
        </p>
      )}
    </div>
  );
}

interface OwedListProps {
  readonly state: PaneState;
  readonly owed: Owed;
  /** Lines that come first. */
  readonly children?: ComponentChildren;
}

/** What is owed, each where it stands. A line that is settled keeps its place until the list is opened again. */
export const OwedList = ({ state, owed, children }: OwedListProps) =>
  owed.lines.length === 0 && children == null ? null : (
    <ul class="owed" aria-label="Open loops">
      {children}
      {owed.lines.map((line) => (
        <Line key={`${owed.look} ${line.name}`} state={state} owed={owed} line={line} brief={false} />
      ))}
    </ul>
  );
