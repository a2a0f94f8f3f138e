import type { SmallStore } from '../../ledger/browser/loss-detector';
import type { StorageShelf } from './shelf';

/** How drafts were called by versions whose names did not say where the address ends. */
const DRAFTS = /^(decision|agreement|ask|recap|proposal|look-back)(:|$)/;

/**
 * What released versions kept in small storage, under the names of now. What of it was nobody's in particular (a stamp, a
 * colour) every mailbox takes over; the last view said of no mailbox whose it was, and is thrown away.
 */
export function adoptReleased(storage: Storage, shelf: StorageShelf, mailbox: string): void {
  try {
    adopt(storage, shelf, mailbox);
  } catch {
    // Denied or full: what is there stays, and is taken over another time.
  }
}

function adopt(storage: Storage, shelf: StorageShelf, mailbox: string): void {
  const take = (old: string, name: string, leave: boolean) => {
    const kept = storage.getItem(old);
    if (kept !== null && shelf.getItem(name) === null) shelf.setItem(name, kept);
    if (!leave) storage.removeItem(old);
  };
  const drafts = `loopkeeper.draft.${mailbox}.`;
  for (const old of Object.keys(storage)) {
    const name = old.startsWith(drafts) ? old.slice(drafts.length) : '';
    if (DRAFTS.test(name)) take(old, `draft/${name}`, false);
  }
  take('loopkeeper.stamp', 'stamp', true);
  take('loopkeeper.theme', 'theme', true);
  storage.removeItem('loopkeeper.snapshot.scene');
}

/** The witness of a log has its name already; what was missing is the partition. */
export function partitioned(storage: Storage, partition: string): SmallStore {
  return {
    getItem: (name) => storage.getItem(partition + name) ?? storage.getItem(name),
    setItem: (name, value) => storage.setItem(partition + name, value),
    removeItem: (name) => {
      storage.removeItem(partition + name);
      storage.removeItem(name);
    },
  };
}
