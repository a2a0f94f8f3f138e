import { keyFileName, keyOfFile, MOST_KEY_BYTES } from '../../domain/forget/roaming';
import type { BoxWorth, FileKey, FolderFile, RoamPorts } from './roam-ports';
import type { RoamingState } from './state';

/** Boxes looked at in one go; a folder of ours has one, or two where two machines chose a passphrase at once. */
const MOST_BOXES = 24;

export interface FoundBox {
  readonly id: string;
  readonly text: string;
}

/** A small file of the folder; null where it is none, or is not there. */
export async function smallText({ folder }: RoamPorts, file: FolderFile): Promise<string | null> {
  if (file.size > MOST_KEY_BYTES) return null;
  const got = await folder.read(file, MOST_KEY_BYTES);
  return typeof got === 'string' ? null : got.text;
}

/** Boxes in the folder with the form and the name of one; whose they are only a passphrase can tell. */
export async function boxesIn(
  ports: RoamPorts,
  files: readonly FolderFile[],
  first: ReadonlySet<string> = new Set(),
): Promise<readonly FoundBox[]> {
  const listed = files
    .flatMap((file) => {
      const id = keyOfFile(file.name);
      return id === null ? [] : [{ id, file }];
    })
    .sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  const boxes: FoundBox[] = [];
  for (const { id, file } of listed.slice(0, MOST_BOXES)) {
    const text = await smallText(ports, file);
    if (text !== null && (await ports.cipher.judgeBox(text, id, null)).kind !== 'bad')
      boxes.push({ id, text });
  }
  return boxes;
}

/**
 * The boxes of the keys that seal here, kept in mind and in the folder: one that was deleted, spoilt or put back to an
 * earlier passphrase is put right again. A key whose end somebody said is left alone until the person has answered.
 */
export async function keepBoxes(
  ports: RoamPorts,
  state: RoamingState,
  files: readonly FolderFile[],
  sealing: readonly FileKey[],
  isEnding: (id: string) => boolean,
): Promise<RoamingState['boxes']> {
  const boxes: Record<string, string> = { ...state.boxes };
  for (const key of sealing) {
    const name = keyFileName(key.id);
    const file = files.find((one) => one.name === name);
    if (file === undefined && isEnding(key.id)) continue;
    const there = file === undefined ? null : await smallText(ports, file);
    const kept = boxes[key.id] ?? null;
    const box = await laterBox(ports, key, there, kept);
    if (box === null) continue;
    boxes[key.id] = box;
    if (box !== there) await ports.folder.write(name, box);
  }
  return boxes;
}

/** The one of two boxes of a key that counts; null where neither is one. */
export async function laterBox(
  { cipher }: RoamPorts,
  key: FileKey,
  there: string | null,
  kept: string | null,
): Promise<string | null> {
  const worth = async (text: string | null): Promise<BoxWorth> =>
    text === null ? { kind: 'bad' } : cipher.judgeBox(text, key.id, key);
  const [found, known] = [await worth(there), await worth(kept)];
  if (preferred(found, known) === 'there') return there;
  return known.kind === 'bad' ? null : kept;
}

/** Which of two boxes of one key counts. What a key holder made goes before what anybody could have. */
function preferred(there: BoxWorth, kept: BoxWorth): 'there' | 'kept' {
  if (there.kind === 'proven')
    return kept.kind !== 'proven' || there.edition >= kept.edition ? 'there' : 'kept';
  if (there.kind === 'plain') return kept.kind === 'bad' ? 'there' : 'kept';
  return 'kept';
}
