import type { LockPort } from '../../src/ledger/browser/locks';

interface Waiting {
  readonly pane: number;
  readonly enter: () => void;
}

/** The Web Locks of one browser: what a pane holds is free again as soon as the pane is gone. */
export function createLocks() {
  const holders = new Map<string, Waiting>();
  const queues = new Map<string, Waiting[]>();

  const next = (name: string): void => {
    holders.delete(name);
    const first = queues.get(name)?.shift();
    if (first === undefined) return;
    holders.set(name, first);
    first.enter();
  };

  return {
    of: (pane: number): LockPort => ({
      request: async (name, { ifAvailable }, work) => {
        if (holders.has(name) && ifAvailable) return work(null);
        const mine = await new Promise<Waiting>((resolve) => {
          const waiting: Waiting = { pane, enter: () => resolve(waiting) };
          if (holders.has(name)) {
            queues.set(name, [...(queues.get(name) ?? []), waiting]);
            return;
          }
          holders.set(name, waiting);
          waiting.enter();
        });
        try {
          return await work(mine);
        } finally {
          if (holders.get(name) === mine) next(name);
        }
      },
    }),
    /** The pane is gone: what it waited for is forgotten, what it held is free. */
    forget: (pane: number): void => {
      for (const [name, all] of queues)
        queues.set(
          name,
          all.filter((one) => one.pane !== pane),
        );
      for (const [name, holder] of [...holders]) if (holder.pane === pane) next(name);
    },
  };
}
