import type { Fact } from '../../domain/facts/log/fact';
import type { ListedFile } from '../../domain/forget/roaming';
import type { Limit } from '../../domain/forget/sieve';
import type { Instant } from '../../domain/time/time';
import type { LedgerPort } from '../ledger-port';
import type { SealPort } from '../ports';

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

export interface RoamingLedger extends Pick<LedgerPort, 'setting' | 'keepSetting' | 'allFacts'> {
  readonly limits: () => Promise<readonly Limit[]>;
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
  /** Never takes in more than `most` bytes, whatever the listing said. */
  readonly read: (file: FolderFile, most: number, signal?: AbortSignal) => Promise<FolderText>;
  /** How it begins: enough for its first line. Null: it cannot be had. */
  readonly begin: (file: FolderFile, signal?: AbortSignal) => Promise<string | null>;
  /** Gives the new tag. */
  readonly write: (name: string, text: string) => Promise<string>;
  readonly remove: (name: string) => Promise<void>;
}

export interface FolderFile extends ListedFile {
  readonly size: number;
  readonly address: string | null;
}

/** `gone`: it is not there any more, or cannot be had just now. */
export type FolderText = { readonly text: string } | 'gone' | 'too-large';

/** Sealing with a key that a passphrase opens. `about` is sealed in, so that no file can stand in for another. */
export interface CipherPort {
  readonly makeKey: (passphrase: string) => Promise<OpenedBox>;
  /** Null: a wrong passphrase, or not the box of this key. */
  readonly openBox: (box: string, id: string, passphrase: string) => Promise<OpenedBox | null>;
  /** The same key in a later box that another passphrase opens. Null: the old one is wrong. */
  readonly changeBox: (box: string, id: string, old: string, next: string) => Promise<string | null>;
  /** What can be said of a box without its passphrase, by who has its key. */
  readonly judgeBox: (box: string, id: string, key: FileKey | null) => Promise<BoxWorth>;
  readonly seal: (key: FileKey, text: string, about: string) => Promise<string>;
  /** Null: damaged, or sealed with another key. */
  readonly unseal: (key: FileKey, sealed: string, about: string) => Promise<string | null>;
}

/** A key, and its box with the key's own word for it. */
export interface OpenedBox {
  readonly key: FileKey;
  readonly box: string;
}

/**
 * `proven`: whoever made it had the key; of two, the one with the higher edition came later. `plain`: of the right form,
 * and nothing more can be said, as of all boxes made before keys gave their word for them. `bad`: no box of this key.
 */
export type BoxWorth =
  | { readonly kind: 'proven'; readonly edition: number }
  | { readonly kind: 'plain' }
  | { readonly kind: 'bad' };

export interface FileKey {
  readonly id: string;
  /** The browser's own, which cannot be read out of it. */
  readonly secret: unknown;
}

/** One exchange at a time, over all panes of a browser; whatever changes what is remembered takes its turn. */
export const ROAM_LOCK = 'loopkeeper-roam';
