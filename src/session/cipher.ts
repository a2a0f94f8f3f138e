import type { CipherPort, FileKey } from '../tasks/roam/ports';

/** How often a passphrase is stirred: what OWASP asks of PBKDF2 with SHA-256 (2023). Stated in every box. */
export const ITERATIONS = 600_000;
/** A box from elsewhere may ask for more, within what a machine can bear. */
const MOST_ITERATIONS = 10_000_000;

const FORMAT = 'loopkeeper-key';

/** What opens a key, as it lies in the folder; nothing in it is secret without the passphrase. */
interface Box {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly id: string;
  readonly stirred: 'PBKDF2-SHA-256';
  readonly iterations: number;
  readonly salt: string;
  readonly iv: string;
  readonly key: string;
}

/**
 * AES-GCM with a random key of 256 bits; the passphrase opens the box the key lies in. So a changed passphrase
 * replaces one small file, and machines that remember the key go on. The key itself cannot be read out of the browser.
 */
export function createCipher(crypto: Crypto, iterations = ITERATIONS): CipherPort {
  const { subtle } = crypto;
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

  /** Of one text however it was typed: letters can be put together in several ways. */
  const stirred = async (passphrase: string, salt: Uint8Array<ArrayBuffer>, times: number) => {
    const typed = await subtle.importKey('raw', encoded(passphrase.normalize('NFKC')), 'PBKDF2', false, [
      'deriveKey',
    ]);
    return subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times },
      typed,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    );
  };

  const secretOf = (raw: Uint8Array<ArrayBuffer>) =>
    subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

  const boxOf = async (id: string, raw: Uint8Array<ArrayBuffer>, passphrase: string): Promise<string> => {
    const [salt, iv] = [random(16), random(12)];
    const lid = await stirred(passphrase, salt, iterations);
    const key = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: encoded(id) }, lid, raw);
    const box: Box = {
      format: FORMAT,
      version: 1,
      id,
      stirred: 'PBKDF2-SHA-256',
      iterations,
      salt: base64(salt),
      iv: base64(iv),
      key: base64(new Uint8Array(key)),
    };
    return `${JSON.stringify(box, null, 2)}\n`;
  };

  const rawOf = async (text: string, passphrase: string) => {
    const box = boxIn(text);
    if (box === null) return null;
    return orNull(async () => {
      const lid = await stirred(passphrase, bytes(box.salt), box.iterations);
      const how = { name: 'AES-GCM', iv: bytes(box.iv), additionalData: encoded(box.id) };
      return { id: box.id, raw: new Uint8Array(await subtle.decrypt(how, lid, bytes(box.key))) };
    });
  };

  return {
    makeKey: async (passphrase) => {
      const raw = random(32);
      const id = [...random(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return { key: { id, secret: await secretOf(raw) }, box: await boxOf(id, raw, passphrase) };
    },
    openBox: async (box, passphrase) => {
      const opened = await rawOf(box, passphrase);
      return opened === null ? null : { id: opened.id, secret: await secretOf(opened.raw) };
    },
    changeBox: async (box, old, next) => {
      const opened = await rawOf(box, old);
      return opened === null ? null : boxOf(opened.id, opened.raw, next);
    },
    seal: async ({ secret }: FileKey, text, about) => {
      const iv = random(12);
      const how = { name: 'AES-GCM', iv, additionalData: encoded(about) };
      const sealed = await subtle.encrypt(how, secret as CryptoKey, encoded(text));
      return `${base64(iv)}.${base64(new Uint8Array(sealed))}\n`;
    },
    unseal: ({ secret }: FileKey, sealed, about) =>
      orNull(async () => {
        const [iv = '', rest = ''] = sealed.trim().split('.');
        const how = { name: 'AES-GCM', iv: bytes(iv), additionalData: encoded(about) };
        const opened = await subtle.decrypt(how, secret as CryptoKey, bytes(rest));
        return new TextDecoder('utf-8', { fatal: true }).decode(opened);
      }),
  };
}

function boxIn(text: string): Box | null {
  try {
    const said = JSON.parse(text) as Partial<Box> | null;
    if (said?.format !== FORMAT || said.version !== 1 || typeof said.id !== 'string') return null;
    const { iterations } = said;
    if (typeof iterations !== 'number' || !(iterations >= 1 && iterations <= MOST_ITERATIONS)) return null;
    return [said.salt, said.iv, said.key].every((part) => typeof part === 'string') ? (said as Box) : null;
  } catch {
    return null;
  }
}

/** What cannot be opened is damaged, or meant for another key; which of the two nobody can tell. */
async function orNull<Value>(open: () => Promise<Value>): Promise<Value | null> {
  try {
    return await open();
  } catch {
    return null;
  }
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const CHUNK = 0x8000;
function base64(given: Uint8Array): string {
  let text = '';
  for (let at = 0; at < given.length; at += CHUNK) {
    text += String.fromCharCode(...given.subarray(at, at + CHUNK));
  }
  return btoa(text);
}
const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
