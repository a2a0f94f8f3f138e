import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts/log/fact';
import { keyFileName } from '../../src/domain/forget/roaming';
import { factLines, roamingFile, sealedInto } from '../../src/formats/log/roaming-file';
import { answerUnsealed } from '../../src/tasks/roam/answers';
import { exchange } from '../../src/tasks/roam/exchange';
import { protectWith, unlock, unprotect } from '../../src/tasks/roam/switch';
import { away, checkIn, erasure, sighting } from '../contracts/sample-facts';
import { knownTo, quickCipher } from '../tasks/roam/shared-folder';
import { openFileOf } from './folder-attacker';
import { done, ids, OPENLY, PASSPHRASE, sealedLog } from './sealed-log';

describe('A file that nobody with the key sealed', () => {
  const REDUCED: Fact = {
    kind: 'reduced',
    id: 'x',
    recordedAt: 1,
    series: 's',
    until: '9999-12',
    months: [],
  };

  test('is not read before the person was told what it would bring, and what it would delete', async () => {
    const { folder, laptop, log } = await sealedLog();
    const gone = erasure('zz-x1', 'Marcus', await knownTo(laptop));
    const brought = [gone, REDUCED, checkIn('zz-e1', 'a', 2), sighting('b'), away('w2', 'Marcus')];
    folder.edit('ledger-evil-2026-11.jsonl', openFileOf('evil', brought));
    const { news } = await done(laptop);
    expect(Object.keys(news.unsealed?.files ?? {})).toEqual(['ledger-evil-2026-11.jsonl']);
    expect(news.unsealed?.brings).toMatchObject({ entries: 1, observations: 2, people: 3 });
    expect(news.unsealed?.brings.wouldGo).toMatchObject({ erases: true, reduces: false, people: 1 });
    expect(await ids(laptop)).toEqual(log);
    // And as long as there is no answer it is asked again, also after the pane was closed.
    expect((await done(laptop)).news.unsealed).toEqual(news.unsealed);
    expect(await ids(laptop)).toEqual(log);
  });

  test('left unread stays so; another text under its name is another question', async () => {
    const { folder, laptop, log } = await sealedLog();
    const name = 'ledger-evil-2026-11.jsonl';
    folder.edit(name, openFileOf('evil', [checkIn('zz-e1', 'a', 2)]));
    const asked = (await done(laptop)).news.unsealed;
    if (asked === null) throw new Error('not asked');
    await answerUnsealed(laptop.ports, asked, false);
    expect((await done(laptop)).news).toMatchObject({ unsealed: null, left: 1 });
    expect(folder.files.has(name)).toBe(true);
    folder.edit(name, openFileOf('evil', [erasure('zz-x1', 'Marcus', [])]));
    // A yes to what was shown before is none to what lies there now, whether that was seen already or not.
    for (let times = 0; times < 2; times += 1) {
      await answerUnsealed(laptop.ports, asked, true);
      await done(laptop);
    }
    expect((await done(laptop)).news).toMatchObject({ unsealed: { brings: { choices: 1 } }, left: 0 });
    expect(await ids(laptop)).toEqual(log);
  });

  test('to which somebody said yes is read, lies sealed in a file of ours from then on, and openly in none', async () => {
    const { folder, laptop, desk, mac } = await sealedLog();
    // A third machine of theirs that has not heard of the passphrase: it wrote before, and is late.
    folder.edit('ledger-mac-2026-11.jsonl', openFileOf('mac', [checkIn('zz-e1', 'a', 2)]));
    const asked = (await done(laptop)).news.unsealed;
    if (asked === null) throw new Error('not asked');
    await answerUnsealed(laptop.ports, asked, true);
    expect((await done(laptop)).news).toMatchObject({ unsealed: null, left: 0 });
    expect(await ids(laptop)).toContain('zz-e1');
    expect(folder.text()).not.toMatch(OPENLY);
    await done(desk);
    expect(await knownTo(desk)).toEqual(await knownTo(laptop));
    await unlock(mac.ports, PASSPHRASE, true);
    await done(mac);
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
  });

  test('that tells something known otherwise is a question, too: nothing here is put in its place', async () => {
    const { folder, laptop } = await sealedLog();
    const before = await knownTo(laptop);
    folder.edit('ledger-evil-2026-11.jsonl', openFileOf('evil', [{ ...sighting('a'), recordedAt: 1 }]));
    expect((await done(laptop)).news.unsealed?.brings).toMatchObject({ changes: 1 });
    expect(await knownTo(laptop)).toEqual(before);
  });

  test.each([
    ['lies there', true],
    ['was deleted', false],
  ])('is read by no machine that comes new, before it has the key, where its box %s', async (_, isThere) => {
    const { folder, laptop, mac, id, log } = await sealedLog();
    if (!isThere) folder.files.delete(keyFileName(id));
    folder.edit('ledger-evil-2026-11.jsonl', openFileOf('evil', [checkIn('zz-forged', 'a', 2), REDUCED]));
    expect(await exchange(mac.ports)).toEqual({ kind: 'locked', theirs: true });
    expect(await ids(mac)).toEqual([]);
    await done(laptop);
    await unlock(mac.ports, PASSPHRASE, true);
    expect((await done(mac)).news.unsealed).not.toBeNull();
    expect(await ids(mac)).toEqual(log);
  });

  test('also where a key sealed it whose protection was ended', async () => {
    const { folder, laptop, id } = await sealedLog();
    const key = laptop.keys.get(id);
    if (key === undefined) throw new Error('no key');
    await unprotect(laptop.ports);
    await done(laptop);
    await protectWith(laptop.ports, 'the green door', true);
    await done(laptop);
    const name = 'ledger-desk-2026-11.jsonl';
    const head = { device: 'desk', month: '2026-11', key: id, edition: 99 };
    const lines = factLines([checkIn('zz-forged', 'a', 2)]);
    const rest = await quickCipher.seal(key, lines, sealedInto(name, head));
    folder.edit(name, roamingFile({ head, rest }));
    const { news } = await done(laptop);
    expect(news.unsealed?.brings).toMatchObject({ entries: 1 });
    expect(await ids(laptop)).not.toContain('zz-forged');
  });
});
