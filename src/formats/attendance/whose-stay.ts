import { type Instant, MINUTE, type Span } from '../../domain/time/time';

interface Asked {
  readonly stay: Span;
  readonly at: number;
}

/**
 * Of people with one name, whose stay each is: the first one's whose whole time holds it, or whose whole time nobody
 * knows; else the first one's. A file can name thousands alike, so they are not gone through for each stay: both are
 * walked by when they begin, and the first whose end is late enough is found by halves. Ends without seconds can lie
 * anywhere in their minute.
 */
export function whoseStays(
  wholes: readonly (Span | null)[],
  stays: readonly (Span | null)[],
): readonly number[] {
  const open = wholes.indexOf(null);
  const held = wholes
    .flatMap((whole, at) => (whole === null ? [] : [{ whole, at }]))
    .sort((a, b) => a.whole.start - b.whole.start);
  const asked = stays
    .flatMap((stay, at): readonly Asked[] => (stay === null ? [] : [{ stay, at }]))
    .sort((a, b) => a.stay.start - b.stay.start);
  const first = firstByEnd(held.map(({ whole }) => whole.end));
  const found = stays.map(() => 0);
  let next = 0;
  for (const { stay, at } of asked) {
    for (
      let one = held[next];
      one !== undefined && stay.start > one.whole.start - MINUTE;
      one = held[++next]
    ) {
      first.put(one.whole.end, one.at);
    }
    const holder = Math.min(first.from(stay.end - MINUTE), open === -1 ? Infinity : open);
    found[at] = Number.isFinite(holder) ? holder : 0;
  }
  return found;
}

/** The lowest number among those that end after a time, of all that were put in so far (a Fenwick tree). */
function firstByEnd(ends: readonly Instant[]) {
  const sorted = [...new Set(ends)].sort((a, b) => b - a);
  const rank = new Map(sorted.map((end, at) => [end, at + 1]));
  const least = new Array<number>(sorted.length + 1).fill(Infinity);
  /** How many of the ends are after it. */
  const after = (time: Instant): number => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((sorted[middle] ?? 0) > time) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    put: (end: Instant, value: number): void => {
      for (let at = rank.get(end) ?? Infinity; at < least.length; at += at & -at) {
        least[at] = Math.min(least[at] ?? Infinity, value);
      }
    },
    from: (time: Instant): number => {
      let lowest = Infinity;
      for (let at = after(time); at > 0; at -= at & -at) lowest = Math.min(lowest, least[at] ?? Infinity);
      return lowest;
    },
  };
}
