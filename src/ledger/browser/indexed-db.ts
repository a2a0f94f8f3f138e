/** `globalThis.indexedDB` itself can throw where storage is denied. */
export function browserIndexedDB(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}
