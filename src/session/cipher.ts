import type { BoxWorth, CipherPort, FileKey } from '../tasks/roam/roam-ports';
import { type Box, boxIn, boxText, bytesOf, proves, textOf } from './key-box';

/** How often a passphrase is stirred: what OWASP asks of PBKDF2 with SHA-256 (2023). Stated in every box. */
export const ITERATIONS = 600_000;

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

  const secretOf = async (id: string, raw: Uint8Array<ArrayBuffer>): Promise<FileKey> => ({
    id,
    secret: await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
  });

  const seal = async ({ secret }: FileKey, text: string, about: string): Promise<string> => {
    const iv = random(12);
    const how = { name: 'AES-GCM', iv, additionalData: encoded(about) };
    const sealed = await subtle.encrypt(how, secret as CryptoKey, encoded(text));
    return `${textOf(iv)}.${textOf(new Uint8Array(sealed))}\n`;
  };

  const unseal = ({ secret }: FileKey, sealed: string, about: string): Promise<string | null> =>
    orNull(async () => {
      const [iv = '', rest = '', ...more] = sealed.trim().split('.');
      if (more.length > 0) return null;
      const how = { name: 'AES-GCM', iv: bytesOf(iv), additionalData: encoded(about) };
      const opened = await subtle.decrypt(how, secret as CryptoKey, bytesOf(rest));
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened);
    });

  const isProven = async (key: FileKey, box: Box): Promise<boolean> =>
    box.proof !== null && (await unseal(key, box.proof, proves(box))) === '';

  /** The key's own word for its box: who remembers the key knows a box made with it, without any passphrase. */
  const proven = async (key: FileKey, box: Box): Promise<string> =>
    boxText({ ...box, proof: (await seal(key, '', proves(box))).trim() });

  const boxOf = async (key: FileKey, raw: Uint8Array<ArrayBuffer>, passphrase: string, edition: number) => {
    const [salt, iv] = [random(16), random(12)];
    const lid = await stirred(passphrase, salt, iterations);
    const how = { name: 'AES-GCM', iv, additionalData: encoded(key.id) };
    const inside = new Uint8Array(await subtle.encrypt(how, lid, raw));
    const made = { salt: textOf(salt), iv: textOf(iv), key: textOf(inside), iterations, edition };
    return proven(key, { id: key.id, ...made, proof: null });
  };

  const opened = async (text: string, id: string, passphrase: string) => {
    const box = boxIn(text, id);
    if (box === null) return null;
    return orNull(async () => {
      const lid = await stirred(passphrase, bytesOf(box.salt), box.iterations);
      const how = { name: 'AES-GCM', iv: bytesOf(box.iv), additionalData: encoded(box.id) };
      const raw = new Uint8Array(await subtle.decrypt(how, lid, bytesOf(box.key)));
      const key = await secretOf(id, raw);
      // A count that the key gave no word for is anybody's.
      const edition = (await isProven(key, box)) ? box.edition : 1;
      return { box: { ...box, edition }, raw, key };
    });
  };

  return {
    makeKey: async (passphrase) => {
      const raw = random(32);
      const id = [...random(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const key = await secretOf(id, raw);
      return { key, box: await boxOf(key, raw, passphrase, 1) };
    },
    openBox: async (text, id, passphrase) => {
      const found = await opened(text, id, passphrase);
      return found === null ? null : { key: found.key, box: await proven(found.key, found.box) };
    },
    changeBox: async (text, id, old, next) => {
      const found = await opened(text, id, old);
      return found === null ? null : boxOf(found.key, found.raw, next, found.box.edition + 1);
    },
    judgeBox: async (text, id, key): Promise<BoxWorth> => {
      const box = boxIn(text, id);
      if (box === null) return { kind: 'bad' };
      if (box.proof === null || key === null) return { kind: 'plain' };
      return (await isProven(key, box)) ? { kind: 'proven', edition: box.edition } : { kind: 'bad' };
    },
    seal,
    unseal,
  };
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
