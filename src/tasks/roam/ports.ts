import type { Fact } from '../../domain/facts/log/fact';
import type { FolderMemory, ListedFile } from '../../domain/forget/roaming';
import type { Instant } from '../../domain/time/time';
import type { LedgerPort, SealPort } from '../ports';

/** What roaming needs of the world. */
export interface RoamPorts {
  readonly clock: () => Instant;
  readonly ledger: RoamingLedger;
  readonly folder: FolderPort;
  readonly cipher: CipherPort;
  readonly alone: SealPort['alone'];
  /** Tells this machine's files from those of the others. */
  readonly device: string;
  /** Keys this machine has, by id. */
  readonly keys: () => Promise<ReadonlyMap<string, FileKey>>;
  /** Keeps a key until the pane closes, or on this machine for good. */
  readonly keepKey: (key: FileKey, forGood: boolean) => Promise<void>;
  /** A stamp of another machine was seen: the next one given here sorts after it. */
  readonly hear: (stamp: string) => void;
  /** Another text whenever something was forgotten here: erased, or past its retention. */
  readonly forgotten: () => Promise<string>;
}

export interface RoamingLedger extends Pick<LedgerPort, 'setting' | 'keepSetting'> {
  /**
   * Adds facts that lie in the folder. `held`: each as the log has it now. `refused`: they speak of somebody who was
   * erased, wholly or in part.
   */
  readonly merge: (facts: readonly Fact[]) => Promise<Merged>;
  readonly outbox: {
    readonly fill: () => Promise<void>;
    readonly take: (most: number) => Promise<readonly Fact[]>;
    readonly put: (facts: readonly Fact[]) => Promise<void>;
    readonly sent: (facts: readonly Fact[]) => Promise<void>;
  };
}

export interface Merged {
  readonly fresh: readonly Fact[];
  readonly held: readonly Fact[];
  readonly refused: boolean;
  /** So many delete what they may not (9), and stayed outside. */
  readonly turnedAway: number;
}

/** A folder that all of a person's machines can reach; it promises no order, no locks and no comparing. */
export interface FolderPort {
  readonly list: (signal?: AbortSignal) => Promise<readonly FolderFile[]>;
  /** Null: it is gone, or cannot be had just now. */
  readonly read: (file: FolderFile, signal?: AbortSignal) => Promise<string | null>;
  /** Gives the new tag. */
  readonly write: (name: string, text: string) => Promise<string>;
  readonly remove: (name: string) => Promise<void>;
}

export interface FolderFile extends ListedFile {
  readonly size: number;
  readonly address: string | null;
}

/** Sealing with a key that a passphrase opens. `about` is sealed in, so that no file can stand in for another. */
export interface CipherPort {
  readonly makeKey: (passphrase: string) => Promise<{ readonly key: FileKey; readonly box: string }>;
  /** Null: a wrong passphrase. */
  readonly openBox: (box: string, passphrase: string) => Promise<FileKey | null>;
  /** The same key in a box that another passphrase opens. Null: the old one is wrong. */
  readonly changeBox: (box: string, old: string, next: string) => Promise<string | null>;
  readonly seal: (key: FileKey, text: string, about: string) => Promise<string>;
  /** Null: damaged, or sealed with another key. */
  readonly unseal: (key: FileKey, sealed: string, about: string) => Promise<string | null>;
}

export interface FileKey {
  readonly id: string;
  /** The browser's own, which cannot be read out of it. */
  readonly secret: unknown;
}

/** What this machine remembers of roaming. */
export interface RoamingState extends FolderMemory {
  readonly on: boolean;
  readonly exchangedAt: Instant | null;
  /** What opens the key, as it lies in the folder: put back if somebody deletes it. */
  readonly box: string | null;
}

export const NOT_ROAMING: RoamingState = {
  on: false,
  exchangedAt: null,
  tags: null,
  key: null,
  forgotten: '',
  box: null,
};

/** One exchange at a time, over all panes of a browser. */
export const ROAM_LOCK = 'loopkeeper-roam';

const SETTING = 'roaming';

export const recallRoaming = async (ledger: Pick<LedgerPort, 'setting'>): Promise<RoamingState> => ({
  ...NOT_ROAMING,
  ...((await ledger.setting(SETTING)) as Partial<RoamingState> | null),
});

export const rememberRoaming = (
  ledger: Pick<LedgerPort, 'keepSetting'>,
  state: RoamingState,
): Promise<void> => ledger.keepSetting(SETTING, state);
