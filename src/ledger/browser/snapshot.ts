import type { SmallStore } from './loss-detector';

/** Longest snapshot kept, in characters: enough for a first view, small enough to read before the first paint. */
export const SNAPSHOT_MAX = 300_000;

/**
 * Keeps what the first paint of the next opening shows, until the database has answered. `false` when it is
 * too big or small storage refuses; then an older one is gone as well, since it would show the past as the present.
 */
export function keepSnapshot(storage: SmallStore, name: string, value: unknown): boolean {
  try {
    const text = JSON.stringify({ version: 1, value });
    if (text.length <= SNAPSHOT_MAX) {
      storage.setItem(name, text);
      return true;
    }
  } catch {
    // Full, denied, or not to be written as text.
  }
  dropSnapshot(storage, name);
  return false;
}

export function dropSnapshot(storage: SmallStore, name: string): void {
  try {
    storage.removeItem(name);
  } catch {
    // Denied: nothing was kept either.
  }
}
