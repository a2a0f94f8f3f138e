import type { SmallStore } from './loss-detector';

/** The snapshot as kept, or null: none, damaged, of another version, or storage denied. Check its shape. */
export function readSnapshot(storage: SmallStore, name: string): unknown {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { version, value } = kept as { version?: unknown; value?: unknown };
    return version === 1 && value !== undefined ? value : null;
  } catch {
    return null;
  }
}
