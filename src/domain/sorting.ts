import type { Steps } from './pace';

/** So many are sorted, or merged, in one step. */
const RUN = 1000;

/** The list in order, step by step: a hundred thousand lines sorted at once would keep a tap waiting. */
export function* sorting<Item>(
  items: readonly Item[],
  order: (a: Item, b: Item) => number,
): Steps<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], order));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merging<Item>(
  a: readonly Item[],
  b: readonly Item[],
  order: (a: Item, b: Item) => number,
): Steps<readonly Item[]> {
  const merged: Item[] = [];
  const [left, right] = [a.values(), b.values()];
  let [one, other] = [left.next(), right.next()];
  while (!one.done || !other.done) {
    // Of two that are equal the first stays the first.
    if (!one.done && (other.done || order(one.value, other.value) <= 0)) {
      merged.push(one.value);
      one = left.next();
    } else if (!other.done) {
      merged.push(other.value);
      other = right.next();
    }
    if (merged.length % RUN === 0) yield;
  }
  return merged;
}

/** What belongs together, in the order given; one can belong to several groups. */
export function grouped<One, Key>(
  all: readonly One[],
  keysOf: (one: One) => readonly Key[],
): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}
