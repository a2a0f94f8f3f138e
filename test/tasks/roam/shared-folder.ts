import type { Fact } from '../../../src/domain/facts/log/fact';
import { nextStamp } from '../../../src/domain/facts/log/log';
import type { Instant } from '../../../src/domain/time/time';
import { Trouble } from '../../../src/domain/trouble';
import { createAlone } from '../../../src/ledger/browser/locks';
import { type Ledger, openMemoryLedger } from '../../../src/ledger/ledger';
import { createCipher } from '../../../src/session/cipher';
import { recallHeld, releaseHeld } from '../../../src/tasks/log/waiting-deletion';
import type { FileKey, FolderFile, FolderPort, RoamPorts } from '../../../src/tasks/roam/roam-ports';
import { NOT_ROAMING, rememberRoaming } from '../../../src/tasks/roam/state';
import { stepwise } from '../../contracts/plain-judge';

export const quickCipher = createCipher(crypto, 10);

interface Kept {
  text: string;
  tag: string;
}

/** What can go wrong on the way to the folder and back, one for each call; `fine` when there are no more. */
export const MISHAPS = ['fine', 'lost-before', 'lost-after', 'old-listing', 'gone'] as const;
export type Mishap = (typeof MISHAPS)[number];

/** A folder in the cloud as bad as they come: answers are lost, listings are old, anybody may delete. */
export function createSharedFolder() {
  const files = new Map<string, Kept>();
  const past: (readonly FolderFile[])[] = [];
  const mishaps: Mishap[] = [];
  let version = 0;
  const listed = (): readonly FolderFile[] =>
    [...files].map(([name, { text, tag }]) => ({ name, tag, size: text.length, address: 'https://files' }));
  const next = () => mishaps.shift() ?? 'fine';
  const lost = () => new Trouble('offline', 'the folder');

  const port: FolderPort = {
    list: async () => {
      const mishap = next();
      if (mishap === 'lost-before' || mishap === 'lost-after') throw lost();
      const now = listed();
      past.push(now);
      return mishap === 'old-listing' ? (past.at(-2) ?? now) : now;
    },
    read: async ({ name }, most) => {
      const mishap = next();
      if (mishap === 'lost-before') throw lost();
      const text = mishap === 'gone' ? undefined : files.get(name)?.text;
      if (text === undefined) return 'gone';
      return text.length > most ? 'too-large' : { text };
    },
    begin: async ({ name }) => {
      const mishap = next();
      if (mishap === 'lost-before') throw lost();
      return mishap === 'gone' ? null : (files.get(name)?.text.slice(0, 1_024) ?? null);
    },
    write: async (name, text) => {
      const mishap = next();
      if (mishap === 'lost-before') throw lost();
      version += 1;
      files.set(name, { text, tag: `v${version}` });
      if (mishap === 'lost-after') throw lost();
      return `v${version}`;
    },
    remove: async (name) => {
      if (next() === 'lost-before') throw lost();
      files.delete(name);
    },
  };
  return {
    port,
    files,
    mishaps,
    /** Somebody edits a file by hand. */
    edit: (name: string, text: string) => {
      version += 1;
      files.set(name, { text, tag: `v${version}` });
    },
    text: () => [...files.values()].map(({ text }) => text).join('\n'),
  };
}
export type SharedFolder = ReturnType<typeof createSharedFolder>;

export interface Device {
  readonly name: string;
  readonly ledger: Ledger;
  readonly ports: RoamPorts;
  readonly keys: Map<string, FileKey>;
  /** How far its clock is off, in ms. */
  skew: number;
  readonly stamp: () => string;
  readonly now: () => Instant;
}

/** One of a person's Outlooks, with a ledger in memory. */
export async function createDevice(
  name: string,
  folder: SharedFolder,
  world: { now: Instant },
  skew = 0,
): Promise<Device> {
  const keys = new Map<string, FileKey>();
  let last: string | null = null;
  const now = () => world.now + device.skew;
  const ledger = await openMemoryLedger({
    clock: () => now(),
    judge: stepwise(() => null),
    owner: () => null,
  });
  const device: Device = {
    name,
    ledger,
    keys,
    skew,
    now,
    stamp: () => {
      last = nextStamp(last, now(), name);
      return last;
    },
    ports: {
      clock: () => now(),
      ledger,
      folder: folder.port,
      cipher: quickCipher,
      alone: createAlone(undefined),
      device: name,
      keys: async () => keys,
      keepKey: async (key) => void keys.set(key.id, key),
      hear: (stamp) => {
        if (last === null || stamp > last) last = stamp;
      },
      forgotten: async () =>
        (await ledger.limits())
          .map(({ id }) => id)
          .sort()
          .join(),
    },
  };
  await rememberRoaming(ledger, { ...NOT_ROAMING, on: true });
  return device;
}

const order = (a: Fact, b: Fact) => (a.id < b.id ? -1 : 1);
/** Everything a device knows, in an order of its own. */
export const knownTo = async ({ ledger }: Device): Promise<readonly Fact[]> =>
  [...(await ledger.allFacts())].sort(order);

/** The week in which somebody could undo what another machine has reduced is over. */
export async function weekIsOver({ ledger }: Pick<Device, 'ledger'>): Promise<void> {
  await ledger.append(await recallHeld(ledger));
  await releaseHeld(ledger);
}
