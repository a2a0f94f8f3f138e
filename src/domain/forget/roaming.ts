import type { Instant } from '../time/time';

/** A file of the folder that all of a person's Outlooks share, as the folder lists it. */
export interface ListedFile {
  readonly name: string;
  /** Another one whenever something else is in it. */
  readonly tag: string;
}

/** One file per device and month, written by that device alone; a full one is followed by another part. */
export interface LedgerFile {
  readonly device: string;
  /** `2026-11`. */
  readonly month: string;
  /** From 1. */
  readonly part: number;
}

/** The month a fact was recorded in, so that old files stay as they are. */
export function monthOf(recordedAt: Instant): string {
  const inRange = Math.abs(recordedAt) <= 8.64e15 && recordedAt >= 0 ? recordedAt : 0;
  return new Date(inRange).toISOString().slice(0, 7);
}

export const ledgerFileName = ({ device, month, part }: LedgerFile): string =>
  `ledger-${device}-${month}${part === 1 ? '' : `.${part}`}.jsonl`;

/** Of a name that we could have given: each file has one name alone, and no number in it grows without end. */
export function ledgerFileOf(name: string): LedgerFile | null {
  const [, device, month, part = '1'] =
    /^ledger-([0-9a-z]{1,64})-(\d{4}-(?:0[1-9]|1[0-2]))(?:\.(\d{1,4}))?\.jsonl$/.exec(name) ?? [];
  if (device === undefined || month === undefined) return null;
  const file = { device, month, part: Number(part) };
  return ledgerFileName(file) === name ? file : null;
}

/** Parts that a month of one machine can have. */
export const MOST_PARTS = 9_999;

/**
 * What a file of the folder may weigh, in bytes. The largest that was ever written is one part of 1,500,000 characters,
 * sealed; what opens a key, or ends one, is a few hundred.
 */
export const MOST_LEDGER_BYTES = 8_000_000;
export const MOST_KEY_BYTES = 4_096;

/** What opens sealed files lies beside them, under the id of its key. */
export const keyFileName = (id: string): string => `key-${id}.json`;
export const keyOfFile = (name: string): string | null =>
  /^key-([0-9a-z]{1,64})\.json$/.exec(name)?.[1] ?? null;

/** Says on every machine that a key is not to be sealed with any more, and that its box does not come back. */
export const keyEndedName = (id: string): string => `key-${id}-ended.json`;
export const endedKeyOf = (name: string): string | null =>
  /^key-([0-9a-z]{1,64})-ended\.json$/.exec(name)?.[1] ?? null;

/** Shorter passphrases are guessed by whoever gets hold of the files. In characters. */
export const LEAST_PASSPHRASE = 10;

/** Says on every machine that the copy was deleted on purpose, and is not to come back by itself. */
export const ENDED_FILE = 'roaming-ended.json';

/** What this device remembers of the folder. */
export interface FolderMemory {
  /** Files as last read or written here, by name. Null: nothing has been exchanged yet. */
  readonly tags: Readonly<Record<string, string>> | null;
  /** The key its own files are sealed with; null: they can be read by whoever can read the folder. */
  readonly key: string | null;
  /** What had been forgotten when its own files were last gone through. */
  readonly forgotten: string;
}

/**
 * Whether to go through everything again: what I have and no file has goes into mine. So it is at first, after
 * somebody deleted or changed a file of the folder, after a writing nobody knows the end of, with another key, and
 * when something was forgotten. It costs time, and heals whatever happened.
 */
export function goesThroughAll(
  files: readonly ListedFile[],
  device: string,
  memory: FolderMemory,
  key: string | null,
  forgotten: string,
): boolean {
  const { tags } = memory;
  if (tags === null || memory.key !== key || memory.forgotten !== forgotten) return true;
  const listed = new Set(files.map(({ name }) => name));
  if (Object.keys(tags).some((name) => !listed.has(name))) return true;
  return files.some(({ name, tag }) => {
    const known = tags[name];
    return known !== undefined && known !== tag && ledgerFileOf(name)?.device === device;
  });
}

/** Ledger files with something in them that this device has not read. */
export const newIn = <File extends ListedFile>(
  files: readonly File[],
  tags: FolderMemory['tags'],
): readonly File[] => files.filter(({ name, tag }) => ledgerFileOf(name) !== null && tags?.[name] !== tag);
