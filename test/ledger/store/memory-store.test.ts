import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/ledger/store/memory-store';

const STATIC = { numRuns: 300 };

/** Whatever a record may hold: plain values, lists, dates, columns of numbers, nothing at all. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.date(),
    fc.int16Array(),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('any'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).any;

async function kept(record: unknown): Promise<unknown> {
  const store = createMemoryStore();
  await store.write('strict', async (tx) => tx.put('meta', { name: 'one', value: record } as never));
  return (await store.read(['meta'], (tx) => tx.get('meta', 'one')))?.value;
}

describe('What is kept in memory', () => {
  test('is what a database would have kept of it', () =>
    fc.assert(
      fc.asyncProperty(value, async (record) => {
        expect(await kept(record)).toStrictEqual(structuredClone(record));
      }),
      STATIC,
    ));

  test('stays as it was put in, whatever becomes of what was given', async () => {
    const given = { list: [{ deep: 1 }], column: new Int16Array([1]) };
    const store = createMemoryStore();
    await store.write('strict', async (tx) => tx.put('meta', { name: 'one', value: given } as never));
    Object.assign(given.list[0] ?? {}, { deep: 2 });
    given.column[0] = 2;
    const { value: found } = (await store.read(['meta'], (tx) => tx.get('meta', 'one'))) ?? {};
    expect(found).toEqual({ list: [{ deep: 1 }], column: new Int16Array([1]) });
  });

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('no')],
  ])('is never %s, and then nothing of the transaction is', async (_, record) => {
    const store = createMemoryStore();
    const writing = store.write('strict', async (tx) => {
      tx.put('meta', { name: 'before', value: 1 } as never);
      tx.put('meta', { name: 'one', value: { deep: [record] } } as never);
    });
    await expect(writing).rejects.toThrow();
    expect(await store.read(['meta'], (tx) => tx.count('meta'))).toBe(0);
  });
});
