import './loops.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import { Line } from './Line';
import { linesNow, type OwedLine, type Settled } from './owed-lines';

interface OwedListProps {
  readonly state: PaneState;
  /** So many lines; the rest is in Today. Absent: all of them. */
  readonly most?: number;
  /** Lines that come first. */
  readonly children?: ComponentChildren;
}

interface Did {
  readonly settled: Settled;
  /** The entry, to be taken back. */
  readonly entry: string;
}

/** What is owed, each where it stands. A line that is settled keeps its place until the list is opened again. */
export function OwedList({ state, most = Number.POSITIVE_INFINITY, children }: OwedListProps) {
  const did = useSignal<Readonly<Record<string, Did>>>({});
  const shown = useRef<readonly OwedLine[]>([]);
  const view = state.view.value;
  const settled = Object.fromEntries(Object.entries(did.value).map(([name, one]) => [name, one.settled]));
  const titles = new Set(view.kept.map(({ title }) => title));
  shown.current = linesNow(shown.current, view.loops ?? [], settled, ({ title }) => titles.has(title));
  const lines = shown.current.slice(0, most);
  if (lines.length === 0 && children == null) return null;
  const more = shown.current.length - lines.length;
  const note = (name: string, what: Settled) => async (act: () => Promise<string>) => {
    const entry = await state.attempt(act);
    if (entry !== null) did.value = { ...did.value, [name]: { settled: what, entry } };
  };
  return (
    <>
      <ul class={`owed${most < Number.POSITIVE_INFINITY ? ' brief' : ''}`} aria-label="Open loops">
        {children}
        {lines.map((line) => (
          <Line
            key={line.name}
            state={state}
            line={line}
            brief={most < Number.POSITIVE_INFINITY}
            undo={did.value[line.name]?.entry ?? null}
            answered={note(line.name, 'noted')}
            putOff={note(line.name, 'put-off')}
          />
        ))}
      </ul>
      {more > 0 && (
        <p class="owed-all">
          <Button look="link" onPress={() => state.openTab('Today')}>
            All {shown.current.length}
          </Button>
        </p>
      )}
    </>
  );
}
