import { describe, expect, test } from 'vitest';
import { ENDED_FILE, keyEndedName, keyFileName } from '../../src/domain/forget/roaming';
import { answerEnding } from '../../src/tasks/roam/answers';
import { exchange } from '../../src/tasks/roam/exchange';
import { recallRoaming } from '../../src/tasks/roam/state';
import { protectWith, startRoaming, stopRoaming, unlock, unprotect } from '../../src/tasks/roam/switch';
import { checkIn } from '../contracts/sample-facts';
import { knownTo, quickCipher } from '../tasks/roam/shared-folder';
import { openFileOf } from './folder-attacker';
import { done, ids, note, OPENLY, PASSPHRASE, sealedLog } from './sealed-log';

describe('A word that the protection has ended', () => {
  const forged = {
    'an empty file': async () => '',
    'a file that says nothing': async () => '{}',
    'the word that older panes wrote': async () => '{"format":"loopkeeper-key-ended","at":"2026-11-29"}\n',
    'the word of another key': async (id: string) => {
      const { key } = await quickCipher.makeKey('another');
      return JSON.stringify({ key: id, word: (await quickCipher.seal(key, '1', `ended ${id}`)).trim() });
    },
    'lines sealed with this key': async (_: string, sealed: string) =>
      JSON.stringify({ word: sealed.split('\n')[1] ?? '' }),
  };
  test.each(Object.entries(forged))(
    'that its key did not seal (%s) ends nothing, and is said',
    async (_, make) => {
      const { folder, laptop, desk, id, own, text } = await sealedLog();
      folder.edit(keyEndedName(id), await make(id, text(own('desk'))));
      for (const device of [laptop, desk]) {
        await note(device, 2);
        expect((await done(device)).news).toMatchObject({ falseEnding: true, ending: null });
      }
      expect(folder.text()).not.toMatch(OPENLY);
      folder.files.delete(keyEndedName(id));
      expect((await done(laptop)).news.falseEnding).toBe(false);
    },
  );

  test('that its key sealed is asked about on every machine, and until there is an answer it seals', async () => {
    const { laptop, desk, mac, id, own, text } = await sealedLog();
    await unlock(mac.ports, PASSPHRASE, true);
    await done(mac);
    await unprotect(laptop.ports);
    await done(laptop);
    expect(text(own('laptop'))).toMatch(OPENLY);
    for (const device of [desk, mac]) {
      for (const day of [3, 4]) {
        await note(device, day);
        expect((await done(device)).news.ending).toMatchObject({ id });
        expect(text(own(device.name))).not.toMatch(OPENLY);
      }
      await answerEnding(device.ports, id, true);
      expect((await done(device)).news.ending).toBeNull();
    }
    for (const device of [laptop, desk, mac, laptop, desk]) await done(device);
    expect(await knownTo(desk)).toEqual(await knownTo(laptop));
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
    expect([desk, mac].map(({ name }) => OPENLY.test(text(own(name))))).toEqual([true, true]);
  });

  test('to which somebody said no is not asked about again: that machine goes on sealing, and keeps its key there', async () => {
    const { folder, laptop, desk, id, own, text } = await sealedLog();
    await unprotect(laptop.ports);
    await done(laptop);
    await done(desk);
    await answerEnding(desk.ports, id, false);
    await note(desk, 3);
    expect((await done(desk)).news.ending).toBeNull();
    expect(folder.files.has(keyFileName(id))).toBe(true);
    expect(text(own('desk'))).not.toMatch(OPENLY);
    // Whoever ended it reads on, and neither writes the other's files anew nor begins to seal.
    await done(laptop);
    expect(await ids(laptop)).toEqual(await ids(desk));
    expect(await done(laptop)).toMatchObject({ read: 0, wrote: 0 });
    expect(text(own('laptop'))).toMatch(OPENLY);
  });

  test('is for the key it ends alone: put back beside a later key it says nothing', async () => {
    const { folder, laptop, id, text } = await sealedLog();
    await unprotect(laptop.ports);
    const word = text(keyEndedName(id));
    await done(laptop);
    await protectWith(laptop.ports, 'the green door', true);
    await done(laptop);
    const later = (await recallRoaming(laptop.ledger)).opened[0] ?? '';
    folder.edit(keyEndedName(later), word);
    await note(laptop, 4);
    expect((await done(laptop)).news).toMatchObject({ falseEnding: true, ending: null });
    expect(
      [...folder.files].filter(([name, { text }]) => name.includes('laptop') && OPENLY.test(text)),
    ).toEqual([]);
  });
});

describe('A machine with a key', () => {
  const sights: Record<string, (log: Awaited<ReturnType<typeof sealedLog>>) => Promise<void> | void> = {
    'everything is gone': ({ folder }) => folder.files.clear(),
    'its box is gone': ({ folder, id }) => void folder.files.delete(keyFileName(id)),
    'a stranger’s box lies there': async ({ folder }) => {
      const { key, box } = await quickCipher.makeKey('another');
      folder.edit(keyFileName(key.id), box);
    },
    'its box lies there under another name': ({ folder, id, text }) =>
      folder.edit(keyFileName('000000000000'), text(keyFileName(id))),
    'its files lie there openly': ({ folder, own }) =>
      folder.edit(own('laptop'), openFileOf('laptop', [checkIn('zz-forged', 'a', 3)])),
    'the copy is said to be deleted, and it is switched on again': async ({ folder, laptop, id }) => {
      folder.files.clear();
      folder.edit(ENDED_FILE, '{}');
      expect(await exchange(laptop.ports)).toEqual({ kind: 'ended' });
      folder.files.delete(keyFileName(id));
      await startRoaming(laptop.ports);
    },
    'it was switched off and on': async ({ folder, laptop, id }) => {
      await stopRoaming(laptop.ports);
      folder.files.delete(keyFileName(id));
      await startRoaming(laptop.ports);
    },
  };
  test.each(Object.entries(sights))('seals what it writes, also where %s', async (_, happen) => {
    const all = await sealedLog();
    const { folder, laptop, own, text } = all;
    await happen(all);
    await note(laptop, 2);
    await done(laptop);
    const names = [...folder.files.keys()].filter(
      (name) => name.includes('laptop') && name !== own('laptop'),
    );
    for (const name of [own('laptop'), ...names]) {
      if (!text(name).includes('zz-forged')) expect(text(name)).not.toMatch(OPENLY);
    }
    expect(await ids(laptop)).toHaveLength(all.log.length + 1);
    expect(await ids(laptop)).not.toContain('zz-forged');
  });

  test('that the pane does not have just now reads nothing and writes nothing, whatever lies there', async () => {
    const { folder, laptop, id } = await sealedLog();
    laptop.keys.clear();
    await note(laptop, 2);
    folder.files.clear();
    folder.edit('ledger-evil-2026-11.jsonl', openFileOf('evil', [checkIn('zz-forged', 'a', 3)]));
    const before = folder.text();
    expect(await exchange(laptop.ports)).toEqual({ kind: 'locked', theirs: false });
    expect(folder.text()).toBe(before);
    // Nobody is locked out by a box that was deleted: it is kept in mind.
    expect(await unlock(laptop.ports, PASSPHRASE, true)).toMatchObject({ ok: true });
    await done(laptop);
    expect(folder.files.has(keyFileName(id))).toBe(true);
  });
});
