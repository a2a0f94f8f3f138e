import type { Ask, GraphClient } from './client';
import { unreadable } from './errors';
import { countOf, fieldsOf, listOf, textOf } from './json';

/** More pages than any window of the product has. */
const MOST_PAGES = 200;
/** Looks at a list that changes while it is read. */
const MOST_LOOKS = 3;

interface Look {
  /** The latest version of each, in order of first appearance; what has no id comes as it is. */
  readonly items: readonly unknown[];
  readonly ids: string;
  /** Something was listed twice, or the counts of the pages disagree: the list moved under our hands. */
  readonly shifted: boolean;
}

/** Every item of a list, over all its pages. Pages are cut by `$skip`: what comes or goes meanwhile shifts the rest. */
async function look(client: GraphClient, first: Ask, onProgress?: (items: number) => void): Promise<Look> {
  const byId = new Map<string, unknown>();
  const counts = new Set<number>();
  const seen = new Set<string>();
  let repeated = false;
  let ask: Ask | null = first;
  for (let pages = 0; ask !== null; pages += 1) {
    if (pages >= MOST_PAGES) throw unreadable(first, 'more pages than can be');
    const page = await client(ask);
    if (!Array.isArray(page.value)) throw unreadable(first, 'a list without items');
    for (const item of listOf(page.value)) {
      const id = textOf(fieldsOf(item)?.id) ?? `no id ${byId.size}`;
      repeated ||= byId.has(id);
      byId.set(id, item);
    }
    const count = countOf(page['@odata.count']);
    if (count !== null) counts.add(count);
    onProgress?.(byId.size);
    const next = textOf(page['@odata.nextLink']);
    if (next !== null && seen.has(next)) throw unreadable(first, 'pages that lead in a circle');
    if (next !== null) seen.add(next);
    ask = next === null ? null : { call: first.call, path: next, signal: first.signal };
  }
  const miscounted = seen.size > 0 && counts.size > 0 && !(counts.size === 1 && counts.has(byId.size));
  return { items: [...byId.values()], ids: [...byId.keys()].sort().join(), shifted: repeated || miscounted };
}

/**
 * A list read until two looks agree, or one shows no sign of a shift. If it never holds still, everything that any
 * look showed is given: an item too many is seen again next time, one too few would be taken for gone.
 */
export async function readAll(
  client: GraphClient,
  ask: Ask,
  onProgress?: (items: number) => void,
): Promise<readonly unknown[]> {
  const looks: Look[] = [];
  for (let tries = 0; tries < MOST_LOOKS; tries += 1) {
    const latest = await look(client, ask, onProgress);
    if (!latest.shifted || latest.ids === looks.at(-1)?.ids) return latest.items;
    looks.push(latest);
  }
  const all = new Map(
    looks.flatMap(({ items }) => items).map((item, at) => [textOf(fieldsOf(item)?.id) ?? `${at}`, item]),
  );
  return [...all.values()];
}
