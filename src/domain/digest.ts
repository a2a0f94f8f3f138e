/**
 * SHA-256 and HMAC (FIPS 180-4, RFC 2104) without waiting: browsers digest asynchronously, and a database transaction
 * ends when something else is waited for.
 */

const WORD = 2 ** 32;

/** The first 32 bits of the fractions of roots of the first primes, as the standard defines its constants. */
const { initial, rounds } = constants();

function constants(): { readonly initial: readonly number[]; readonly rounds: readonly number[] } {
  const fraction = (value: number) => Math.floor((value - Math.floor(value)) * WORD);
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return { initial: primes.slice(0, 8).map((p) => fraction(Math.sqrt(p))), rounds: primes.map(cubeRoot) };

  function cubeRoot(prime: number): number {
    return fraction(Math.cbrt(prime));
  }
}

const turned = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

function sha256(bytes: readonly number[]): readonly number[] {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / WORD));
  view.setUint32(length - 4, (bytes.length * 8) % WORD);
  const hash = Int32Array.from(initial, (word) => word | 0);
  const w = new Int32Array(64);
  const at = (list: Int32Array, index: number): number => list[index] as number;
  for (let block = 0; block < length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const [a, b] = [at(w, i - 15), at(w, i - 2)];
      const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
      const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
      w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [
      ...[number, number, number, number],
      ...[number, number, number, number],
    ];
    for (let i = 0; i < 64; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[i] as number) + at(w, i)) | 0;
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = at(hash, i) + word;
  }
  return [...hash].flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

/** As `TextEncoder` does: half a pair is written as the replacement character. */
function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
      bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
  }
  return bytes;
}

const hex = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of the text in UTF-8, hex. */
export const digestOf = (text: string): string => hex(sha256(utf8(text)));

/** HMAC-SHA-256 of the text, hex. */
export function keyedDigestOf(key: string, text: string): string {
  const bytes = utf8(key);
  const short = bytes.length > 64 ? sha256(bytes) : bytes;
  const padded = Array.from({ length: 64 }, (_, at) => short[at] ?? 0);
  const inner = sha256([...padded.map((byte) => byte ^ 0x36), ...utf8(text)]);
  return hex(sha256([...padded.map((byte) => byte ^ 0x5c), ...inner]));
}
