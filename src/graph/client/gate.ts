/** Runs work when there is room for it. */
export type Gate = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Outlook answers four requests of one app and mailbox at a time and refuses the fifth (429). */
export const AT_ONCE = 4;

/** A gate for one pane alone; where browsers can, a gate over all panes takes its place. */
export function createGate(places: number = AT_ONCE): Gate {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
