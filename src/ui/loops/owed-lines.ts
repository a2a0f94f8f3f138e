import type { Loop } from '../../domain/loops/loop';
import { goToDecision, goToOccurrence } from '../state/go-to';
import type { PaneState } from '../state/pane';

/** What became of a line that was on screen: it keeps its place, so that nothing moves under the finger. */
export type Settled = 'noted' | 'put-off' | 'done';

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

/** The lines as they stand now: what is new comes in its place, and what is settled stays where it was. */
export function linesNow(
  before: readonly OwedLine[],
  loops: readonly Loop[],
  did: Readonly<Record<string, Settled>>,
  isKept: (loop: Loop) => boolean,
): readonly OwedLine[] {
  const owed = new Map(loops.map((loop) => [nameOfLoop(loop), loop]));
  const lines: OwedLine[] = before.flatMap(({ name, loop: last }): readonly OwedLine[] => {
    const loop = owed.get(name);
    if (loop !== undefined) return [{ name, loop, settled: null }];
    const elsewhere = last.kind === 'unrecorded' ? 'noted' : 'done';
    return isKept(last) ? [{ name, loop: last, settled: did[name] ?? elsewhere }] : [];
  });
  let at = lines.length;
  for (const [name, loop] of [...owed].reverse()) {
    const there = lines.findIndex((line) => line.name === name);
    if (there === -1) lines.splice(at, 0, { name, loop, settled: null });
    else at = there;
  }
  return lines;
}

/** Where a loop is dealt with that is not dealt with in its line. */
export const goToLoop = (state: PaneState, { series, occurrence, decisions }: Loop): Promise<void> =>
  occurrence === null
    ? goToDecision(state, { series, id: decisions[0]?.id ?? null })
    : goToOccurrence(state, series, occurrence);
