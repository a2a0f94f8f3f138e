import { nextStamp } from '../domain/facts/log/log';
import { DAY } from '../domain/time/time';

/** As much of the browser's small storage as a stamp needs. */
type SmallStore = Pick<Storage, 'getItem' | 'setItem'>;

import { clock } from './clock';

/** The latest stamp this device gave, in whichever pane. */
export interface StampMemory {
  readonly last: () => string | null;
  readonly keep: (stamp: string) => void;
}

/** Chance and digests, which the pure rooms may not touch. `device` tells this browser's entries from others'. */
export function createStamps(device: string, memory: StampMemory) {
  return {
    stamp: (): string => {
      const next = nextStamp(memory.last(), clock(), device);
      memory.keep(next);
      return next;
    },
    newKey: (): string => crypto.randomUUID(),
    sha256: async (text: string): Promise<string> => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}

/** A clock can be wrong by days; one that is wrong by more must not carry all the others with it. */
const FURTHEST_AHEAD = 2 * DAY;

/** What is entered here from now on sorts after a stamp that another machine gave. */
export function heed(memory: StampMemory, stamp: string): void {
  const last = memory.last();
  if (last !== null && stamp <= last) return;
  if (stamp < nextStamp(null, clock() + FURTHEST_AHEAD, '')) memory.keep(stamp);
}

/** A time, a counter and a device: it tells nothing of anybody. */
const STAMP = 'stamp';

/**
 * Small storage is asked each time, because another pane may have given a stamp meanwhile, and one
 * opened later must go on from there: the clock may stand still or be set back. Where it is denied, nothing is kept
 * beyond this pane, and its own stamps are enough.
 */
export function stampMemory(storage: SmallStore | undefined): StampMemory {
  let own: string | null = null;
  const attempt = <Value>(work: () => Value): Value | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    last: () => {
      const kept = attempt(() => storage?.getItem(STAMP) ?? null);
      return own === null || (kept !== null && kept > own) ? kept : own;
    },
    keep: (stamp) => {
      own = stamp;
      attempt(() => storage?.setItem(STAMP, stamp));
    },
  };
}
