import { type Pace, Stopped, type Watched } from './pace';

/** How long work goes on: with rests, followed, and ended by a person. */
export interface Going extends Watched {
  readonly pace?: Pace;
}

/** Nobody waits: nothing ever rests. */
export const RESTLESS: Pace = { isDue: () => false, rest: async () => {} };

/** The pace of work that somebody may end: then it throws `Stopped` instead of going on. */
export const stoppable = (pace: Pace, signal: Watched['signal']): Pace => ({
  isDue: () => signal?.aborted === true || pace.isDue(),
  rest: async () => {
    goOn(signal);
    await pace.rest();
    goOn(signal);
  },
});

/** Throws `Stopped` where somebody has ended the work. */
export function goOn(signal: Watched['signal']): void {
  if (signal?.aborted === true) throw new Stopped();
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
