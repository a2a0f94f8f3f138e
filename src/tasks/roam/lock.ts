import { keyOfFile, newIn } from '../../domain/forget/roaming';
import { readRoamingFile } from '../../formats/log/roaming-file';
import { boxesIn, keepBoxes } from './boxes';
import { type Endings, endingsIn } from './ending';
import type { ExchangeContext, Memory } from './files';
import type { FileKey, FolderFile, RoamPorts } from './roam-ports';
import type { RoamingState } from './state';

export interface Lock extends Endings {
  /** The key to seal with; null: nothing is sealed. Of several made at once, all machines choose the same. */
  readonly key: FileKey | null;
  readonly keys: ReadonlyMap<string, FileKey>;
  readonly trusted: ReadonlySet<string>;
  readonly boxes: RoamingState['boxes'];
}

/** Keys that the person opened here and did not end. */
export const standingKeys = ({ opened, ended }: RoamingState): readonly string[] =>
  [...opened].filter((id) => !ended.includes(id)).sort();

/**
 * What seals here is what the person opened here, whatever lies in the folder: a file that is there, or is not there
 * any more, opens nothing. `locked`: they opened a key once, and this pane does not have it.
 */
export async function lockOf(
  ports: RoamPorts,
  state: RoamingState,
  files: readonly FolderFile[],
): Promise<Lock | 'locked'> {
  // A key that this browser remembers from a copy of before opens nothing until its passphrase was given for this one.
  const ours = new Set([...state.opened, ...state.ended]);
  const keys = new Map([...(await ports.keys())].filter(([id]) => ours.has(id)));
  const standing = standingKeys(state);
  const sealing = standing.flatMap((id) => keys.get(id) ?? []);
  const key = sealing[0] ?? null;
  if (key === null && standing.length > 0) return 'locked';
  const endings = await endingsIn(ports, state, files, sealing);
  const isEnding = (id: string) => endings.asked.some((one) => one.id === id);
  const boxes = await keepBoxes(ports, state, files, sealing, isEnding);
  return { ...endings, key, keys, trusted: new Set(sealing.map(({ id }) => id)), boxes };
}

/** Keys by which files were sealed that cannot be opened here, and that the person did not call foreign. */
export const unopenedKeys = (
  { notes }: Memory,
  { foreign }: Pick<RoamingState, 'foreign'>,
): readonly string[] => [
  ...new Set(
    Object.values(notes).flatMap((note) =>
      note.why === 'other-key' && !foreign.includes(note.key) ? [note.key] : [],
    ),
  ),
];

/**
 * Whether a machine without a key waits for the person's answer: another machine of theirs may protect the log. What is
 * written here would lie open beside it, and what lies open there somebody else may have written. A key that nothing is
 * sealed with holds nobody up but whoever comes new.
 */
export async function waitsForKey(
  ports: RoamPorts,
  state: RoamingState,
  files: readonly FolderFile[],
): Promise<boolean> {
  if (unopenedKeys(state, state).length > 0) return true;
  if (state.tags !== null) return false;
  const known = new Set([...state.foreign, ...state.ended]);
  return (await boxesIn(ports, files)).some(({ id }) => !known.has(id));
}

/** Which of the new files are sealed with keys that are not here, from how they begin: before anything of them is believed. */
export async function lookForKeys(
  { ports, keys, memory, remember, signal }: ExchangeContext,
  files: readonly FolderFile[],
): Promise<void> {
  const { tags } = memory();
  if (tags !== null && !files.some(({ name }) => keyOfFile(name) !== null)) return;
  for (const file of newIn(files, tags)) {
    const begin = await ports.folder.begin(file, signal);
    const read = begin === null ? null : readRoamingFile(begin);
    const key = read?.ok === true ? read.value.head.key : null;
    if (key === null || keys.has(key)) continue;
    await remember(file.name, { note: { tag: file.tag, why: 'other-key', key } });
  }
}
