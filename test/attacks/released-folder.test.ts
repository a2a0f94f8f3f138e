import { describe, expect, test } from 'vitest';
import { keyFileName } from '../../src/domain/forget/roaming';
import { factLines } from '../../src/formats/log/roaming-file';
import { unlock } from '../../src/tasks/roam/switch';
import { knownTo, quickCipher } from '../tasks/roam/shared-folder';
import { done, ids, note, OPENLY, PASSPHRASE, START, sealedLog } from './sealed-log';

describe('A folder that the released version sealed', () => {
  const released = async () => {
    const all = await sealedLog();
    const { folder, laptop, desk, id, text } = all;
    const key = laptop.keys.get(id);
    if (key === undefined) throw new Error('no key');
    for (const device of [laptop, desk]) {
      const name = all.own(device.name);
      const rest = await quickCipher.seal(key, factLines(await knownTo(device)), name);
      const head = {
        format: 'loopkeeper-roaming',
        version: 1,
        device: device.name,
        month: '2026-11',
        key: id,
      };
      folder.edit(name, `${JSON.stringify(head)}\n${rest}`);
      const { edition: _, proof: __, ...box } = JSON.parse(text(keyFileName(id))) as Record<string, unknown>;
      folder.edit(keyFileName(id), JSON.stringify(box));
      const tags = Object.fromEntries([...folder.files].map(([one, { tag }]) => [one, tag]));
      const state = { on: true, exchangedAt: START, tags, key: id, forgotten: '', box: JSON.stringify(box) };
      await device.ledger.keepSetting('roaming', state);
    }
    return all;
  };

  test('is read by its key holders, who write their own files anew, counted', async () => {
    const { laptop, desk, own, text, log, folder } = await released();
    await note(laptop, 3);
    await done(laptop);
    expect(text(own('laptop'))).toMatch(/^\{.*"version":2.*"edition":\d+\}\n/);
    expect(text(own('desk'))).toContain('"version":1');
    await done(desk);
    expect(text(own('desk'))).toContain('"version":2');
    expect(await ids(desk)).toHaveLength(log.length + 1);
    expect(folder.text()).not.toMatch(OPENLY);
    expect((await done(laptop)).news).toMatchObject({ damaged: 0, older: 0, otherKey: 0, unsealed: null });
  });

  test('opens with its passphrase on a new machine, whose key then gives its word for the box', async () => {
    const { mac, id, text, log } = await released();
    expect(await unlock(mac.ports, PASSPHRASE, true)).toMatchObject({ ok: true });
    await done(mac);
    expect(await ids(mac)).toEqual(log);
    expect(JSON.parse(text(keyFileName(id)))).toMatchObject({ edition: 1, proof: expect.any(String) });
  });

  test('put back over a counted one is noticed as older', async () => {
    const { folder, laptop, desk, own, text } = await released();
    const before = text(own('desk'));
    await done(desk);
    await done(laptop);
    folder.edit(own('desk'), before);
    expect((await done(laptop)).news).toMatchObject({ older: 1 });
  });
});
