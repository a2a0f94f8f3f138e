import type { SmallStore } from './witness';

const PREFIX = 'loopkeeper.snapshot.';

/** @param partition Office's `partitionKey`, where the host says that several places share one storage. */
export const nameOf = (key: string, partition: string | undefined): string =>
  `${partition ?? ''}${PREFIX}${key}`;

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
