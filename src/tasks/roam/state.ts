import type { Brings } from '../../domain/forget/brings';
import { type FolderMemory, ledgerFileOf } from '../../domain/forget/roaming';
import type { Instant } from '../../domain/time/time';
import type { LedgerPort } from '../ledger-port';
import type { FolderFile } from './roam-ports';

/** Why a file of the folder was not taken in, or not wholly; or what is odd about one that was. */
export type FileNote = { readonly tag: string } & (
  | { readonly why: 'damaged' | 'too-large' | 'older' }
  | { readonly why: 'other-key'; readonly key: string }
  /** Nobody with a key sealed it. `digest` is of its whole text, so that a yes holds for nothing else. */
  | {
      readonly why: 'unsealed';
      readonly brings: Brings;
      readonly digest: string;
      readonly answer: 'yes' | 'no' | null;
    }
);

/** What this machine remembers of roaming. */
export interface RoamingState extends FolderMemory {
  readonly on: boolean;
  readonly exchangedAt: Instant | null;
  /** Keys the person made or opened here: what is sealed with one of them is believed, and the first of them seals. */
  readonly opened: readonly string[];
  /** Keys whose protection the person ended here. */
  readonly ended: readonly string[];
  /** Keys the person went on with here, although another machine ended them. */
  readonly goesOn: readonly string[];
  /** Keys the person said are not theirs. */
  readonly foreign: readonly string[];
  /** What opens each opened key, as it lies in the folder: put back if somebody deletes or spoils it. */
  readonly boxes: Readonly<Record<string, string>>;
  /** Of each sealed file the highest count seen, so that an older one is noticed. */
  readonly editions: Readonly<Record<string, number>>;
  /** By name, for as long as the file lies there as it was noted. */
  readonly notes: Readonly<Record<string, FileNote>>;
}

export const NOT_ROAMING: RoamingState = {
  on: false,
  exchangedAt: null,
  tags: null,
  key: null,
  forgotten: '',
  opened: [],
  ended: [],
  goesOn: [],
  foreign: [],
  boxes: {},
  editions: {},
  notes: {},
};

const SETTING = 'roaming';

/** As it was kept before keys were told apart: one key, and its box. */
interface Earlier {
  readonly key?: string | null;
  readonly box?: string | null;
}

export async function recallRoaming(ledger: Pick<LedgerPort, 'setting'>): Promise<RoamingState> {
  const kept = (await ledger.setting(SETTING)) as (Partial<RoamingState> & Earlier) | null;
  if (kept === null) return NOT_ROAMING;
  const { box = null, ...state } = kept;
  const key = kept.key ?? null;
  const opened = kept.opened ?? (key === null ? [] : [key]);
  const boxes = kept.boxes ?? (key === null || box === null ? {} : { [key]: box });
  // Everything is gone through once, so that what lies there sealed without a count is written anew.
  const tags = kept.opened === undefined ? null : (kept.tags ?? null);
  return { ...NOT_ROAMING, ...state, opened, boxes, tags };
}

export const rememberRoaming = (
  ledger: Pick<LedgerPort, 'keepSetting'>,
  state: RoamingState,
): Promise<void> => ledger.keepSetting(SETTING, state);

/** Off, and what is known of keys stays: whoever switches it on again must not begin to write open files. */
export const switchedOff = (state: RoamingState): RoamingState => ({ ...state, on: false, tags: null });

/** The person ended the protection with these keys on this machine. */
export const endedHere = (state: RoamingState, ids: readonly string[]): RoamingState => ({
  ...state,
  opened: state.opened.filter((id) => !ids.includes(id)),
  ended: [...new Set([...state.ended, ...ids])],
  boxes: Object.fromEntries(Object.entries(state.boxes).filter(([id]) => !ids.includes(id))),
});

/** Notes of files that lie there as they were noted. */
export const standingNotes = (
  notes: RoamingState['notes'],
  files: readonly FolderFile[],
): RoamingState['notes'] =>
  Object.fromEntries(
    files.flatMap(({ name, tag }) => {
      const note = notes[name];
      return note === undefined || note.tag !== tag || ledgerFileOf(name) === null ? [] : [[name, note]];
    }),
  );
