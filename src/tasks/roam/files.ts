import { ledgerFileOf, MOST_LEDGER_BYTES } from '../../domain/forget/roaming';
import { readRoamingFile, roamingFile, sealedInto } from '../../formats/log/roaming-file';
import type { FileKey, FolderFile, RoamPorts } from './roam-ports';
import type { FileNote, RoamingState } from './state';

export interface ExchangeMore {
  readonly signal?: AbortSignal;
  readonly onProgress?: (files: number, of: number) => void;
}

/** What an exchange learns of the files, kept as it goes, so that the next one goes on from there. */
export type Memory = Pick<RoamingState, 'tags' | 'editions' | 'notes'>;

/** One exchange with the folder, under way. */
export interface ExchangeContext extends ExchangeMore {
  readonly ports: RoamPorts;
  readonly files: readonly FolderFile[];
  /** The key that seals here; null: nothing is sealed. */
  readonly key: FileKey | null;
  /** Keys this machine has. */
  readonly keys: ReadonlyMap<string, FileKey>;
  /** Keys the person opened here and did not end: what one of them sealed, somebody who may write wrote. */
  readonly trusted: ReadonlySet<string>;
  /** Everything is gone through because of another key: what others sealed with an ended one is taken over. */
  readonly isRekeyed: boolean;
  readonly memory: () => Memory;
  readonly remember: (name: string, what: Learnt) => Promise<void>;
}

interface Learnt {
  readonly tag?: string;
  readonly edition?: number;
  readonly note?: FileNote | null;
}

export interface OpenFile {
  readonly kind: 'open';
  readonly text: string;
  readonly lines: string;
  readonly key: string | null;
  readonly edition: number;
}

export type OpenedFile =
  | OpenFile
  | { readonly kind: 'gone' }
  | { readonly kind: 'damaged' | 'too-large' }
  | { readonly kind: 'other-key'; readonly key: string };

/** A file of the folder as far as it can be opened here. A sealed one opens whole, under its own name, or not at all. */
export async function openFile(
  { ports, keys, signal }: Pick<ExchangeContext, 'ports' | 'keys' | 'signal'>,
  file: FolderFile,
): Promise<OpenedFile> {
  if (file.size > MOST_LEDGER_BYTES) return { kind: 'too-large' };
  const got = await ports.folder.read(file, MOST_LEDGER_BYTES, signal);
  if (got === 'gone' || got === 'too-large') return { kind: got };
  const { text } = got;
  const read = readRoamingFile(text);
  if (!read.ok) return { kind: 'damaged' };
  const { head, rest } = read.value;
  const { key: id, edition } = head;
  if (id === null) return { kind: 'open', text, lines: rest, key: null, edition };
  const key = keys.get(id);
  if (key === undefined) return { kind: 'other-key', key: id };
  const lines = await ports.cipher.unseal(key, rest, sealedInto(file.name, head));
  return lines === null ? { kind: 'damaged' } : { kind: 'open', text, lines, key: id, edition };
}

/** Whether somebody who may write into this log wrote it: into an open one everybody may who can write there. */
export const isTrusted = ({ key, trusted }: ExchangeContext, file: OpenFile): boolean =>
  key === null || (file.key !== null && trusted.has(file.key));

/** Whether a file is sealed as ours are to be now. */
export const isSealedRight = ({ key, trusted }: ExchangeContext, file: OpenFile): boolean =>
  key === null ? file.key === null : file.key !== null && trusted.has(file.key) && file.edition > 0;

/**
 * Writes a file of our own: sealed where there is a key, and counted before it is written, so that no two texts carry
 * one count. Gives its tag.
 */
export async function writeFile(context: ExchangeContext, name: string, lines: string): Promise<string> {
  const { ports, key } = context;
  const { device = '', month = '' } = ledgerFileOf(name) ?? {};
  const edition = key === null ? 0 : (context.memory().editions[name] ?? 0) + 1;
  const head = { device, month, key: key?.id ?? null, edition };
  if (key !== null) await context.remember(name, { edition });
  const rest = key === null ? lines : await ports.cipher.seal(key, lines, sealedInto(name, head));
  return ports.folder.write(name, roamingFile({ head, rest }));
}
