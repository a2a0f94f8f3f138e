import type { IDBPTransaction } from 'idb';
import { createPace, type Turns } from '../domain/pace';
import { keyOf, type RecordKey, type Records, type Shelf } from './records';
import { type Damage, soundOr } from './sound';
import type { Reading, Writing } from './store';

export type AnyTransaction = IDBPTransaction<unknown, string[], IDBTransactionMode>;
export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

/** Hears of every damaged record. */
export type Tell = (damage: Damage) => void;

/** Lies before everything that is kept. */
const NO_KEY = 0;

/** Records that are read between two rests: reading makes objects of them, which takes as long as anything else. */
const AT_ONCE = 200;

interface Asked {
  readonly range?: { readonly from: IDBValidKey; readonly to: IDBValidKey };
  readonly heard?: ((more: number) => void) | undefined;
}

/** A log of an older version, which is only read, does not have all shelves yet: nothing lies on the others. */
const has = (tx: AnyTransaction, shelf: Shelf): boolean => tx.objectStoreNames.contains(shelf);

/** Of those whose key begins with this number; a list sorts behind everything else. */
const under = (number: number) => ({ from: [number], to: [number, []] });

/** All records of a range in their order, some at a time; a transaction lives on while it is asked for more. */
async function allIn(
  tx: AnyTransaction,
  shelf: Shelf,
  { range, heard }: Asked = {},
): Promise<readonly unknown[]> {
  if (!has(tx, shelf)) return [];
  const store = tx.objectStore(shelf);
  const records: unknown[] = [];
  let query = range === undefined ? undefined : IDBKeyRange.bound(range.from, range.to);
  for (;;) {
    const some: unknown[] = await store.getAll(query, AT_ONCE);
    for (const record of some) records.push(record);
    heard?.(some.length);
    if (some.length < AT_ONCE) return records;
    const last = keyOf(shelf, some.at(-1) as object) as IDBValidKey;
    query =
      range === undefined ? IDBKeyRange.lowerBound(last, true) : IDBKeyRange.bound(last, range.to, true);
  }
}

/** What is damaged is told, and left out as far as nothing can be made of it. */
export function reading(tx: AnyTransaction, turns: Turns, tell: Tell): Reading {
  // A question without an answer: it costs a third of a millisecond, and keeps the transaction.
  const letIn = async () => void (await tx.objectStore(tx.objectStoreNames[0] ?? '').getKey(NO_KEY));
  const sound = <Name extends Shelf>(shelf: Name, records: readonly unknown[]): Records[Name][] =>
    records.map((one) => soundOr(shelf, one, tell)).filter((one) => one !== null);
  return {
    get: async (shelf, key) => {
      const record: unknown = has(tx, shelf)
        ? await tx.objectStore(shelf).get(key as IDBValidKey)
        : undefined;
      return record === undefined ? undefined : (soundOr(shelf, record, tell) ?? undefined);
    },
    all: async (shelf, heard) => sound(shelf, await allIn(tx, shelf, { heard })),
    pagesOf: async (number) => sound('occurrences', await allIn(tx, 'occurrences', { range: under(number) })),
    yearsOf: async (root) => sound('columns', await allIn(tx, 'columns', { range: under(root) })),
    pace: createPace({ now: turns.now, letIn }),
    keys: async (shelf) =>
      has(tx, shelf) ? ((await tx.objectStore(shelf).getAllKeys()) as unknown as RecordKey[]) : [],
    count: async (shelf) => (has(tx, shelf) ? tx.objectStore(shelf).count() : 0),
  };
}

export function writing(tx: WriteTransaction, turns: Turns, tell: Tell): Writing {
  // Nobody awaits a single write: the transaction as a whole says whether they are there.
  const unheard = (write: Promise<unknown>) => void write.catch(() => undefined);
  return {
    ...reading(tx as unknown as AnyTransaction, turns, tell),
    put: (shelf, record) => unheard(tx.objectStore(shelf).put(record)),
    remove: (shelf: Shelf, key: RecordKey) => unheard(tx.objectStore(shelf).delete(key as IDBValidKey)),
    removeYears: (root) => {
      const { from, to } = under(root);
      unheard(tx.objectStore('columns').delete(IDBKeyRange.bound(from, to)));
    },
    clear: (shelf) => unheard(tx.objectStore(shelf).clear()),
  };
}
