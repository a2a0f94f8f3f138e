import type { RoleWord } from '../../domain/erasure';
import type { Person } from '../../domain/person';

/** Forgetting and looking after the log: seldom wanted, so its code comes when it is first asked for. */
export interface KeeperDesk {
  /** What erasing somebody would do, before it is done. */
  readonly planErasing: (person: Person) => Promise<ErasePlan>;
  /** For good. */
  readonly erase: (person: Person, role: RoleWord) => Promise<void>;
}

export interface ErasePlan {
  /** Meetings with nobody else, by name: their log ends. */
  readonly alone: readonly string[];
  /** Decisions that name them. */
  readonly decisions: number;
}
