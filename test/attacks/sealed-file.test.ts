import { describe, expect, test } from 'vitest';
import { MOST_LEDGER_BYTES } from '../../src/domain/forget/roaming';
import { exchange } from '../../src/tasks/roam/exchange';
import { unlock } from '../../src/tasks/roam/switch';
import { knownTo } from '../tasks/roam/shared-folder';
import { done, ids, note, PASSPHRASE, sealedLog } from './sealed-log';

describe('A sealed file', () => {
  const shut: Record<string, (sealed: string, other: string) => string> = {
    'was cut': (sealed) => sealed.slice(0, -20),
    'was cut to its first line': (sealed) => sealed.slice(0, sealed.indexOf('\n') + 1),
    'was emptied': () => '',
    'is another one under its name': (_, other) => other,
    'says another count': (sealed) => sealed.replace(/"edition":\d+/, '"edition":99'),
    'says no count': (sealed) => sealed.replace('"version":2', '"version":1'),
    'says another month': (sealed) =>
      sealed.replace(/^.*\n/, (head) => head.replace('"edition":', '"edition":1')),
  };
  test.each(Object.entries(shut))(
    'that %s is refused whole, and this is said as long as it lies there',
    async (_, spoil) => {
      const { folder, laptop, desk, mac, own, text, log } = await sealedLog();
      const sealed = text(own('desk'));
      folder.edit(own('desk'), spoil(sealed, text(own('laptop'))));
      for (let times = 0; times < 2; times += 1)
        expect((await done(laptop)).news).toMatchObject({ damaged: 1 });
      expect(await ids(laptop)).toEqual(log);
      // Whoever wrote it writes what it held again, beside it: nobody who comes new misses anything.
      await done(desk);
      await unlock(mac.ports, PASSPHRASE, true);
      await done(mac);
      expect(await ids(mac)).toEqual(log);
    },
  );

  test('larger than any of ours is not downloaded, and this is said as long as it lies there', async () => {
    const { folder, laptop } = await sealedLog();
    const name = 'ledger-evil-2026-11.jsonl';
    const read: string[] = [];
    const port = { ...laptop.ports.folder };
    const ports = {
      ...laptop.ports,
      folder: {
        ...port,
        list: async () => [
          ...(await port.list()),
          { name, tag: 'x', size: MOST_LEDGER_BYTES + 1, address: 'a' },
        ],
        read: (...asked: Parameters<typeof port.read>) => {
          read.push(asked[0].name);
          return port.read(...asked);
        },
      },
    };
    for (let times = 0; times < 2; times += 1) {
      expect(await exchange(ports)).toMatchObject({ kind: 'done', news: { tooLarge: 1 }, unread: [name] });
    }
    expect(read).not.toContain(name);
    expect((await done(laptop)).news.tooLarge).toBe(0);
    expect(folder.files.size).toBeGreaterThan(0);
  });

  test('that says less than it weighs is given up where ours would have ended', async () => {
    const { folder, laptop } = await sealedLog();
    folder.edit('ledger-evil-2026-11.jsonl', 'x'.repeat(MOST_LEDGER_BYTES + 1));
    const port = laptop.ports.folder;
    const list = async () => (await port.list()).map((file) => ({ ...file, size: 1 }));
    const ports = { ...laptop.ports, folder: { ...port, list } };
    expect(await exchange(ports)).toMatchObject({ kind: 'done', news: { tooLarge: 1 } });
  });

  test('put back to an earlier state is noticed, loses nothing, and is written anew by whoever wrote it', async () => {
    const { folder, laptop, desk, own, text } = await sealedLog();
    const earlier = text(own('desk'));
    await note(desk, 2);
    await done(desk);
    await done(laptop);
    const log = await ids(laptop);
    folder.edit(own('desk'), earlier);
    for (let times = 0; times < 2; times += 1) expect((await done(laptop)).news).toMatchObject({ older: 1 });
    expect(await ids(laptop)).toEqual(log);
    expect((await done(desk)).news).toMatchObject({ older: 0 });
    expect((await done(laptop)).news).toMatchObject({ older: 0, damaged: 0 });
    expect(await ids(desk)).toEqual(log);
  });

  test('never lies under a name by which we would count on without end', async () => {
    const { folder, laptop, desk, own, text } = await sealedLog();
    for (const name of [
      '2026-11.99999999999999999999',
      '2026-11.9999',
      '2026-11.0002',
      '2026-11.1',
      '2026-99',
    ]) {
      folder.edit(`ledger-laptop-${name}.jsonl`, text(own('laptop')));
    }
    await note(laptop, 2);
    await done(laptop);
    await done(desk);
    expect(await knownTo(desk)).toEqual(await knownTo(laptop));
  });
});
