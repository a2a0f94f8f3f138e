import type { RoleWord } from '../../domain/facts/entered/erasure';
import type { RetentionDays } from '../../domain/facts/entered/reduced';
import type { Person } from '../../domain/facts/things/person';
import type { BackupDue } from '../../domain/forget/backup';
import type { Passage } from '../../domain/forget/passages';
import type { FileCheck } from '../../formats/log/chain';
import type { Watch } from './watch';

/** Forgetting and looking after the log: seldom wanted, so its code comes when it is first asked for. */
export interface KeeperActions {
  /** What erasing somebody would do, before it is done. */
  readonly planErasing: (person: Person) => Promise<ErasePlan>;
  /** For good. False: it was stopped, and nobody was erased. */
  readonly erase: (
    person: Person,
    role: RoleWord,
    forms: readonly string[],
    watch: Watch,
  ) => Promise<boolean>;
  /** How many days facts about persons are kept. */
  readonly retention: () => Promise<RetentionDays>;
  /** The rows that were to become counts in a week stay. */
  readonly keepRows: () => Promise<void>;
  /** Whoever was erased elsewhere is in this log again, as before. */
  readonly keepErased: () => Promise<void>;
  /** What is older becomes counts, more than a month at once after a week. False: it was stopped, and is done another time. */
  readonly keepFor: (days: RetentionDays, watch: Watch) => Promise<boolean>;
  /** Looks whether everything is there, and makes the views anew from the facts. Null: it was stopped. */
  readonly check: (watch: Watch) => Promise<Checked | null>;
  /** Holds an exported file against its digests, in it or beside it; null: there are none that can be read. */
  readonly checkFile: (
    text: string,
    beside: string | null,
    watch: Watch,
  ) => Promise<FileCheck | 'stopped' | null>;
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
  /** What would be left and looks like their name. */
  readonly passages: readonly Passage[];
}
