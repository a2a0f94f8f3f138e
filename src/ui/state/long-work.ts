import { signal } from '@preact/signals';
import type { Watch } from '../port/watch';

/** What is over sooner needs no bar, which would only flash. In ms. */
const MOMENT = 300;

/** How long work is spoken of. */
export interface WorkWords {
  /** `Importing` */
  readonly doing: string;
  /** What is counted: `entries`. Not given: nothing that a person would count, and a share is shown. */
  readonly counted?: string;
}

/** Long work that is on screen, and how far it is. */
export interface UnderWay extends WorkWords {
  readonly done: number;
  readonly of: number;
  /** Somebody ended it; it goes on to the next place where it can end well. */
  readonly stopping: boolean;
}

/** Work that takes long, one at a time: shown as soon as it takes longer than a moment, and ended by a click. */
export function createLongWork(now: () => number = () => performance.now()) {
  const underWay = signal<UnderWay | null>(null);
  let stopper = new AbortController();
  return {
    /** null: nothing to show. */
    underWay,
    /** Gives what the work gives; whether it was ended early its signal says. */
    follow: async <Value>(words: WorkWords, work: (watch: Watch) => Promise<Value>): Promise<Value> => {
      const own = new AbortController();
      stopper = own;
      const begun = now();
      const onProgress = (done: number, of: number) => {
        if (stopper !== own || now() - begun < MOMENT) return;
        underWay.value = { ...words, done, of, stopping: own.signal.aborted };
      };
      try {
        return await work({ onProgress, signal: own.signal });
      } finally {
        if (stopper === own) underWay.value = null;
      }
    },
    stop: () => {
      stopper.abort();
      const shown = underWay.peek();
      if (shown !== null) underWay.value = { ...shown, stopping: true };
    },
  };
}
export type LongWorkState = ReturnType<typeof createLongWork>;
