import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Steps } from '../../pace';

/**
 * Digests without waiting: a database transaction ends when something else is waited for, and browsers digest
 * asynchronously.
 */

/** SHA-256 of the text in UTF-8, hex. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** HMAC-SHA-256 of the text, hex. */
export const keyedDigestOf = (key: string, text: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(text)));

/** The digest of a text of any length, piece by piece. */
export function* digesting(pieces: Iterable<string>): Steps<string> {
  const digest = sha256.create();
  for (const piece of pieces) {
    digest.update(utf8ToBytes(piece));
    yield;
  }
  return bytesToHex(digest.digest());
}
