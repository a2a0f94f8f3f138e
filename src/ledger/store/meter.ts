import { Stopped, type Watched } from '../../domain/pace';

/** Counts records that long work has gone through, each as often as it does. */
export interface Meter {
  /** How many it will be in the end. */
  readonly expect: (all: number) => void;
  /** So many more. Throws `Stopped` when nobody wants the work any more: its transaction takes everything back. */
  readonly did: (more: number) => void;
}

export function createMeter({ onProgress, signal }: Watched = {}): Meter {
  let of = 0;
  let done = 0;
  return {
    expect: (all) => {
      of = all;
    },
    did: (more) => {
      if (signal?.aborted) throw new Stopped();
      done = Math.min(of, done + more);
      if (of > 0) onProgress?.(done, of);
    },
  };
}
