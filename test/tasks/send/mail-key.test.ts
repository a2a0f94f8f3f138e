import { expect, test } from 'vitest';

import type { Person } from '../../../src/domain/facts/things/person';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import { sendingDesk, toAll, toEach } from './desk';

const readers = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, at) => {
    const address = `reader${at}@northwind.example`;
    return { key: address, name: `Reader ${at}`, address };
  });

/** How often all own entries were read until Send was pressed for so many. */
async function readsFor(sending: Parameters<typeof sendRecap>[1]): Promise<number> {
  const { ports } = await sendingDesk();
  let reads = 0;
  const ownEntries: typeof ports.ledger.ownEntries = (...asked) => {
    reads += 1;
    return ports.ledger.ownEntries(...asked);
  };
  let pressed = 0;
  await sendRecap({ ...ports, ledger: { ...ports.ledger, ownEntries } }, sending, () => {
    pressed = reads;
  });
  return pressed;
}

test.each([
  ['each', toEach],
  ['all together', toAll],
])(
  'the keys of a recap to %s are told from one reading of the entries; what each mail rests on is another',
  async (_, to) => {
    const [two, twenty] = [await readsFor(to(...readers(2))), await readsFor(to(...readers(20)))];
    expect(twenty - two).toBeLessThanOrEqual(20 - 2);
  },
);
