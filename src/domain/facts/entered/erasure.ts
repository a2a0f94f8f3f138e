import type { Instant } from '../../time/time';
import { keyedDigestOf } from '../things/digest';
import type { SeriesId } from '../things/occurrence';
import type { Person } from '../things/person';

/** What stands where an erased person stood: in decisions, and as the organizer of what was theirs. */
export const ROLE_WORDS = ['manager', 'colleague', 'team member', 'guest'] as const;
export type RoleWord = (typeof ROLE_WORDS)[number];

/**
 * Somebody was erased from the log (9). Holds no name and no address, only digests with a key of their own: who
 * already knows an address can check whether it was meant, and nobody can read one.
 */
export interface Erasure {
  readonly kind: 'erasure';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly role: RoleWord;
  /** The key of the digests: random, so that no two erasures can be compared. */
  readonly salt: string;
  /** Of every address and id, and of the words of the name, sorted. */
  readonly marks: readonly string[];
  /** Meetings with nobody but them and the owner: everything in them until now goes. */
  readonly alone: readonly SeriesId[];
  /** Entries that speak of them through another entry: replies to what was agreed with them. */
  readonly entries: readonly string[];
}

const ROLE_KEY = 'erased:';

export const roleKey = (role: RoleWord): string => `${ROLE_KEY}${role}`;

/** Stands for somebody who was erased: it is nobody who could be expected, written to, or counted. */
export const isErasedKey = (key: string): boolean => key.startsWith(ROLE_KEY);

export const rolePerson = (role: RoleWord): Person => ({ key: roleKey(role), name: role, address: '' });

export const keyMark = (salt: string, key: string): string => keyedDigestOf(salt, `key ${key.toLowerCase()}`);
export const wordMark = (salt: string, words: string): string => keyedDigestOf(salt, `word ${words}`);
