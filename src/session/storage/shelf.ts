import type { SmallStore } from '../../ledger/browser/loss-detector';

/** Whose things they are: every name in small storage says so. */
export interface StorageName {
  /** What Outlook asks to put before every name, where several sites that frame the pane share one store. */
  readonly partition: string;
  /** The address under which the log was begun. */
  readonly log: string;
}

/** Small storage as far as it is this log's. Throws where the browser denies it. */
export interface StorageShelf extends SmallStore {
  /** What lies here, by its own name. */
  readonly names: () => readonly string[];
}

const HOUSE = 'loopkeeper/';

/** An address in a name, with an end: `a@b.example` is no beginning of `a@b.example.org`. */
const under = ({ partition, log }: StorageName): string => `${partition}${HOUSE}${encodeURIComponent(log)}/`;

/** @param storage Asked for each time: reaching for it can throw. */
export function shelfOf(
  place: StorageName,
  storage: () => Storage = () => globalThis.localStorage,
): StorageShelf {
  const prefix = under(place);
  return {
    getItem: (name) => storage().getItem(prefix + name),
    setItem: (name, value) => storage().setItem(prefix + name, value),
    removeItem: (name) => storage().removeItem(prefix + name),
    names: () =>
      Object.keys(storage())
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length)),
  };
}

/** Where it is written which log belongs to a mailbox that got another address since the log was begun. */
const pointer = (partition: string, mailbox: string) =>
  `${partition}${HOUSE}log of/${encodeURIComponent(mailbox)}`;

/** Under which address the log of this mailbox was begun. */
export function logOf(mailbox: string, partition: string): string {
  try {
    return globalThis.localStorage.getItem(pointer(partition, mailbox)) ?? mailbox;
  } catch {
    return mailbox;
  }
}

export function rememberLogOf(mailbox: string, partition: string, log: string): void {
  try {
    globalThis.localStorage.setItem(pointer(partition, mailbox), log);
  } catch {
    // Denied: it is found anew next time.
  }
}
