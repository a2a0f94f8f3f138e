import type { Ports } from '../tasks/ports';

/** Text as typed is written at once, not in the end: a reload may come between two keys. */
export interface Drafts {
  readonly keep: (name: string, draft: unknown) => void;
  readonly recall: (name: string) => Promise<unknown>;
  readonly forgetAll: () => void;
}

/**
 * Small storage writes before the next key is pressed; a database would still be on its way when the page goes.
 * Where small storage is denied or full, the ledger keeps what it can.
 */
export function createDrafts(ports: Ports, mailbox: string): Drafts {
  const prefix = `loopkeeper.draft.${mailbox}.`;
  return {
    keep: (name, draft) => {
      try {
        if (draft === null || draft === undefined) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, JSON.stringify(draft));
      } catch {
        void ports.ledger.keepDraft(name, draft);
      }
    },
    recall: async (name) => {
      try {
        const kept = localStorage.getItem(prefix + name);
        if (kept !== null) return JSON.parse(kept) as unknown;
      } catch {
        // Denied or damaged: the ledger may know.
      }
      return ports.ledger.draft(name);
    },
    forgetAll: () => {
      try {
        for (const name of Object.keys(localStorage))
          if (name.startsWith(prefix)) localStorage.removeItem(name);
      } catch {
        // Denied: there is nothing to forget.
      }
    },
  };
}
