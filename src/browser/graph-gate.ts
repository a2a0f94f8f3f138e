import { type LockPort, locked, NotGranted } from '../patience/locked';

/** Outlook serves four requests of one app on one mailbox at a time; the fifth is refused with 429. */
export const PLACES = 4;

type Gate = <Value>(work: () => Promise<Value>) => Promise<Value>;

/**
 * At most four pieces of work at once over all panes of this mailbox in this browser profile, by four Web Locks. Without Web
 * Locks, or where a frame is refused them together with its storage: four in this pane.
 */
export function createGate(locks: LockPort | undefined, mailbox: string): Gate {
  const ownTurn = createOwnGate();
  if (locks === undefined) return ownTurn;
  let refused = false;
  let next = 0;

  const everybodysTurn: Gate = async (work) => {
    const name = (place: number) => `loopkeeper-graph-${place} ${mailbox}`;
    for (let place = 0; place < PLACES; place++) {
      const done = await locked(locks, name(place), { ifFree: true }, async (lock) =>
        lock === null ? null : { value: await work() },
      );
      if (done !== null) return done.value;
    }
    next = (next + 1) % PLACES;
    return (await locked(locks, name(next), { ifFree: false }, async () => ({ value: await work() }))).value;
  };

  return (work) =>
    ownTurn(async () => {
      if (refused) return work();
      let begun = false;
      try {
        return await everybodysTurn(() => {
          begun = true;
          return work();
        });
      } catch (cause) {
        if (begun || !(cause instanceof DOMException || cause instanceof NotGranted)) throw cause;
        refused = true;
        return work();
      }
    });
}

/** Four at a time in this pane; who leaves hands the place to who waits longest. */
function createOwnGate(): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (inside < PLACES) inside++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) inside--;
      else next();
    }
  };
}
