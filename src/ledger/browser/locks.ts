/** What is needed of `navigator.locks`. */
export interface LockPort {
  readonly request: <Value>(
    name: string,
    options: { readonly ifAvailable: boolean },
    work: (lock: unknown) => Promise<Value>,
  ) => Promise<Value>;
}

/** Runs alone; null when somebody else is at it and `wait` is false. */
export type Alone = <Value>(name: string, wait: boolean, work: () => Promise<Value>) => Promise<Value | null>;

/**
 * One at a time among all panes of this browser profile. Without Web Locks (or where a sandboxed frame is
 * refused them): one at a time in this pane.
 */
export function createAlone(locks: LockPort | undefined): Alone {
  const inThisPane = createQueue();
  if (locks === undefined) return inThisPane;
  return async (name, wait, work) => {
    let begun = false;
    try {
      return await locks.request(name, { ifAvailable: !wait }, async (lock) => {
        begun = true;
        return lock === null ? null : work();
      });
    } catch (cause) {
      if (begun || !(cause instanceof DOMException)) throw cause;
      return inThisPane(name, wait, work);
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
