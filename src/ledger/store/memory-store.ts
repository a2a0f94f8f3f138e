import { createPace, type Turns, UNTIMED } from '../../domain/pace';
import { keyOf, type RecordKey, type Records, SHELVES, type Shelf } from './records';
import type { Reading, Store, Writing } from './store';

type Drawer = Map<string, unknown>;
type Drawers = Record<Shelf, Drawer>;

const keyText = (key: RecordKey): string => JSON.stringify(key);

const emptyDrawers = (): Drawers =>
  Object.fromEntries(SHELVES.map((shelf) => [shelf, new Map()])) as unknown as Drawers;

/** Records go in as copies, as they do with a database; out they go as they lie there, as they are never edited. */
function reading(drawers: Drawers, turns: Turns): Reading {
  const all = <Name extends Shelf>(shelf: Name) => [...drawers[shelf].values()] as Records[Name][];
  return {
    get: async (shelf, key) => drawers[shelf].get(keyText(key)) as never,
    all: async (shelf, heard) => {
      const records = all(shelf);
      heard?.(records.length);
      return records;
    },
    pagesOf: async (number) =>
      all('occurrences')
        .filter((page) => page.number === number)
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
    pace: createPace(turns),
    yearsOf: async (root) =>
      all('columns')
        .filter((one) => one.root === root)
        .sort((a, b) => a.year - b.year),
    keys: async (shelf) => [...drawers[shelf].keys()].map((key) => JSON.parse(key) as RecordKey),
    count: async (shelf) => drawers[shelf].size,
  };
}

/** Keeps everything until the pane closes; for browsers that deny storage. */
export function createMemoryStore(turns: Turns = UNTIMED): Store {
  let drawers = emptyDrawers();
  let last: Promise<unknown> = Promise.resolve();

  async function transact<Value>(work: (tx: Writing) => Promise<Value>): Promise<Value> {
    const draft = Object.fromEntries(
      SHELVES.map((shelf) => [shelf, new Map(drawers[shelf])]),
    ) as unknown as Drawers;
    const value = await work({
      ...reading(draft, turns),
      put: (shelf, record) => void draft[shelf].set(keyText(keyOf(shelf, record)), structuredClone(record)),
      remove: (shelf, key) => void draft[shelf].delete(keyText(key)),
      removeYears: (root) => {
        const theirs = (record: unknown) => (record as Records['columns']).root === root;
        for (const [key, record] of draft.columns) if (theirs(record)) draft.columns.delete(key);
      },
      clear: (shelf) => draft[shelf].clear(),
    });
    drawers = draft;
    return value;
  }

  return {
    kept: 'memory',
    read: (_shelves, work) => work(reading(drawers, turns)),
    write: (_durability, work) => {
      const mine = last.then(() => transact(work));
      last = mine.catch(() => undefined);
      return mine;
    },
    // Nothing but this pane can reach what is kept here.
    damaged: () => [],
    mended: () => {},
    close: () => {},
  };
}
