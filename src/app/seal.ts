import { nextStamp } from '../domain/log';
import { clock } from './clock';

/** Chance and digests, which the pure rooms may not touch. `device` tells this browser's entries from others'. */
export function createSeal(device: string, lastStamp: string | null) {
  let last = lastStamp;
  return {
    stamp: (): string => {
      const next = nextStamp(last, clock(), device);
      last = next;
      return next;
    },
    newKey: (): string => crypto.randomUUID(),
    sha256: async (text: string): Promise<string> => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}
