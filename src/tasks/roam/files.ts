import { ledgerFileOf } from '../../domain/forget/roaming';
import { readRoamingFile, roamingFile } from '../../formats/log/roaming-file';
import type { FileKey, FolderFile, RoamPorts } from './ports';

export interface ExchangeMore {
  readonly signal?: AbortSignal;
  readonly onProgress?: (files: number, of: number) => void;
}

/** One exchange with the folder, under way. */
export interface Errand extends ExchangeMore {
  readonly ports: RoamPorts;
  readonly files: readonly FolderFile[];
  readonly key: FileKey | null;
  readonly keys: ReadonlyMap<string, FileKey>;
  /** Keys that nothing is to be sealed with any more. */
  readonly ended: ReadonlySet<string>;
  readonly tags: Readonly<Record<string, string>>;
  /** What was read or written so far, so that the next exchange goes on from there. */
  readonly save: (tags: Readonly<Record<string, string>>) => Promise<void>;
}

/** The lines of a file of the folder; null where they cannot be had. */
export async function linesOf(
  { ports, keys }: Pick<Errand, 'ports' | 'keys'>,
  name: string,
  text: string,
): Promise<{ readonly lines: string; readonly key: string | null } | null> {
  const file = readRoamingFile(text);
  if (!file.ok) return null;
  const { head, rest } = file.value;
  if (head.key === null) return { lines: rest, key: null };
  const key = keys.get(head.key);
  const lines = key === undefined ? null : await ports.cipher.unseal(key, rest, name);
  return lines === null ? null : { lines, key: head.key };
}

/** Whether a file is sealed as files are to be now. */
export const isSealedRight = ({ key, ended }: Errand, sealedWith: string | null): boolean =>
  sealedWith === null ? key === null : !ended.has(sealedWith);

/** A file as it goes into the folder: sealed where there is a key. */
export async function sealedFile(
  { ports, key }: Pick<Errand, 'ports' | 'key'>,
  name: string,
  lines: string,
): Promise<string> {
  const { device = '', month = '' } = ledgerFileOf(name) ?? {};
  const rest = key === null ? lines : await ports.cipher.seal(key, lines, name);
  return roamingFile({ head: { device, month, key: key?.id ?? null }, rest });
}
