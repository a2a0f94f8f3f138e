import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCipher, ITERATIONS } from '../../src/session/cipher';

/** Few turns, so that the tests are quick; one test takes the real number. */
const cipher = createCipher(crypto, 10);
const NAME = 'ledger-ab12cd34-2026-11.jsonl';

describe('Sealing', () => {
  test('gives back any text to who has the key, and to nobody else', async () => {
    const [{ key }, { key: other }] = await Promise.all([cipher.makeKey('one'), cipher.makeKey('two')]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const sealed = await cipher.seal(key, text, NAME);
        expect(await cipher.unseal(key, sealed, NAME)).toBe(text);
        expect(await cipher.unseal(other, sealed, NAME)).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  test('never gives the same text twice, and shows nothing of it', async () => {
    const { key } = await cipher.makeKey('one');
    const [a, b] = [await cipher.seal(key, 'Marcus Hale', NAME), await cipher.seal(key, 'Marcus Hale', NAME)];
    expect(a).not.toBe(b);
    expect(atob(a.split('.')[1]?.trim() ?? '')).not.toContain('Marcus');
  });

  test('notices a changed letter, a cut end and a file that stands in for another', async () => {
    const { key } = await cipher.makeKey('one');
    const sealed = await cipher.seal(key, 'a line\n', NAME);
    const turned = sealed.replace(/(\.)(.)/, (_, dot, letter) => `${dot}${letter === 'A' ? 'B' : 'A'}`);
    for (const spoilt of [turned, sealed.slice(0, -6), '', 'no base64 at all', `${sealed}x`]) {
      expect(await cipher.unseal(key, spoilt, NAME)).toBeNull();
    }
    expect(await cipher.unseal(key, sealed, NAME.replace('11', '12'))).toBeNull();
  });

  test('takes megabytes', async () => {
    const { key } = await cipher.makeKey('one');
    const long = 'ä line of a log\n'.repeat(100_000);
    expect(await cipher.unseal(key, await cipher.seal(key, long, NAME), NAME)).toBe(long);
  });
});

describe('The box of a key', () => {
  test('opens with its passphrase only, and says how it was made', async () => {
    const { key, box } = await createCipher(crypto).makeKey('the blue door');
    expect(JSON.parse(box)).toMatchObject({ id: key.id, stirred: 'PBKDF2-SHA-256', iterations: ITERATIONS });
    expect(box).not.toContain('door');
    const sealed = await cipher.seal(key, 'a line\n', NAME);
    const opened = await cipher.openBox(box, 'the blue door');
    expect(opened && (await cipher.unseal(opened, sealed, NAME))).toBe('a line\n');
    expect(await cipher.openBox(box, 'the blue doo')).toBeNull();
  });

  test('opens however the letters of the passphrase were put together', async () => {
    const { box } = await cipher.makeKey('Zürich');
    expect(await cipher.openBox(box, 'Zu\u0308rich')).not.toBeNull();
  });

  test('with another passphrase holds the same key', async () => {
    const { key, box } = await cipher.makeKey('old');
    const sealed = await cipher.seal(key, 'a line\n', NAME);
    const changed = (await cipher.changeBox(box, 'old', 'new')) ?? '';
    expect(await cipher.openBox(changed, 'old')).toBeNull();
    const opened = await cipher.openBox(changed, 'new');
    expect(opened && (await cipher.unseal(opened, sealed, NAME))).toBe('a line\n');
    expect(await cipher.changeBox(box, 'wrong', 'new')).toBeNull();
  });

  test('the key cannot be read out of the browser', async () => {
    const { key, box } = await cipher.makeKey('one');
    const opened = await cipher.openBox(box, 'one');
    for (const one of [key, opened]) {
      await expect(crypto.subtle.exportKey('raw', one?.secret as CryptoKey)).rejects.toThrow();
    }
  });

  test.each(['', '{}', 'null', '{"format":"loopkeeper-key","version":1,"id":"a","iterations":1e12}'])(
    'that is damaged (%j) opens with nothing',
    async (box) => {
      expect(await cipher.openBox(box, 'one')).toBeNull();
    },
  );
});
