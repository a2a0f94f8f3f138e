import { ENDED_FILE, goesThroughAll } from '../../domain/forget/roaming';
import type { Instant } from '../../domain/time/time';
import type { ExchangeContext, ExchangeMore } from './files';
import { readFiles } from './in';
import { lockOf, lookForKeys, waitsForKey } from './lock';
import { type FolderNews, newsOf } from './news';
import { writeFacts } from './out';
import { ROAM_LOCK, type RoamPorts } from './roam-ports';
import { type RoamingState, recallRoaming, rememberRoaming, standingNotes, switchedOff } from './state';

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
      readonly news: FolderNews;
    }
  | { readonly kind: 'off' }
  /** The copy was deleted on purpose, on another machine: roaming is off here from now on. */
  | { readonly kind: 'ended' }
  /** Another pane is at it. */
  | { readonly kind: 'elsewhere' }
  /**
   * Nothing was read or written: the files can be opened with a passphrase only. `theirs`: nobody opened them on this machine
   * yet, so the person may say that they are somebody else's.
   */
  | { readonly kind: 'locked'; readonly theirs: boolean };

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
    await rememberRoaming(ledger, switchedOff(state));
    return { kind: 'ended' };
  }
  const lock = await lockOf(ports, state, files);
  if (lock === 'locked') return { kind: 'locked', theirs: false };
  const { key, keys, trusted } = lock;
  const keep = async (change: Partial<RoamingState>) => {
    state = { ...state, ...change };
    await rememberRoaming(ledger, state);
  };
  await keep({ boxes: lock.boxes, notes: standingNotes(state.notes, files) });
  const context = { ports, files, key, keys, trusted, ...memoryOf(() => state, keep), ...more };
  if (key === null) {
    await lookForKeys({ ...context, isRekeyed: false }, files);
    if (await waitsForKey(ports, state, files)) return { kind: 'locked', theirs: true };
  }
  let isRekeyed = false;
  let read = 0;
  const unclean = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const forgotten = await ports.forgotten();
    isRekeyed ||= state.key !== (key?.id ?? null);
    if (goesThroughAll(files, device, state, key?.id ?? null, forgotten)) {
      await ledger.outbox.fill();
      await keep({ key: key?.id ?? null, forgotten, tags: {} });
    }
    const found = await readFiles({ ...context, isRekeyed });
    read += found.fresh;
    for (const name of found.unclean) unclean.add(name);
    if ((await ports.forgotten()) === forgotten) break;
  }
  if (key === null && (await waitsForKey(ports, state, files))) return { kind: 'locked', theirs: true };
  const wrote = await writeFacts({ ...context, isRekeyed });
  // Only now: what they held lies in files of our own.
  for (const name of unclean) {
    await folder.remove(name);
    const { [name]: _, ...tags } = state.tags ?? {};
    await keep({ tags });
  }
  const at = ports.clock();
  await keep({ exchangedAt: at });
  const unread = Object.entries(state.notes).flatMap(([name, { why }]) =>
    why === 'damaged' || why === 'too-large' || why === 'other-key' ? [name] : [],
  );
  const news = newsOf(state.notes, lock.asked[0] ?? null, lock.unproven.length > 0);
  return { kind: 'done', at, read, wrote, unread, news };
}

/** What was read or written so far is kept at once, so that an exchange that ends anywhere goes on from there. */
const memoryOf = (
  state: () => RoamingState,
  keep: (change: Partial<RoamingState>) => Promise<void>,
): Pick<ExchangeContext, 'memory' | 'remember'> => ({
  memory: state,
  remember: (name, { tag, edition, note }) => {
    const { tags, editions, notes } = state();
    const { [name]: _, ...others } = notes;
    return keep({
      ...(tag === undefined ? {} : { tags: { ...tags, [name]: tag } }),
      ...(edition === undefined ? {} : { editions: { ...editions, [name]: edition } }),
      ...(note === undefined ? {} : { notes: note === null ? others : { ...others, [name]: note } }),
    });
  },
});
