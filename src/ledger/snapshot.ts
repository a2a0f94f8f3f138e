import type { SmallStore } from './witness';

/** Longest snapshot kept, in characters: enough for a first view, small enough to read before the first paint. */
export const SNAPSHOT_MAX = 100_000;

const PREFIX = 'loopkeeper.snapshot.';

/** @param partition Office's `partitionKey`, where the host says that several places share one storage. */
const nameOf = (key: string, partition: string | undefined): string => `${partition ?? ''}${PREFIX}${key}`;

/**
 * Keeps what the first paint of the next opening shows, until the database has answered. `false` when it is
 * too big or small storage refuses; then an older one is gone as well, since it would show the past as the present.
 */
export function keepSnapshot(storage: SmallStore, key: string, value: unknown, partition?: string): boolean {
  const name = nameOf(key, partition);
  try {
    const text = JSON.stringify({ version: 1, value });
    if (text.length <= SNAPSHOT_MAX) {
      storage.setItem(name, text);
      return true;
    }
  } catch {
    // Full, denied, or not to be written as text.
  }
  dropSnapshot(storage, key, partition);
  return false;
}

/** The snapshot as kept, or null: none, damaged, of another version, or storage denied. Check its shape. */
export function readSnapshot(storage: SmallStore, key: string, partition?: string): unknown {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(key, partition)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { version, value } = kept as { version?: unknown; value?: unknown };
    return version === 1 && value !== undefined ? value : null;
  } catch {
    return null;
  }
}

export function dropSnapshot(storage: SmallStore, key: string, partition?: string): void {
  try {
    storage.removeItem(nameOf(key, partition));
  } catch {
    // Denied: nothing was kept either.
  }
}
