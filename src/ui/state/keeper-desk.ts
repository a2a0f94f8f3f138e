import type { RoleWord } from '../../domain/facts/erasure';
import type { Person } from '../../domain/facts/person';
import type { BackupDue } from '../../domain/forget/backup';

/** Forgetting and looking after the log: seldom wanted, so its code comes when it is first asked for. */
export interface KeeperDesk {
  /** What erasing somebody would do, before it is done. */
  readonly planErasing: (person: Person) => Promise<ErasePlan>;
  /** For good. */
  readonly erase: (person: Person, role: RoleWord) => Promise<void>;
  /** How many days facts about persons are kept. */
  readonly retention: () => Promise<number>;
  /** What is older becomes counts at once, for good. */
  readonly keepFor: (days: number) => Promise<void>;
  /** Looks whether everything is there, and makes the views anew from the facts. */
  readonly check: () => Promise<Checked>;
  /** Null: no copy is due. */
  readonly backupDue: () => Promise<BackupDue | null>;
  readonly remindLater: () => Promise<void>;
}

export interface Checked {
  /** Nothing was lost or damaged since it was kept. */
  readonly whole: boolean;
  /** The views were as the facts make them. */
  readonly asKept: boolean;
}

export interface ErasePlan {
  /** Meetings with nobody else, by name: their log ends. */
  readonly alone: readonly string[];
  /** Decisions that name them. */
  readonly decisions: number;
}
