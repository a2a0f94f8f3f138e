/** Outlook serves four requests of one app on one mailbox at a time; the fifth is refused with 429. */
export const PLACES = 4;

/**
 * At most four pieces of work at once over all panes of this browser profile, by four Web Locks. Without Web
 * Locks, four in this pane.
 */
export function createGate(locks: LockManager | undefined) {
  let inside = 0;
  const waiting: (() => void)[] = [];

  async function ownTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (inside >= PLACES) await new Promise<void>((go) => waiting.push(go));
    inside++;
    try {
      return await work();
    } finally {
      inside--;
      waiting.shift()?.();
    }
  }

  let next = 0;
  return <Value>(work: () => Promise<Value>): Promise<Value> =>
    ownTurn(async () => {
      if (locks === undefined) return work();
      const name = (place: number) => `loopkeeper-graph-${place}`;
      for (let place = 0; place < PLACES; place++) {
        const done = await locks.request(name(place), { ifAvailable: true }, async (lock) =>
          lock === null ? null : { value: await work() },
        );
        if (done !== null) return done.value;
      }
      next = (next + 1) % PLACES;
      return (await locks.request(name(next), async () => ({ value: await work() }))).value;
    });
}
