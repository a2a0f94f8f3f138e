import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { PaneState } from '../state/pane';
import { togetherAmong } from './days-together';
import { linesNow, type Noted, newsSince, type OwedLine, type Settled } from './owed-lines';

interface Did {
  readonly settled: Settled;
  /** Null: what takes it back stands with another line. */
  readonly entry: Noted;
}

/**
 * What is owed, as it is shown from the opening of a list until it is opened again. `moves`: something stands below it
 * that what comes first into an empty list would push away.
 */
export function useOwed(state: PaneState, moves = false) {
  const did = useSignal<Readonly<Record<string, Did>>>({});
  /** By the first line of a meeting: what was entered of its days in one go. */
  const inOneGo = useSignal<Readonly<Record<string, readonly string[]>>>({});
  const shown = useRef<readonly OwedLine[]>([]);
  const opened = useRef(false);
  const look = useRef(0);
  /** What was sent from these lines. */
  const mine = useRef<readonly string[]>([]);
  useEffect(
    () => () => {
      state.sentInLine.value = state.sentInLine.peek().filter((one) => !mine.current.includes(one));
    },
    [state],
  );
  const { kept, loops = [], syncs } = state.view.value;
  const isFirstLook = syncs === undefined;
  const settled = Object.fromEntries(Object.entries(did.value).map(([name, one]) => [name, one.settled]));
  const titles = new Set(kept.map(({ title }) => title));
  // What was kept for the first look is not what is owed now; whoever was quicker keeps what is under their finger.
  if (!opened.current && Object.keys(did.peek()).length === 0) {
    if (newsSince(shown.current, loops) > 0) look.current += 1;
    shown.current = [];
  }
  if (shown.current.length > 0 || !opened.current || !moves)
    shown.current = linesNow(
      shown.current,
      loops,
      settled,
      ({ title, series }) => series === null || titles.has(title),
    );
  opened.current = !isFirstLook;
  const lines = shown.current;
  const note = (names: readonly string[], what: Did) => {
    did.value = { ...did.value, ...Object.fromEntries(names.map((name) => [name, what])) };
  };
  return {
    lines,
    /** What was kept for the first look; the ledger was not read yet. */
    isFirstLook,
    /** Lines of another look are other lines: none of them moves. */
    look: look.current,
    together: togetherAmong(
      lines,
      (series) => kept.find((one) => one.series?.includes(series))?.lineage ?? series,
    ),
    /** How many have come since. */
    news: newsSince(lines, loops),
    /** As if it were opened now. */
    openAgain: () => {
      shown.current = [];
      did.value = {};
      inOneGo.value = {};
    },
    undoOf: (name: string): Noted => did.value[name]?.entry ?? null,
    enteredInOneGo: (first: string): readonly string[] => inOneGo.value[first] ?? [],
    /** Sends from a line, which tells of the mail as long as it is on screen. */
    send: async (name: string, sentAs: string, act: () => Promise<boolean>): Promise<void> => {
      mine.current = [...mine.current, sentAs];
      state.sentInLine.value = [...state.sentInLine.peek(), sentAs];
      const went = await act();
      note([name], { settled: went ? 'sent' : 'not-sent', entry: null });
    },
    settle: async (name: string, what: Settled, act: () => Promise<Noted>): Promise<void> => {
      const entry = await state.attempt(act);
      if (entry !== null) note([name], { settled: what, entry });
    },
    weMet: async (first: string, days: readonly OwedLine[]): Promise<void> => {
      const keys = days.flatMap(({ loop: { occurrence } }) => (occurrence === null ? [] : [occurrence]));
      const entries = await state.attempt(() => state.actions.weMetAll(keys));
      if (entries === null) return;
      note(
        days.map(({ name }) => name),
        { settled: 'noted', entry: null },
      );
      inOneGo.value = { ...inOneGo.value, [first]: entries };
    },
    undoAll: async (first: string): Promise<void> => {
      const done = await state.attempt(() => state.actions.undoAll(inOneGo.peek()[first] ?? []));
      if (done !== null) inOneGo.value = { ...inOneGo.value, [first]: [] };
    },
  };
}
export type Owed = ReturnType<typeof useOwed>;
