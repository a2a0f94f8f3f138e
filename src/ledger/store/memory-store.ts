import { createPace, type Turns, UNTIMED } from '../../domain/pace';
import { keyOf, type RecordKey, type Records, SHELVES, type Shelf } from './records';
import type { Reading, Store, Writing } from './store';

type Drawer = Map<string, unknown>;
type Drawers = Record<Shelf, Drawer>;

const keyText = (key: RecordKey): string => JSON.stringify(key);

const emptyDrawers = (): Drawers =>
  Object.fromEntries(SHELVES.map((shelf) => [shelf, new Map()])) as unknown as Drawers;

/** What a database would keep of it. Records are plain, and the browser's own clone takes several times as long for those. */
function copyOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return isKept(value) ? value : structuredClone(value);
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (Object.getPrototypeOf(value) !== Object.prototype || Object.hasOwn(value, '__proto__'))
    return structuredClone(value);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copyOf((value as Record<string, unknown>)[key]);
  return copy as Value;
}

const isKept = (value: unknown): boolean => typeof value !== 'function' && typeof value !== 'symbol';

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
    const draft = { ...drawers };
    /** A drawer is copied for who writes into it. */
    const own = <Name extends Shelf>(shelf: Name): Drawer => {
      if (draft[shelf] === drawers[shelf]) draft[shelf] = new Map(drawers[shelf]);
      return draft[shelf];
    };
    const value = await work({
      ...reading(draft, turns),
      put: (shelf, record) => void own(shelf).set(keyText(keyOf(shelf, record)), copyOf(record)),
      remove: (shelf, key) => void own(shelf).delete(keyText(key)),
      removeYears: (root) => {
        const theirs = (record: unknown) => (record as Records['columns']).root === root;
        const columns = own('columns');
        for (const [key, record] of columns) if (theirs(record)) columns.delete(key);
      },
      clear: (shelf) => own(shelf).clear(),
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
