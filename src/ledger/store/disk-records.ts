import type { IDBPTransaction } from 'idb';
import { createPace, type Turns } from '../../domain/pace';
import { checkedOr, type Damage } from './checked';
import { keyOf, type RecordKey, type Records, type Shelf } from './records';
import type { Reading, Writing } from './store';

export type AnyTransaction = IDBPTransaction<unknown, string[], IDBTransactionMode>;
export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

/** Hears of every damaged record. */
export type Tell = (damage: Damage) => void;

/** Lies before everything that is kept. */
const NO_KEY = 0;

/** Records that are read between two rests: reading makes objects of them, which takes as long as anything else. */
const AT_ONCE = 100;

interface Asked {
  readonly range?: { readonly from: IDBValidKey; readonly to: IDBValidKey };
  readonly heard?: ((more: number) => void) | undefined;
}

/** A log of an older version, which is only read, does not have all shelves yet: nothing lies on the others. */
const has = (tx: AnyTransaction, shelf: Shelf): boolean => tx.objectStoreNames.contains(shelf);

/** Of those whose key begins with this number; a list sorts behind everything else. */
const under = (number: number) => ({ from: [number], to: [number, []] });

/** All records of a range in their order, some at a time; a transaction lives on while it is asked for more. */
async function allIn<Name extends Shelf>(
  tx: AnyTransaction,
  shelf: Name,
  tell: Tell,
  { range, heard }: Asked = {},
): Promise<Records[Name][]> {
  if (!has(tx, shelf)) return [];
  const store = tx.objectStore(shelf);
  const records: Records[Name][] = [];
  let query = range === undefined ? undefined : IDBKeyRange.bound(range.from, range.to);
  for (;;) {
    const some: unknown[] = await store.getAll(query, AT_ONCE);
    for (const one of some) {
      const record = checkedOr(shelf, one, tell);
      if (record !== null) records.push(record);
    }
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
  return {
    get: async (shelf, key) => {
      const record: unknown = has(tx, shelf)
        ? await tx.objectStore(shelf).get(key as IDBValidKey)
        : undefined;
      return record === undefined ? undefined : (checkedOr(shelf, record, tell) ?? undefined);
    },
    all: (shelf, heard) => allIn(tx, shelf, tell, { heard }),
    pagesOf: (number) => allIn(tx, 'occurrences', tell, { range: under(number) }),
    yearsOf: (root) => allIn(tx, 'columns', tell, { range: under(root) }),
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
