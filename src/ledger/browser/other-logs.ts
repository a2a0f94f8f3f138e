import { LIMITS } from '../../patience/limits';
import { within } from '../../patience/within';

/** Another log in this browser. */
export interface OtherLog {
  readonly name: string;
  /** Object id of the account it was kept for. */
  readonly objectId: string;
  readonly facts: number;
}

/** What of a log can be told without opening it as one. */
interface Told {
  readonly account: unknown;
  readonly owner: unknown;
  readonly counts: unknown;
}

/**
 * The logs in this browser of which it is known whose they are, without the one of this name. Nothing is changed in them,
 * nor made where one has gone meanwhile.
 */
export async function otherLogs(
  indexedDB: IDBFactory | undefined,
  own: string,
  isLog: (name: string) => boolean,
): Promise<readonly OtherLog[]> {
  const all = await answered(indexedDB?.databases?.() ?? Promise.resolve([]));
  const names = (all ?? []).flatMap(({ name = '' }) => (name !== own && isLog(name) ? [name] : []));
  const told = await Promise.all(names.map((name) => answered(look(indexedDB as IDBFactory, name))));
  return told.flatMap((one, at) => {
    const objectId = one === null ? null : idOf(one);
    return objectId === null ? [] : [{ name: names[at] ?? '', objectId, facts: factsOf(one?.counts) }];
  });
}

/** Another log must not keep this one waiting: one that does not answer, or cannot be read, is passed over. */
const answered = <Value>(work: Promise<Value>): Promise<Value | null> =>
  within(LIMITS.otherLog, () => new Error('no answer'), work).catch(() => null);

function look(indexedDB: IDBFactory, name: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const tx = db.transaction('meta', 'readonly');
      const meta = tx.objectStore('meta');
      const [account, owner, counts] = ['setting:account', 'setting:owner', 'counts'].map((key) =>
        meta.get(key),
      );
      tx.oncomplete = () => {
        db.close();
        const found = (asked: IDBRequest | undefined) =>
          (asked?.result as { value?: unknown } | undefined)?.value;
        resolve({ account: found(account), owner: found(owner), counts: found(counts) });
      };
      tx.onabort = () => {
        db.close();
        reject(tx.error);
      };
    };
  });
}

/** The first version kept the id with the owner alone. */
function idOf({ account, owner }: Told): string | null {
  if (typeof account === 'string') return account;
  const id = (owner as { directoryId?: unknown } | undefined)?.directoryId;
  return typeof id === 'string' ? id : null;
}

const factsOf = (counts: unknown): number => {
  const facts = (counts as { facts?: unknown } | undefined)?.facts;
  return typeof facts === 'number' ? facts : 0;
};
