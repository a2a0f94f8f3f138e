import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Rows are drawn and left out in pieces of this many. */
const PIECE = 25;
/** Rows that PageUp and PageDown go over. */
const PAGE = 10;

/** What stands in the list: rows that are drawn, or the room of those that are not, in px. */
export type Stretch =
  | { readonly from: number; readonly to: number }
  | { readonly from: number; readonly room: number };

export interface LongList {
  readonly stretches: readonly Stretch[];
  /** One row is the stop of Tab; arrows, PageUp, PageDown, Home and End go from row to row. */
  readonly tabIndex: (row: number) => 0 | -1;
  /** Draws a row, wherever it is. */
  readonly reveal: (row: number) => void;
  readonly onKeyDown: (pressed: KeyboardEvent) => void;
  /** The row that has the focus, or had it last. */
  readonly onFocusIn: (event: FocusEvent) => void;
}

/**
 * A list of any length, of which only what is near the screen is in the page, and the row with the focus. Each row is
 * an element with `data-row`, its number; its first control takes the focus.
 */
export function useLongList(box: RefObject<HTMLElement | null>, count: number, guess: number): LongList {
  const heights = useRef(new Map<number, number>());
  const near = useSignal({ first: 0, last: 1 });
  const current = useSignal(0);
  const wanted = useRef<number | null>(null);
  const pieces = Math.ceil(count / PIECE);
  const rowsIn = (piece: number) => Math.min(PIECE, count - piece * PIECE);
  const heightOf = (piece: number) => heights.current.get(piece) ?? rowsIn(piece) * guess;

  const look = () => {
    if (box.current === null || !isShown(box.current)) return;
    const above = -box.current.getBoundingClientRect().top;
    const [from, to] = [above - window.innerHeight, above + 2 * window.innerHeight];
    let [first, last, end] = [pieces - 1, 0, 0];
    for (let piece = 0; piece < pieces; piece++) {
      const begin = end;
      end += heightOf(piece);
      if (end > from && piece < first) first = piece;
      if (begin < to) last = piece;
    }
    const seen = near.peek();
    if (first !== seen.first || last !== seen.last) near.value = { first: Math.min(first, last), last };
  };
  const latest = useRef(look);
  latest.current = look;

  useEffect(() => {
    const heard = () => latest.current();
    // Whatever scrolls, the page or a box of it.
    document.addEventListener('scroll', heard, { capture: true, passive: true });
    window.addEventListener('resize', heard);
    return () => {
      document.removeEventListener('scroll', heard, { capture: true });
      window.removeEventListener('resize', heard);
    };
  }, []);
  useEffect(() => {
    heights.current.clear();
    current.value = Math.min(current.peek(), Math.max(0, count - 1));
    latest.current();
  }, [count, current]);
  useLayoutEffect(() => {
    if (box.current !== null && isShown(box.current)) measure(box.current, heights.current, count);
    if (wanted.current !== null) focusRow(box.current, wanted.current);
    wanted.current = null;
  });

  const drawn = new Set([Math.floor(current.value / PIECE)]);
  for (let piece = near.value.first; piece <= near.value.last; piece++) drawn.add(piece);
  const go = (row: number) => {
    const to = Math.min(Math.max(row, 0), count - 1);
    if (to === current.peek()) return focusRow(box.current, to);
    wanted.current = to;
    current.value = to;
  };
  return {
    stretches: stretchesOf(pieces, drawn, heightOf, count),
    reveal: (row) => {
      current.value = row;
    },
    tabIndex: (row) => (row === current.value ? 0 : -1),
    onFocusIn: ({ target }) => {
      const row = rowOf(target);
      if (row !== null) current.value = row;
    },
    onKeyDown: (pressed) => {
      const row = rowOf(pressed.target);
      const own = row === null ? undefined : headOf(box.current, row);
      // Whatever else is in a row has keys of its own.
      const to = row === null || own !== pressed.target ? undefined : destination(pressed.key, row, count);
      if (to === undefined) return;
      pressed.preventDefault();
      go(to);
    },
  };
}

function destination(key: string, row: number, count: number): number | undefined {
  return {
    ...{ ArrowDown: row + 1, ArrowUp: row - 1, PageDown: row + PAGE, PageUp: row - PAGE },
    ...{ Home: 0, End: count - 1 },
  }[key];
}

function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
  return row === null ? null : Number(row.dataset.row);
}

const headOf = (box: HTMLElement | null, row: number): HTMLElement | null | undefined =>
  box?.querySelector<HTMLElement>(`[data-row="${row}"] :is(button, input, summary)`);

const focusRow = (box: HTMLElement | null, row: number): void => headOf(box, row)?.focus();

/** Of what stands in the page and is not shown nobody knows where it is, or how high. */
const isShown = (box: HTMLElement): boolean => box.getClientRects().length > 0;

/** Drawn pieces say how high they are; the others are guessed until they are drawn. */
function measure(box: HTMLElement, heights: Map<number, number>, count: number): void {
  const rows = new Map(
    [...box.querySelectorAll<HTMLElement>('[data-row]')].map((row) => [Number(row.dataset.row), row]),
  );
  for (const [at, row] of rows) {
    const last = rows.get(Math.min(at + PIECE, count) - 1);
    if (at % PIECE !== 0 || last === undefined) continue;
    heights.set(at / PIECE, last.getBoundingClientRect().bottom - row.getBoundingClientRect().top);
  }
}

function stretchesOf(
  pieces: number,
  drawn: ReadonlySet<number>,
  heightOf: (piece: number) => number,
  count: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const from = piece * PIECE;
    const before = stretches.at(-1);
    if (drawn.has(piece)) {
      const to = Math.min(from + PIECE, count);
      if (before !== undefined && 'to' in before) stretches[stretches.length - 1] = { from: before.from, to };
      else stretches.push({ from, to });
    } else if (before !== undefined && 'room' in before) {
      stretches[stretches.length - 1] = { from: before.from, room: before.room + heightOf(piece) };
    } else stretches.push({ from, room: heightOf(piece) });
  }
  return stretches;
}
