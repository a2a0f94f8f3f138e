import type { Fact } from '../../src/domain/facts/log/fact';

/** A database as a released version left it, record by record. */
export interface Sample {
  readonly version: number;
  readonly shelves: Readonly<Record<string, Shelved>>;
}

interface Shelved {
  readonly keyPath: string | string[];
  readonly records: readonly { readonly facts?: readonly Fact[] }[];
}

/** Columns of numbers are written as `{ "Float64Array": [1, "NaN"] }`. */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revived);
  const { Float64Array: floats, Uint8Array: bytes } = value as Record<string, readonly unknown[] | undefined>;
  if (floats !== undefined) return Float64Array.from(floats, Number);
  if (bytes !== undefined) return Uint8Array.from(bytes, Number);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revived(one)]));
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
        for (const record of records) made.put(revived(record));
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(indexedDB);
    };
    request.onerror = () => reject(request.error);
  });
