import { type IDBPDatabase, wrap } from 'idb';
import { type Turns, UNTIMED } from '../../domain/pace';
import { isTrouble, Trouble } from '../../domain/trouble';
import { LIMITS } from '../../patience/limits';
import { within } from '../../patience/within';
import type { Damage } from './checked';
import { reading, type Tell, type WriteTransaction, writing } from './disk-records';
import { SHELVES, type Shelf } from './records';
import type { Durability, Store } from './store';
import { UPGRADE_STEPS, type UpgradeStep, upgrade } from './upgrade';

export interface DiskOutside {
  /** How the page takes turns with long work; without, nothing rests. */
  readonly turns?: Turns;
  readonly name: string;
  readonly indexedDB: IDBFactory | undefined;
  readonly steps?: readonly UpgradeStep[];
  /**
   * Another pane with older code holds the database and does not let go. We wait until it closes, or until
   * `giveUp` is called. Not given: we give up at once.
   */
  readonly onBlocked?: (giveUp: () => void) => void;
  /** A newer version of the product opened the database: this pane has let go and must be loaded anew. */
  readonly onVersionChange?: () => void;
}

type Db = IDBPDatabase<unknown>;

const WHERE = 'the browser database';

/** What the browser said, as a Trouble; our own mistakes pass as they are. */
function troubleOf(cause: unknown): unknown {
  if (isTrouble(cause) || !(cause instanceof DOMException)) return cause;
  if (cause.name === 'VersionError') return new Trouble('storage-newer', WHERE, { cause });
  if (cause.name === 'QuotaExceededError') return new Trouble('storage-full', WHERE, { cause });
  // SecurityError in sandboxed frames, UnknownError and InvalidStateError in private windows and on broken disks.
  return new Trouble('storage-denied', WHERE, { cause });
}

function openDatabase(outside: DiskOutside, onGone: (toNewer: boolean) => void): Promise<IDBDatabase> {
  const steps = outside.steps ?? UPGRADE_STEPS;
  return new Promise((resolve, reject) => {
    if (!outside.indexedDB) throw new Trouble('storage-denied', WHERE);
    const request = outside.indexedDB.open(outside.name, steps.length);
    let givenUp = false;
    const give = (trouble: Trouble) => {
      givenUp = true;
      reject(trouble);
    };
    const giveUp = () => give(new Trouble('storage-blocked', WHERE));
    // After a pane was closed while it wrote, some browsers neither open nor refuse (office-js#615).
    const alarm = setTimeout(
      () => give(new Trouble('storage-denied', `${WHERE}: no answer`)),
      LIMITS.database,
    );
    request.onblocked = () => {
      clearTimeout(alarm);
      if (outside.onBlocked) outside.onBlocked(giveUp);
      else giveUp();
    };
    let before = 0;
    request.onupgradeneeded = (event) => {
      // An upgrade takes as long as it takes, once it is known that it goes on.
      clearTimeout(alarm);
      before = event.oldVersion;
      if (request.transaction) upgrade(request.result, request.transaction, event.oldVersion, steps);
    };
    // A step that fails takes all of the upgrade back: what was there before is there still.
    request.onerror = () => {
      clearTimeout(alarm);
      reject(
        before > 0 ? new Trouble('storage-not-upgraded', WHERE, { cause: request.error }) : request.error,
      );
    };
    request.onsuccess = () => {
      clearTimeout(alarm);
      const db = request.result;
      if (givenUp) return db.close();
      db.onversionchange = (event) => {
        db.close();
        onGone(event.newVersion !== null);
        if (event.newVersion !== null) outside.onVersionChange?.();
      };
      resolve(db);
    };
  });
}

/** The database as an older version left it. */
function openAsItIs({ indexedDB, name }: DiskOutside): Promise<IDBDatabase> {
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB?.open(name);
    if (request === undefined) throw new Trouble('storage-denied', WHERE);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return within(
    LIMITS.database,
    () => new Trouble('storage-denied', `${WHERE}: no answer`),
    opening,
    (db) => db.close(),
  );
}

/**
 * Opens the browser's database. Where it could not be brought to this version, it is read as it is, and every write
 * throws `storage-not-upgraded`. Throws `storage-denied`, `storage-newer`, `storage-blocked` or `storage-full`. */
export async function openDiskStore(outside: DiskOutside): Promise<Store> {
  const turns = outside.turns ?? UNTIMED;
  let newerCame = false;
  let readOnly = false;
  let opened: Promise<Db> | null = null;
  const damages = new Map<string, Damage>();
  const tell: Tell = (damage) => void damages.set(JSON.stringify(damage), damage);

  function open(): Promise<Db> {
    if (newerCame) return Promise.reject(new Trouble('storage-newer', WHERE));
    opened ??= openDatabase(outside, (toNewer) => {
      newerCame = toNewer;
      opened = null;
    })
      .catch((cause: unknown) => {
        if (!isTrouble(cause) || cause.kind !== 'storage-not-upgraded') throw cause;
        readOnly = true;
        return openAsItIs(outside);
      })
      .then((db) => {
        // The browser may end a connection on its own (storage cleared, disk gone): the next call opens anew.
        db.onclose = () => {
          opened = null;
        };
        return wrap(db) as Db;
      })
      .catch((cause: unknown) => {
        opened = null;
        throw troubleOf(cause);
      });
    return opened;
  }

  async function transact<Value>(
    shelves: readonly Shelf[],
    mode: 'readonly' | 'readwrite',
    durability: Durability,
    work: (tx: WriteTransaction) => Promise<Value>,
  ): Promise<Value> {
    const db = await open();
    if (newerCame) throw new Trouble('storage-newer', WHERE);
    if (readOnly && mode === 'readwrite') throw new Trouble('storage-not-upgraded', WHERE);
    try {
      // A log of an older version, which is only read, does not have all shelves yet.
      const there = shelves.filter((shelf) => db.objectStoreNames.contains(shelf));
      const tx = db.transaction(there, mode, { durability });
      const done = tx.done.then(
        () => null,
        (cause: unknown) => ({ cause }),
      );
      const outcome = await work(tx as WriteTransaction).then(
        (value) => ({ value }),
        (cause: unknown) => {
          // Nothing half-written: what was put so far goes back.
          abort(tx);
          return { cause };
        },
      );
      const ended = await done;
      if ('cause' in outcome) throw tellingCause(outcome.cause, ended?.cause);
      if (ended) throw ended.cause;
      return outcome.value;
    } catch (cause) {
      throw troubleOf(cause);
    }
  }

  await open();
  return {
    kept: 'disk',
    read: (shelves, work) =>
      transact(shelves, 'readonly', 'relaxed', (tx) => work(reading(tx as never, turns, tell))),
    write: (durability, work) =>
      transact(SHELVES, 'readwrite', durability, (tx) => work(writing(tx, turns, tell))),
    damaged: () => [...damages.values()],
    mended: () => damages.clear(),
    close: () => void opened?.then((db) => db.close()),
  };
}

/** Every pending read ends with AbortError when a transaction fails; the other of the two says why. */
const tellingCause = (ofWork: unknown, ofTransaction: unknown): unknown =>
  ofWork instanceof DOMException && ofWork.name === 'AbortError' ? (ofTransaction ?? ofWork) : ofWork;

function abort(tx: { abort: () => void }): void {
  try {
    tx.abort();
  } catch {
    // It had ended before.
  }
}
