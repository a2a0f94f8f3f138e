/** The form of a box, as it lies in the folder. Whoever can write there can write a box: nothing in it is taken at its word. */

/**
 * How often a box may ask to stir. All that were ever written ask for 600,000; a few times that costs seconds, and what
 * asks for more is not ours.
 */
const MOST_ITERATIONS = 2_000_000;

const FORMAT = 'loopkeeper-key';

/** What opens a key; nothing in it is secret without the passphrase. Bytes are written in base64. */
export interface Box {
  readonly id: string;
  readonly iterations: number;
  readonly salt: string;
  readonly iv: string;
  readonly key: string;
  /** Grows with every passphrase. */
  readonly edition: number;
  /** By which whoever has the key knows that a key holder made this box; null before keys gave their word. */
  readonly proof: string | null;
}

/** What the key gives its word for. */
export const proves = ({ id, iterations, salt, iv, key, edition }: Box): string =>
  `box ${JSON.stringify([id, iterations, salt, iv, key, edition])}`;

/** Older panes read the fields they know. */
export function boxText({ id, iterations, salt, iv, key, edition, proof }: Box): string {
  const box = { format: FORMAT, version: 1, id, stirred: 'PBKDF2-SHA-256', iterations, salt, iv, key };
  return `${JSON.stringify({ ...box, edition, proof }, null, 2)}\n`;
}

/** The box of this key; null where it has another form than those we write, or another id. */
export function boxIn(text: string, id: string): Box | null {
  const said = jsonOr(text) as Readonly<Record<string, unknown>> | null;
  if (typeof said !== 'object' || said?.format !== FORMAT || said.version !== 1 || said.id !== id)
    return null;
  const { iterations, salt, iv, key, edition = 1, proof = null } = said;
  if (!isWithin(iterations, MOST_ITERATIONS) || !isWithin(edition, Number.MAX_SAFE_INTEGER - 1)) return null;
  if (!weighs(salt, 16) || !weighs(iv, 12) || !weighs(key, 48)) return null;
  if (proof !== null && !(typeof proof === 'string' && proof.length <= 200)) return null;
  return { id, iterations, salt, iv, key, edition, proof };
}

const isWithin = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most;

/** Bytes in base64, exactly so many. */
function weighs(value: unknown, length: number): value is string {
  if (typeof value !== 'string' || value.length > 2 * length) return false;
  try {
    return bytesOf(value).length === length;
  } catch {
    return false;
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const CHUNK = 0x8000;
export function textOf(given: Uint8Array): string {
  let text = '';
  for (let at = 0; at < given.length; at += CHUNK) {
    text += String.fromCharCode(...given.subarray(at, at + CHUNK));
  }
  return btoa(text);
}
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
