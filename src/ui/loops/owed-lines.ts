import type { Loop } from '../../domain/loops/loop';
import { goToDecision, goToOccurrence } from '../state/go-to';
import { openPerson } from '../state/page-over';
import type { PaneState } from '../state/pane';

/** What became of a line that was on screen: it keeps its place, so that nothing moves under the finger. */
export type Settled = 'noted' | 'put-off' | 'done' | 'sent' | 'not-sent';

/** What was entered of a line, to be taken back; null: what was typed cannot be taken. */
export type Noted = string | readonly string[] | null;

export interface OwedLine {
  readonly name: string;
  readonly loop: Loop;
  /** Null: it is owed. */
  readonly settled: Settled | null;
}

/** By which a line is known again. */
export function nameOfLoop({ kind, people: [person], decisions: [decision], holds: [first] }: Loop): string {
  const id = kind === 'to-tell' ? person?.key : kind === 'objection' ? decision?.id : first?.id;
  return `${kind} ${id ?? ''}`;
}

/**
 * The lines as they stand now: those that were on screen, each in its place, whatever became of it. What has come since
 * waits until the list is opened again: a line that comes by itself would push away what somebody is about to press.
 */
export function linesNow(
  before: readonly OwedLine[],
  loops: readonly Loop[],
  did: Readonly<Record<string, Settled>>,
  isKept: (loop: Loop) => boolean,
): readonly OwedLine[] {
  if (before.length === 0) return loops.map((loop) => ({ name: nameOfLoop(loop), loop, settled: null }));
  const owed = new Map(loops.map((loop) => [nameOfLoop(loop), loop]));
  return before.flatMap(({ name, loop: last }): readonly OwedLine[] => {
    const loop = owed.get(name);
    if (loop !== undefined) return [{ name, loop, settled: null }];
    const elsewhere = last.kind === 'unrecorded' ? 'noted' : 'done';
    return isKept(last) ? [{ name, loop: last, settled: did[name] ?? elsewhere }] : [];
  });
}

/** How many have come since the list was opened. */
export function newsSince(lines: readonly OwedLine[], loops: readonly Loop[]): number {
  const shown = new Set(lines.map(({ name }) => name));
  return loops.filter((loop) => !shown.has(nameOfLoop(loop))).length;
}

type LoopPlace = Pick<Loop, 'series' | 'occurrence' | 'decisions'> &
  Partial<Pick<Loop, 'kind' | 'people' | 'asks' | 'span'>>;

/** Where a loop is dealt with that is not dealt with in its line. */
export async function goToLoop(
  state: PaneState,
  { kind, series, occurrence, decisions, people = [], asks, span = null }: LoopPlace,
): Promise<void> {
  const [person] = people;
  // What no recap holds for somebody is told by their catch-up (13.5), and so is what was in one.
  const isCatchUp = kind === 'to-tell' || (kind === 'sending' && !asks);
  // What was to go before a sync that has begun goes with what they have not heard.
  const isOver = kind === 'sending' && span !== null && span.start <= state.now.peek();
  if (isCatchUp && (occurrence === null || isOver) && person !== undefined) {
    openPerson(state, person, document.activeElement as HTMLElement);
    return;
  }
  await (occurrence === null
    ? goToDecision(state, { series, id: decisions[0]?.id ?? null })
    : goToOccurrence(state, series, occurrence));
}
