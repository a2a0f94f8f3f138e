import type { Brings } from '../../domain/forget/brings';
import type { Instant } from '../../domain/time/time';
import type { Trouble } from '../../domain/trouble';

/** The same log on all of a person's Outlooks. */
export interface RoamingActions {
  /** Calls back with how it stands, at once and whenever that changes. Gives the way to stop. */
  readonly watch: (changed: (view: RoamingView) => void) => () => void;
  /** Exchanges a little later, once for everything that happens meanwhile. */
  readonly soon: () => void;
  /** Never throws: trouble is in the view. */
  readonly exchange: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** From a click: asks for the permission. */
  readonly switchOn: () => Promise<void>;
  readonly switchOff: () => Promise<void>;
  /** The files in OneDrive go; what is on this machine stays. */
  readonly deleteCopy: () => Promise<void>;
  readonly protect: (passphrase: string, forGood: boolean) => Promise<void>;
  /** The files can be read again by whoever can open the folder; on all machines. */
  readonly unprotect: () => Promise<void>;
  /** False: a wrong passphrase. */
  readonly unlock: (passphrase: string, forGood: boolean) => Promise<boolean>;
  readonly changePassphrase: (old: string, next: string) => Promise<boolean>;
  /** Files that nobody sealed who has the key: taken in, or left unread. For those that were shown, and no others. */
  readonly answerUnsealed: (question: UnsealedQuestion, takesIn: boolean) => Promise<void>;
  /** Another machine ended the protection: here as well, or not. */
  readonly answerEnding: (ending: Ending, ends: boolean) => Promise<void>;
  /** The sealed files are somebody else's: roaming goes on beside them. */
  readonly goWithout: () => Promise<void>;
  /** Everything is being erased on this machine. */
  readonly forgetKeys: () => void;
}

export interface RoamingView {
  readonly on: boolean;
  /** The copy was deleted on another machine; roaming went off here. */
  readonly ended: boolean;
  readonly busy: boolean;
  readonly progress: { readonly files: number; readonly of: number } | null;
  readonly exchangedAt: Instant | null;
  readonly trouble: Trouble | null;
  /** A passphrase is asked for. */
  readonly locked: boolean;
  /** What locks was opened by nobody on this machine: the person may go on without it. */
  readonly mayGoWithout: boolean;
  readonly sealed: boolean;
  /** Null: not looked yet. */
  readonly news: FolderNews | null;
}

/** What the person should know of the folder, and what they are asked; for as long as it is so. Numbers are of files. */
export interface FolderNews {
  readonly damaged: number;
  readonly tooLarge: number;
  readonly otherKey: number;
  readonly older: number;
  readonly left: number;
  readonly falseEnding: boolean;
  readonly ending: Ending | null;
  readonly unsealed: UnsealedQuestion | null;
}

export interface Ending {
  readonly id: string;
  readonly at: Instant;
}

export interface UnsealedQuestion {
  readonly brings: Brings;
  readonly files: Readonly<Record<string, string>>;
}
