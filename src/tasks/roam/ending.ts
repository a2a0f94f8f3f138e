import { endedKeyOf, keyEndedName, keyFileName } from '../../domain/forget/roaming';
import type { Instant } from '../../domain/time/time';
import { smallText } from './boxes';
import type { FileKey, FolderFile, RoamPorts } from './roam-ports';
import type { RoamingState } from './state';

/** Somebody with the key said that nothing is to be protected with it any more. */
export interface Ending {
  readonly id: string;
  readonly at: Instant;
}

const FORMAT = 'loopkeeper-key-ended';

const about = (id: string): string => `ended ${id}`;

/** The word that a key ends, sealed with the key. Older panes go by the name of the file alone. */
export async function writeEnding(ports: RoamPorts, key: FileKey): Promise<void> {
  const word = (await ports.cipher.seal(key, `${ports.clock()}`, about(key.id))).trim();
  await ports.folder.write(
    keyEndedName(key.id),
    `${JSON.stringify({ format: FORMAT, key: key.id, word })}\n`,
  );
  await ports.folder.remove(keyFileName(key.id));
}

export interface Endings {
  /** Words of key holders, to which the person has not answered here. */
  readonly asked: readonly Ending[];
  /** Keys that are said to have ended by a word that they do not confirm. It changes nothing. */
  readonly unproven: readonly string[];
}

/** What is said in the folder about the end of keys that seal here. */
export async function endingsIn(
  ports: RoamPorts,
  { goesOn }: RoamingState,
  files: readonly FolderFile[],
  sealing: readonly FileKey[],
): Promise<Endings> {
  const asked: Ending[] = [];
  const unproven: string[] = [];
  for (const key of sealing) {
    const file = files.find(({ name }) => endedKeyOf(name) === key.id);
    if (file === undefined || goesOn.includes(key.id)) continue;
    const at = await timeOf(ports, key, await smallText(ports, file));
    if (at === null) unproven.push(key.id);
    else asked.push({ id: key.id, at });
  }
  return { asked, unproven };
}

async function timeOf(ports: RoamPorts, key: FileKey, text: string | null): Promise<Instant | null> {
  const word = text === null ? null : wordIn(text);
  const said = word === null ? null : await ports.cipher.unseal(key, word, about(key.id));
  const at = Number(said);
  return said === null || said === '' || !Number.isFinite(at) ? null : at;
}

function wordIn(text: string): string | null {
  try {
    const { word } = (JSON.parse(text) ?? {}) as { readonly word?: unknown };
    return typeof word === 'string' ? word : null;
  } catch {
    return null;
  }
}
