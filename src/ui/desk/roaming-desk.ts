import type { Instant } from '../../domain/time/time';
import type { Trouble } from '../../domain/trouble';

/** The same log on all of a person's Outlooks. */
export interface RoamingDesk {
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
  readonly sealed: boolean;
  /** Files that could not be read wholly. */
  readonly unread: number;
}
