import { Trouble } from '../../domain/trouble';
import { type LockPort, locked, NotGranted } from '../../patience/locked';

export type { LockPort };

/** Runs alone; null when somebody else is at it and `wait` is false. Throws `held-elsewhere` when they never end. */
export type Alone = <Value>(name: string, wait: boolean, work: () => Promise<Value>) => Promise<Value | null>;

/**
 * One at a time among all panes of this browser profile. Without Web Locks (or where a sandboxed frame is
 * refused them, or they are silent): one at a time in this pane.
 */
export function createAlone(locks: LockPort | undefined): Alone {
  const inThisPane = createQueue();
  if (locks === undefined) return inThisPane;
  return async (name, wait, work) => {
    let begun = false;
    const begin = async (lock: unknown) => {
      if (lock === null) return null;
      begun = true;
      return { value: await work() };
    };
    try {
      // Asked whether it is free the browser answers at once, or never.
      const done = await locked(locks, name, { ifFree: true }, begin);
      if (done !== null) return done.value;
      if (!wait) return null;
    } catch (cause) {
      if (begun || !(cause instanceof DOMException || cause instanceof NotGranted)) throw cause;
      return inThisPane(name, wait, work);
    }
    try {
      const done = await locked(locks, name, { ifFree: false }, begin);
      return done === null ? null : done.value;
    } catch (cause) {
      throw !begun && cause instanceof NotGranted ? new Trouble('held-elsewhere', name) : cause;
    }
  };
}

function createQueue(): Alone {
  const last = new Map<string, Promise<unknown>>();
  return async (name, wait, work) => {
    const before = last.get(name);
    if (before !== undefined && !wait) return null;
    const mine = (before ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => undefined);
    last.set(name, settled);
    try {
      return await mine;
    } finally {
      if (last.get(name) === settled) last.delete(name);
    }
  };
}
