import { ENDED_FILE, endedKeyOf, goesThroughAll, keyFileName, keyOfFile } from '../../domain/forget/roaming';
import type { Instant } from '../../domain/time/time';
import type { ExchangeMore } from './files';
import { readFiles } from './in';
import { writeFacts } from './out';
import {
  type FileKey,
  type FolderFile,
  NOT_ROAMING,
  ROAM_LOCK,
  type RoamingState,
  type RoamPorts,
  recallRoaming,
  rememberRoaming,
} from './ports';

/** What came of an exchange with the folder. */
export type Exchange =
  | {
      readonly kind: 'done';
      readonly at: Instant;
      /** Facts that were new here, and facts that were written there. */
      readonly read: number;
      readonly wrote: number;
      /** Files that could not be read, or not wholly. They stay as they are. */
      readonly unread: readonly string[];
    }
  | { readonly kind: 'off' }
  /** The copy was deleted on purpose, on another machine: roaming is off here from now on. */
  | { readonly kind: 'ended' }
  /** Another pane is at it. */
  | { readonly kind: 'elsewhere' }
  /** Nothing was read or written: the files can be opened with a passphrase only. */
  | { readonly kind: 'locked' };

/** What a round of reading teaches can ask for another: something was forgotten elsewhere. */
const MOST_ROUNDS = 3;

/**
 * Reads what other machines wrote, and writes what no file has yet into files of this machine's own. It may end
 * anywhere and goes on from there the next time; done twice it does nothing more.
 */
export async function exchange(ports: RoamPorts, more: ExchangeMore = {}): Promise<Exchange> {
  const done = await ports.alone(ROAM_LOCK, false, () => exchangeAlone(ports, more));
  return done ?? { kind: 'elsewhere' };
}

async function exchangeAlone(ports: RoamPorts, more: ExchangeMore): Promise<Exchange> {
  const { ledger, folder, device } = ports;
  let state = await recallRoaming(ledger);
  if (!state.on) return { kind: 'off' };
  const files = await folder.list(more.signal);
  if (files.some(({ name }) => name === ENDED_FILE)) {
    await rememberRoaming(ledger, NOT_ROAMING);
    return { kind: 'ended' };
  }
  const lock = await lockOf(ports, state, files);
  if (lock === 'locked') return { kind: 'locked' };
  const { key, keys, ended } = lock;
  state = { ...state, box: lock.box };
  const save = async (tags: Readonly<Record<string, string>>) => {
    state = { ...state, tags };
    await rememberRoaming(ledger, state);
  };
  let read = 0;
  const unread = new Set<string>();
  const unclean = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const forgotten = await ports.forgotten();
    if (goesThroughAll(files, device, state, key?.id ?? null, forgotten)) {
      await ledger.outbox.fill();
      state = { ...state, key: key?.id ?? null, forgotten };
      await save({});
    }
    const found = await readFiles({ ports, files, key, keys, ended, tags: state.tags ?? {}, save, ...more });
    read += found.fresh;
    for (const name of found.unread) unread.add(name);
    for (const name of found.unclean) unclean.add(name);
    if ((await ports.forgotten()) === forgotten) break;
  }
  const wrote = await writeFacts({ ports, files, key, keys, ended, tags: state.tags ?? {}, save, ...more });
  // Only now: what they held lies in files of our own.
  for (const name of unclean) {
    await folder.remove(name);
    const { [name]: _, ...tags } = state.tags ?? {};
    await save(tags);
  }
  const at = ports.clock();
  await rememberRoaming(ledger, { ...state, exchangedAt: at });
  return { kind: 'done', at, read, wrote, unread: [...unread] };
}

interface Lock {
  /** The key to seal with; null: nothing is sealed. Of several made at once, all machines choose the same. */
  readonly key: FileKey | null;
  readonly keys: ReadonlyMap<string, FileKey>;
  readonly ended: ReadonlySet<string>;
  readonly box: string | null;
}

/**
 * Where there is a key in the folder nothing is written without it. A key's box that was deleted is put back, unless
 * the protection was taken away.
 */
async function lockOf(
  ports: RoamPorts,
  state: RoamingState,
  files: readonly FolderFile[],
): Promise<Lock | 'locked'> {
  const keys = await ports.keys();
  const ended = new Set(files.flatMap(({ name }) => endedKeyOf(name) ?? []));
  const boxes = files
    .filter(({ name }) => keyOfFile(name) !== null && !ended.has(keyOfFile(name) ?? ''))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const isMissing =
    state.key !== null &&
    !ended.has(state.key) &&
    !boxes.some(({ name }) => name === keyFileName(state.key ?? ''));
  if (isMissing && state.box !== null && state.key !== null) {
    await ports.folder.write(keyFileName(state.key), state.box);
  }
  const ids = boxes.flatMap(({ name }) => keyOfFile(name) ?? []);
  if (isMissing && state.key !== null) ids.push(state.key);
  const [chosen] = ids.sort();
  if (chosen === undefined) return { key: null, keys, ended, box: null };
  const key = keys.get(chosen);
  if (key === undefined || ids.some((id) => !keys.has(id))) return 'locked';
  const file = boxes.find(({ name }) => name === keyFileName(chosen));
  const box = file === undefined ? state.box : await ports.folder.read(file);
  return { key, keys, ended, box: box ?? state.box };
}
