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
    const opened = await cipher.openBox(box, key.id, 'the blue door');
    expect(opened && (await cipher.unseal(opened.key, sealed, NAME))).toBe('a line\n');
    expect(await cipher.openBox(box, key.id, 'the blue doo')).toBeNull();
  });

  test('opens however the letters of the passphrase were put together', async () => {
    const { key, box } = await cipher.makeKey('Zürich');
    expect(await cipher.openBox(box, key.id, 'Zu\u0308rich')).not.toBeNull();
  });

  test('with another passphrase holds the same key', async () => {
    const { key, box } = await cipher.makeKey('old');
    const sealed = await cipher.seal(key, 'a line\n', NAME);
    const changed = (await cipher.changeBox(box, key.id, 'old', 'new')) ?? '';
    expect(await cipher.openBox(changed, key.id, 'old')).toBeNull();
    const opened = await cipher.openBox(changed, key.id, 'new');
    expect(opened && (await cipher.unseal(opened.key, sealed, NAME))).toBe('a line\n');
    expect(await cipher.changeBox(box, key.id, 'wrong', 'new')).toBeNull();
  });

  test('the key cannot be read out of the browser', async () => {
    const { key, box } = await cipher.makeKey('one');
    const opened = await cipher.openBox(box, key.id, 'one');
    for (const one of [key, opened?.key]) {
      await expect(crypto.subtle.exportKey('raw', one?.secret as CryptoKey)).rejects.toThrow();
    }
  });

  test('is known by who has the key, without its passphrase; a changed one counts as the later', async () => {
    const { key, box } = await cipher.makeKey('old');
    const { key: other } = await cipher.makeKey('old');
    const changed = (await cipher.changeBox(box, key.id, 'old', 'new')) ?? '';
    expect(await cipher.judgeBox(box, key.id, key)).toEqual({ kind: 'proven', edition: 1 });
    expect(await cipher.judgeBox(changed, key.id, key)).toEqual({ kind: 'proven', edition: 2 });
    expect(await cipher.judgeBox(changed, key.id, null)).toEqual({ kind: 'plain' });
    expect(await cipher.judgeBox(changed, key.id, { ...other, id: key.id })).toEqual({ kind: 'bad' });
    expect(await cipher.judgeBox(changed, other.id, key)).toEqual({ kind: 'bad' });
  });

  test('of which any part was changed is no box of this key, and one without the word of the key proves nothing', async () => {
    const { key, box } = await cipher.makeKey('one');
    const said = JSON.parse(box) as Record<string, unknown>;
    const other = JSON.parse((await cipher.makeKey('one')).box) as Record<string, unknown>;
    for (const part of ['id', 'salt', 'iv', 'key', 'edition', 'iterations', 'proof']) {
      const value = typeof said[part] === 'number' ? Number(said[part]) + 1 : other[part];
      const spoilt = JSON.stringify({ ...said, [part]: value });
      expect([part, await cipher.judgeBox(spoilt, key.id, key)]).toEqual([part, { kind: 'bad' }]);
    }
    const { proof: _, ...plain } = said;
    expect(await cipher.judgeBox(JSON.stringify(plain), key.id, key)).toEqual({ kind: 'plain' });
    // Whoever opens it has the key, which gives its word from then on: for a first box, whatever it says of itself.
    const opened = await cipher.openBox(JSON.stringify({ ...plain, edition: 7 }), key.id, 'one');
    expect(await cipher.judgeBox(opened?.box ?? '', key.id, key)).toEqual({ kind: 'proven', edition: 1 });
  });

  test('that asks for more than a box of ours does is none, and is not stirred', async () => {
    const { key, box } = await cipher.makeKey('one');
    const said = JSON.parse(box) as Record<string, unknown>;
    const hostile: readonly Record<string, unknown>[] = [
      ...[2 ** 31, 1e12, 0, -1, 0.5, Number.NaN, '10', null].map((iterations) => ({ iterations })),
      ...['', btoa('x'.repeat(17)), btoa('x'.repeat(2_000_000)), '****', 7, null].map((salt) => ({ salt })),
      ...[btoa('x'.repeat(11)), {}].map((iv) => ({ iv })),
      ...['', btoa('x'.repeat(49)), []].map((inside) => ({ key: inside })),
      ...[{ edition: 1e300 }, { version: 2 }, { format: 'another' }, { proof: 'x'.repeat(5_000) }],
    ];
    for (const change of hostile) {
      const text = JSON.stringify({ ...said, ...change });
      expect([change, await cipher.judgeBox(text, key.id, null)]).toEqual([change, { kind: 'bad' }]);
      expect(await cipher.openBox(text, key.id, 'one')).toBeNull();
    }
  });

  test.each(['', '{}', 'null', '7', '[]'])('that is damaged (%j) opens with nothing', async (box) => {
    expect(await cipher.openBox(box, 'a', 'one')).toBeNull();
  });
});
