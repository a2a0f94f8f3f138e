import type { Ports } from '../tasks/ports';

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
export function createDrafts(ports: Ports, mailbox: string): Drafts {
  const prefix = `loopkeeper.draft.${mailbox}.`;
  const forget = (isGone: (text: unknown) => boolean) => {
    try {
      for (const name of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
        const typed = typedIn(localStorage.getItem(name));
        if (isGone(name.slice(prefix.length)) || isGone(typed)) localStorage.removeItem(name);
      }
    } catch {
      // Denied: there is nothing to forget.
    }
  };
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
    rename: (from, to) => {
      try {
        for (const name of Object.keys(localStorage)) {
          const typed = name.startsWith(prefix) && name.includes(from) ? localStorage.getItem(name) : null;
          if (typed === null) continue;
          const renamed = name.replaceAll(from, to);
          if (localStorage.getItem(renamed) === null) localStorage.setItem(renamed, typed);
          localStorage.removeItem(name);
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
