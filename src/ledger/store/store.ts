import type { Pace } from '../../domain/pace';
import type { Damage } from './checked';
import type { RecordKey, Records, Shelf } from './records';

/** Strict: on the disk before it is acknowledged. Relaxed: at the operating system's leisure. */
export type Durability = 'strict' | 'relaxed';

/** Reads inside a transaction. Nothing else may be awaited in it: a transaction ends when it has nothing to do. */
export interface Reading {
  readonly get: <Name extends Shelf>(shelf: Name, key: RecordKey) => Promise<Records[Name] | undefined>;
  /** @param heard Told while it is read how many more are there. */
  readonly all: <Name extends Shelf>(shelf: Name, heard?: (more: number) => void) => Promise<Records[Name][]>;
  /** All pages of one series, oldest first. */
  readonly pagesOf: (number: number) => Promise<Records['occurrences'][]>;
  /** Rests are spent inside the transaction, which goes on after them. */
  readonly pace: Pace;
  /** The columns of one lineage, oldest year first. */
  readonly yearsOf: (root: number) => Promise<Records['columns'][]>;
  readonly keys: (shelf: Shelf) => Promise<readonly RecordKey[]>;
  readonly count: (shelf: Shelf) => Promise<number>;
}

/** Lets others in, where computing has gone on long enough. */
export const breathe = async ({ pace }: Reading): Promise<void> => {
  if (pace.isDue()) await pace.rest();
};

/** Writes inside a transaction; they take effect together when the work is done, or not at all. */
export interface Writing extends Reading {
  readonly put: <Name extends Shelf>(shelf: Name, record: Records[Name]) => void;
  readonly remove: (shelf: Shelf, key: RecordKey) => void;
  readonly removeYears: (root: number) => void;
  readonly clear: (shelf: Shelf) => void;
}

/** Where records are kept: the browser's database, or memory. Throws `Trouble`. */
export interface Store {
  readonly kept: 'disk' | 'memory';
  readonly read: <Value>(shelves: readonly Shelf[], work: (tx: Reading) => Promise<Value>) => Promise<Value>;
  readonly write: <Value>(durability: Durability, work: (tx: Writing) => Promise<Value>) => Promise<Value>;
  /** Records that were found damaged so far. */
  readonly damaged: () => readonly Damage[];
  /** They have been brought back, as far as that is possible. */
  readonly mended: () => void;
  readonly close: () => void;
}
