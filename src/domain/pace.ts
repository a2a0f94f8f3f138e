/** Work that yields between its steps. The rules stay pure, and whoever runs them can let others in. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Goes through all steps without a pause. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** When computing has gone on long enough, and how to let others in: taps, drawing, scrolling. */
export interface Pace {
  readonly isDue: () => boolean;
  readonly rest: () => Promise<void>;
}

/** What a pace is made of. */
export interface Turns {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Lets everything in that waits. */
  readonly letIn: () => Promise<void>;
}

/** No clock at hand: nothing ever rests. */
export const UNTIMED: Turns = { now: () => 0, letIn: async () => {} };

/** Longest stretch of computing, in ms: less than a frame, so that no tap waits for it. */
const STRETCH = 12;

export function createPace({ now, letIn }: Turns): Pace {
  let begun = now();
  return {
    isDue: () => now() - begun >= STRETCH,
    rest: async () => {
      await letIn();
      begun = now();
    },
  };
}

/** Goes through all steps, with rests between them. What the steps throw passes. */
export async function inTurns<Value>(steps: Steps<Value>, pace: Pace): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (pace.isDue()) await pace.rest();
  }
}

/** How a person follows long work, and ends it. */
export interface Watched {
  /** How much is done, of how much; what is counted is for the work to say. */
  readonly onProgress?: (done: number, of: number) => void;
  /** The work ends at the next place where it can end well. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** A stretch of longer work, between two shares of it: 0 is its beginning, 1 its end. */
export const stretchOf = ({ onProgress, signal }: Watched, from: number, to: number): Watched => ({
  signal,
  onProgress: (done, of) => onProgress?.(from + ((to - from) * done) / Math.max(1, of), 1),
});

/** What work throws that somebody has ended. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Throws `Stopped` where somebody has ended the work. */
export function goOn({ signal }: Watched): void {
  if (signal?.aborted === true) throw new Stopped();
}

/** The pace of work that somebody may end: then it throws `Stopped` instead of going on. */
export function stoppable(turns: Turns, watched: Watched): Pace {
  const pace = createPace(turns);
  return {
    isDue: () => watched.signal?.aborted === true || pace.isDue(),
    rest: async () => {
      goOn(watched);
      await pace.rest();
      goOn(watched);
    },
  };
}

/** What the work gives; null where somebody has ended it. */
export async function orStopped<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof Stopped) return null;
    throw thrown;
  }
}
