import type { Ports } from '../tasks/ports';
import type { StorageShelf } from './storage/shelf';

/** Text as typed is written at once, not in the end: a reload may come between two keys. */
export interface Drafts {
  readonly keep: (name: string, draft: unknown) => void;
  readonly recall: (name: string) => Promise<unknown>;
  /** What was typed for one thing goes with the name that it has from now on. */
  readonly rename: (from: string, to: string) => void;
  /** Throws away what this is true of, by its name or by what was typed. */
  readonly forget: (isGone: (text: unknown) => boolean) => void;
  readonly forgetAll: () => void;
}

/**
 * Small storage writes before the next key is pressed; a database would still be on its way when the page goes.
 * Where small storage is denied or full, the ledger keeps what it can.
 */
export function createDrafts(ports: Ports, shelf: StorageShelf): Drafts {
  const prefix = 'draft/';
  const drafts = () => shelf.names().filter((name) => name.startsWith(prefix));
  const forget = (isGone: (text: unknown) => boolean) => {
    try {
      for (const name of drafts()) {
        const typed = typedIn(shelf.getItem(name));
        if (isGone(name.slice(prefix.length)) || isGone(typed)) shelf.removeItem(name);
      }
    } catch {
      // Denied: there is nothing to forget.
    }
  };
  return {
    keep: (name, draft) => {
      try {
        if (draft === null || draft === undefined) shelf.removeItem(prefix + name);
        else shelf.setItem(prefix + name, JSON.stringify(draft));
      } catch {
        void ports.ledger.keepDraft(name, draft);
      }
    },
    recall: async (name) => {
      try {
        const kept = shelf.getItem(prefix + name);
        if (kept !== null) return JSON.parse(kept) as unknown;
      } catch {
        // Denied or damaged: the ledger may know.
      }
      return ports.ledger.draft(name);
    },
    rename: (from, to) => {
      try {
        for (const name of drafts()) {
          const typed = name.includes(from) ? shelf.getItem(name) : null;
          if (typed === null) continue;
          const renamed = name.replaceAll(from, to);
          if (shelf.getItem(renamed) === null) shelf.setItem(renamed, typed);
          shelf.removeItem(name);
        }
      } catch {
        // Denied or full: it stays under its old name.
      }
    },
    forget,
    forgetAll: () => forget(() => true),
  };
}

/** As it was typed; as text where it is damaged. */
function typedIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return text;
  }
}
