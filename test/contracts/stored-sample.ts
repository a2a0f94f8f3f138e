import type { Fact } from '../../src/domain/facts/fact';

/** A database as a released version left it, record by record. */
export interface Sample {
  readonly version: number;
  readonly shelves: Readonly<Record<string, Shelved>>;
}

interface Shelved {
  readonly keyPath: string | string[];
  readonly records: readonly { readonly facts?: readonly Fact[] }[];
}

/** Puts it into a database as that version would have. */
export const store = (
  indexedDB: IDBFactory,
  name: string,
  { version, shelves }: Sample,
): Promise<IDBFactory> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const [shelf, { keyPath, records }] of Object.entries(shelves)) {
        const made = request.result.createObjectStore(shelf, { keyPath });
        for (const record of records) made.put(record);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(indexedDB);
    };
    request.onerror = () => reject(request.error);
  });
