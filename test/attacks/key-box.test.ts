import { describe, expect, test } from 'vitest';
import { keyFileName } from '../../src/domain/forget/roaming';
import { roamingFile } from '../../src/formats/log/roaming-file';
import { goWithout } from '../../src/tasks/roam/answers';
import { exchange } from '../../src/tasks/roam/exchange';
import { recallRoaming } from '../../src/tasks/roam/state';
import { changePassphrase, unlock } from '../../src/tasks/roam/switch';
import { createDevice, createSharedFolder, quickCipher } from '../tasks/roam/shared-folder';
import { done, ids, note, PASSPHRASE, START, sealedLog } from './sealed-log';

describe('The box of a key', () => {
  const spoilt: Record<string, (box: string, old: string) => string> = {
    'was emptied': () => '',
    'is another’s': () => JSON.stringify({ format: 'loopkeeper-key', version: 1, id: 'another' }),
    'lost the word of its key': (box) => JSON.stringify({ ...(JSON.parse(box) as object), proof: undefined }),
    'asks for 2^31 turns': (box) => JSON.stringify({ ...(JSON.parse(box) as object), iterations: 2 ** 31 }),
    'has another inside': (box) =>
      JSON.stringify({ ...(JSON.parse(box) as object), key: btoa('x'.repeat(48)), proof: undefined }),
    'is the one of the passphrase before': (_, old) => old,
    'has grown to megabytes': (box) => box + ' '.repeat(2_000_000),
  };
  test.each(Object.entries(spoilt))(
    'that %s is put right, and the good one stays in mind',
    async (_, spoil) => {
      const { folder, laptop, desk, mac, id, text } = await sealedLog();
      const old = text(keyFileName(id));
      expect(await changePassphrase(laptop.ports, PASSPHRASE, 'the green door')).toMatchObject({ ok: true });
      await done(laptop);
      await done(desk);
      const good = text(keyFileName(id));
      for (const device of [laptop, desk]) {
        folder.edit(keyFileName(id), spoil(good, old));
        await done(device);
        expect(text(keyFileName(id))).toBe(good);
        expect((await recallRoaming(device.ledger)).boxes[id]).toBe(good);
      }
      expect(await unlock(mac.ports, PASSPHRASE, true)).toMatchObject({ ok: false });
      expect(await unlock(mac.ports, 'the green door', true)).toMatchObject({ ok: true });
    },
  );

  test('changed while another machine was away: that one takes the later box, and the old passphrase opens nothing there', async () => {
    const { folder, laptop, desk, id, text } = await sealedLog();
    const old = text(keyFileName(id));
    await changePassphrase(laptop.ports, PASSPHRASE, 'the green door');
    const changed = text(keyFileName(id));
    await note(desk, 4);
    await done(desk);
    expect(text(keyFileName(id))).toBe(changed);
    desk.keys.clear();
    folder.edit(keyFileName(id), old);
    expect(await unlock(desk.ports, PASSPHRASE, true)).toMatchObject({ ok: false });
    expect(await unlock(desk.ports, 'the green door', true)).toMatchObject({ ok: true });
  });

  test('of a stranger holds nobody up who is there already, and whoever comes new may go on without it', async () => {
    const world = { now: START };
    const folder = createSharedFolder();
    const [laptop, mac] = await Promise.all(
      ['laptop', 'mac'].map((name) => createDevice(name, folder, world)),
    );
    if (laptop === undefined || mac === undefined) throw new Error('two machines');
    await note(laptop);
    await done(laptop);
    const { key, box } = await quickCipher.makeKey('another');
    folder.edit(keyFileName(key.id), box);
    folder.edit(keyFileName('garbage'), '{');
    await note(laptop, 1);
    expect(await done(laptop)).toMatchObject({ wrote: 1 });
    expect(await exchange(mac.ports)).toEqual({ kind: 'locked', theirs: true });
    await goWithout(mac.ports);
    expect(await done(mac)).toMatchObject({ read: 2 });
    // With a file that it seals it could be a passphrase chosen elsewhere: one answer, and it is over.
    const head = { device: 'evil', month: '2026-11', key: key.id, edition: 1 };
    folder.edit('ledger-evil-2026-11.jsonl', roamingFile({ head, rest: 'x.x\n' }));
    await note(laptop, 2);
    expect(await exchange(laptop.ports)).toEqual({ kind: 'locked', theirs: true });
    expect(await unlock(laptop.ports, PASSPHRASE, true)).toMatchObject({ ok: false });
    await goWithout(laptop.ports);
    for (const device of [laptop, laptop, mac])
      expect((await done(device)).news).toMatchObject({ otherKey: 1 });
    expect(await ids(mac)).toEqual(await ids(laptop));
  });
});
