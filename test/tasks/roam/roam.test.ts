import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { ENDED_FILE } from '../../../src/domain/forget/roaming';
import { answerEnding } from '../../../src/tasks/roam/answers';
import { exchange } from '../../../src/tasks/roam/exchange';
import { recallRoaming } from '../../../src/tasks/roam/state';
import {
  changePassphrase,
  deleteCopy,
  protectWith,
  startRoaming,
  stopRoaming,
  unlock,
  unprotect,
} from '../../../src/tasks/roam/switch';
import { away, checkIn, erasure, key, mail, report, sighting } from '../../contracts/sample-facts';
import { createDevice, createSharedFolder, type Device, knownTo, weekIsOver } from './shared-folder';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);

async function office(...names: string[]) {
  const world = { now: START };
  const folder = createSharedFolder();
  const devices = await Promise.all(names.map((name) => createDevice(name, folder, world)));
  const [laptop, desk, mac] = devices as [Device, Device, Device];
  return { world, folder, laptop, desk, mac };
}
const note = (device: Device, day = 0): Promise<readonly Fact[]> =>
  device.ledger.append([{ ...checkIn(device.stamp(), 'a', day), recordedAt: device.now() }]);
const meet = async (...devices: Device[]) => {
  for (const { ports } of devices) expect(await exchange(ports)).toMatchObject({ kind: 'done' });
};
const annotation = (id: string, words = 'A word'): Fact => ({
  kind: 'annotation',
  id,
  recordedAt: START,
  occurrence: key('a'),
  words,
  by: null,
});
const ids = async (device: Device) => (await knownTo(device)).map(({ id }) => id);

describe('The same log on two machines', () => {
  test('after both have exchanged, whatever kind of fact it is', async () => {
    const { laptop, desk, folder } = await office('laptop', 'desk');
    const facts = [
      sighting('a'),
      checkIn('e1', 'a'),
      report('r1', 'a'),
      mail('m1', null),
      away('w1', 'Marcus'),
      annotation('n1'),
    ];
    await laptop.ledger.append(facts);
    expect(await exchange(laptop.ports)).toMatchObject({ read: 0, wrote: facts.length });
    expect(await exchange(desk.ports)).toMatchObject({ read: facts.length, wrote: 0 });
    expect(await knownTo(desk)).toEqual(await knownTo(laptop));
    for (const name of folder.files.keys()) expect(name).toMatch(/^ledger-laptop-\d{4}-\d\d\.jsonl$/);
  });

  test('a machine that was away for a year catches up, and the others hear of its last day', async () => {
    const { world, laptop, desk, mac } = await office('laptop', 'desk', 'mac');
    await note(mac);
    for (let month = 0; month < 12; month++) {
      world.now += 30 * DAY;
      await note(month % 2 === 0 ? laptop : desk, month);
      await meet(laptop, desk);
    }
    await meet(mac, laptop, desk);
    expect(await ids(mac)).toHaveLength(13);
    expect(await knownTo(laptop)).toEqual(await knownTo(mac));
    expect(await knownTo(desk)).toEqual(await knownTo(mac));
  });

  test('what is entered after something was read from elsewhere sorts behind it, though its clock is slow', async () => {
    const { laptop, desk } = await office('laptop', 'desk');
    desk.skew = -3_600_000;
    await note(laptop);
    await meet(laptop, desk);
    const [before = ''] = await ids(desk);
    expect(desk.stamp() > before).toBe(true);
  });

  test('a machine without a network writes what it has when it is back', async () => {
    const { laptop, desk, folder } = await office('laptop', 'desk');
    await meet(laptop, desk);
    folder.mishaps.push('lost-before');
    await note(laptop);
    await expect(exchange(laptop.ports)).rejects.toMatchObject({ kind: 'offline' });
    await note(laptop, 1);
    await meet(laptop, desk);
    expect(await ids(desk)).toHaveLength(2);
  });
});

describe('An exchange', () => {
  test('that ends half-way goes on from there: no file is read twice', async () => {
    const { world, laptop, desk, folder } = await office('laptop', 'desk');
    for (let month = 0; month < 5; month++) {
      world.now += 31 * DAY;
      await note(laptop, month);
    }
    await meet(laptop);
    const reads: string[] = [];
    const ports = {
      ...desk.ports,
      folder: {
        ...folder.port,
        read: async (...asked: Parameters<typeof folder.port.read>) => {
          reads.push(asked[0].name);
          return folder.port.read(...asked);
        },
      },
    };
    const control = new AbortController();
    const onProgress = (files: number) => files === 2 && control.abort(new Error('stopped'));
    await expect(exchange(ports, { signal: control.signal, onProgress })).rejects.toThrow('stopped');
    expect(await ids(desk)).toHaveLength(3);
    expect(await exchange(ports)).toMatchObject({ kind: 'done' });
    expect(reads).toHaveLength(5);
    expect(new Set(reads).size).toBe(5);
  });

  test('runs in one pane at a time', async () => {
    const { laptop } = await office('laptop');
    const both = await Promise.all([exchange(laptop.ports), exchange(laptop.ports)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'elsewhere']);
  });

  test('leaves alone what is damaged, newer or not ours, says so, and takes the good lines', async () => {
    const { laptop, desk, folder } = await office('laptop', 'desk');
    await note(laptop);
    await meet(laptop);
    const [name = ''] = [...folder.files.keys()];
    const good = folder.files.get(name)?.text ?? '';
    folder.edit(name, `${good}{"kind":"che\n{"kind":"dreamt-of","id":"x","recordedAt":1}\n`);
    folder.edit('ledger-other-2026-10.jsonl', '{"format":"loopkeeper-roaming","version":2}\n');
    folder.edit('ledger-third-2026-10.jsonl', '');
    folder.edit('holiday.jpg', 'not ours');
    const before = folder.text();
    const done = await exchange(desk.ports);
    expect(done).toMatchObject({
      read: 1,
      unread: [name, 'ledger-other-2026-10.jsonl', 'ledger-third-2026-10.jsonl'],
    });
    expect(await knownTo(desk)).toEqual(await knownTo(laptop));
    expect(folder.text()).toBe(before);
  });

  test('brings back what somebody deleted in the folder, from whichever machine has it', async () => {
    const { laptop, desk, folder, mac } = await office('laptop', 'desk', 'mac');
    await note(laptop);
    await meet(laptop, desk);
    folder.files.clear();
    await meet(desk, mac);
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
  });

  test('begins another part before a file grows too large for OneDrive', async () => {
    const { laptop, desk, folder } = await office('laptop', 'desk');
    const words = 'w'.repeat(5_000);
    const facts = Array.from({ length: 700 }, (_, at) => annotation(`n${at}`, `${at} ${words}`));
    await laptop.ledger.append(facts.slice(0, 400));
    await meet(laptop);
    await laptop.ledger.append(facts.slice(400));
    await meet(laptop, desk);
    expect(folder.files.size).toBeGreaterThan(2);
    for (const { text } of folder.files.values()) expect(text.length).toBeLessThan(1_600_000);
    expect(await knownTo(desk)).toEqual(await knownTo(laptop));
  });
});

describe('Somebody who was erased', () => {
  const told = [sighting('a'), away('w1', 'Marcus'), checkIn('e1', 'a')];
  const gone = erasure('zz-x1', 'Marcus', told);
  const nowhere = async (devices: readonly Device[], folder: { text: () => string }) => {
    for (const device of devices) expect(JSON.stringify(await knownTo(device))).not.toMatch(/marcus/i);
    expect(folder.text()).not.toMatch(/marcus/i);
  };

  test('is gone from this machine’s files, and from those another machine wrote before', async () => {
    const { laptop, desk, folder } = await office('laptop', 'desk');
    await laptop.ledger.append(told);
    await meet(laptop);
    await desk.ledger.append([sighting('a', 1)]);
    await meet(desk, laptop);
    await laptop.ledger.append([gone]);
    await meet(laptop);
    await nowhere([laptop], folder);
    await meet(desk, laptop);
    await nowhere([laptop, desk], folder);
    expect(await knownTo(desk)).toEqual(await knownTo(laptop));
    expect(await ids(desk)).toContain('e1');
  });

  test('does not come back from a machine that was away for a year, nor from an old backup', async () => {
    const { world, laptop, desk, mac, folder } = await office('laptop', 'desk', 'mac');
    await laptop.ledger.append(told);
    await meet(laptop, mac);
    await laptop.ledger.append([gone]);
    await meet(laptop);
    world.now += 365 * DAY;
    await mac.ledger.append([{ ...away('w2', 'Marcus'), recordedAt: world.now }, sighting('a', 3)]);
    await desk.ledger.append(told);
    await meet(mac, desk, laptop, mac);
    await nowhere([laptop, desk, mac], folder);
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
    expect(await ids(laptop)).toContain(sighting('a', 3).id);
  });
});

describe('A month that was reduced', () => {
  const OLD = -60;
  const about = (device: Device) => [
    sighting('a', OLD),
    checkIn('e1', 'a', OLD),
    { ...away('w1', 'Marcus'), span: { start: START - 80 * DAY, end: START - 79 * DAY } } as Fact,
    { ...annotation('n1', 'Marcus was late'), occurrence: key('a', OLD), recordedAt: device.now() } as Fact,
  ];
  const reduced: Fact = {
    ...{ kind: 'reduced', id: 'zz-r1', recordedAt: START, series: 'a', until: '2026-09' },
    months: [
      {
        ...{ month: '2026-09', outcomes: { held: 1 }, moves: 0, shortNoticeMoves: 0 },
        ...{ minutes: 15, plannedMinutes: 15 },
      },
    ],
  };
  const choice: Fact = { kind: 'retention', id: 'zz-r0', recordedAt: START, days: 30 };
  const kept = ['n2', sighting('a').id, 'zz-r0', 'zz-r1'].sort();
  const nowhere = async (devices: readonly Device[], folder: { text: () => string }) => {
    for (const device of devices) expect(await ids(device)).toEqual(kept);
    for (const gone of ['e1', 'w1', 'n1', sighting('a', OLD).id, 'was late']) {
      expect(folder.text()).not.toContain(`"${gone}"`);
    }
    expect(folder.text()).not.toContain('was late');
  };

  test('comes back from no file, no machine that was away for a year and no old backup', async () => {
    const { world, laptop, desk, mac, folder } = await office('laptop', 'desk', 'mac');
    await laptop.ledger.append([...about(laptop), sighting('a')]);
    await meet(laptop, mac, desk);
    await desk.ledger.append([annotation('n2')]);
    await meet(desk);
    await laptop.ledger.append([choice, reduced]);
    await meet(laptop, desk, laptop);
    expect(await ids(desk)).toContain('e1');
    expect(folder.text()).not.toContain('was late');
    await weekIsOver(desk);
    await meet(desk, laptop, desk);
    await nowhere([laptop, desk], folder);
    world.now += 365 * DAY;
    // It had not heard, and has an old export, too.
    await mac.ledger.append(about(mac));
    expect(await desk.ledger.append(about(desk))).toEqual([]);
    await meet(mac, desk, laptop, mac);
    await weekIsOver(mac);
    await meet(mac, desk, laptop, mac);
    await nowhere([laptop, desk, mac], folder);
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
  });
});

describe('With a passphrase', () => {
  const PASSPHRASE = 'the blue door';
  const sealed = async () => {
    const all = await office('laptop', 'desk', 'mac');
    const { laptop, desk } = all;
    await note(laptop);
    await meet(laptop);
    await note(desk, 1);
    await meet(desk);
    await protectWith(laptop.ports, PASSPHRASE, true);
    await meet(laptop);
    return all;
  };

  test('nothing in the folder can be read, not even what another machine wrote before', async () => {
    const { folder, laptop } = await sealed();
    expect(folder.text()).not.toContain('check-in');
    expect([...folder.files.keys()].filter((name) => name.includes('desk'))).toEqual([]);
    expect(await ids(laptop)).toHaveLength(2);
  });

  test('a machine that does not know it writes nothing and loses nothing; a wrong one changes nothing', async () => {
    const { folder, desk, laptop } = await sealed();
    await note(desk, 2);
    const before = folder.text();
    expect(await exchange(desk.ports)).toMatchObject({ kind: 'locked' });
    expect(await unlock(desk.ports, 'the red door', true)).toEqual({ ok: false, fault: 'wrong' });
    expect(await exchange(desk.ports)).toMatchObject({ kind: 'locked' });
    expect(folder.text()).toBe(before);
    expect(await unlock(desk.ports, PASSPHRASE, true)).toMatchObject({ ok: true });
    await meet(desk, laptop);
    expect(await knownTo(laptop)).toEqual(await knownTo(desk));
    expect(await ids(laptop)).toHaveLength(3);
    expect(folder.text()).not.toContain('check-in');
  });

  test('a changed one opens everything, the old one nothing more; who remembers the key goes on', async () => {
    const { mac, laptop } = await sealed();
    expect(await changePassphrase(laptop.ports, 'a wrong one', 'the green door')).toMatchObject({
      ok: false,
    });
    expect(await changePassphrase(laptop.ports, PASSPHRASE, 'the green door')).toMatchObject({ ok: true });
    await note(laptop, 3);
    await meet(laptop);
    expect(await unlock(mac.ports, PASSPHRASE, true)).toMatchObject({ ok: false });
    expect(await unlock(mac.ports, 'the green door', true)).toMatchObject({ ok: true });
    await meet(mac);
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
  });

  test('a key deleted in the folder is put back, and nothing is written open meanwhile', async () => {
    const { laptop, mac, folder } = await sealed();
    const key = [...folder.files.keys()].find((name) => name.startsWith('key-')) ?? '';
    folder.files.delete(key);
    await note(laptop, 4);
    await meet(laptop);
    expect(folder.files.has(key)).toBe(true);
    expect(folder.text()).not.toContain('check-in');
    expect(await unlock(mac.ports, PASSPHRASE, true)).toMatchObject({ ok: true });
    await meet(mac);
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
  });

  test('taken away again, every file can be read, also what a machine brings that was away meanwhile', async () => {
    const { laptop, desk, mac, folder } = await sealed();
    await unlock(desk.ports, PASSPHRASE, true);
    await note(desk, 4);
    await meet(desk);
    await note(desk, 5);
    await unprotect(laptop.ports);
    await note(laptop, 6);
    await meet(laptop);
    const files = [...folder.files].filter(([name]) => name.endsWith('.jsonl'));
    expect(files.map(([, { text }]) => /"key":null.*\n.*check-in/.test(text))).toEqual(files.map(() => true));
    // It remembers a key, was not there when the protection went, and asks before it follows.
    const asked = await exchange(desk.ports);
    expect(asked).toMatchObject({ kind: 'done', news: { ending: { at: START }, unsealed: null } });
    const [, own = ''] = /(ledger-desk[^ ]*)/.exec([...folder.files.keys()].join(' ')) ?? [];
    expect(folder.files.get(own)?.text).not.toContain('check-in');
    await answerEnding(desk.ports, (asked.kind === 'done' && asked.news.ending?.id) || '', true);
    await meet(desk, laptop);
    expect([...folder.files.keys()].filter((name) => /^key-[0-9a-z]+\.json$/.test(name))).toEqual([]);
    await meet(mac);
    expect(await ids(mac)).toHaveLength(5);
    expect(await knownTo(mac)).toEqual(await knownTo(desk));
    expect(await exchange(laptop.ports)).toMatchObject({ read: 0, wrote: 0, unread: [] });
    // And put on anew, with another word.
    await protectWith(laptop.ports, 'the green door', true);
    await meet(laptop);
    expect(folder.text()).not.toContain('check-in');
    expect(await exchange(mac.ports)).toMatchObject({ kind: 'locked' });
    expect(await unlock(mac.ports, 'the green door', true)).toMatchObject({ ok: true });
    await meet(mac);
    expect(await knownTo(mac)).toEqual(await knownTo(laptop));
  });

  test('two machines that each chose one at the same time end with one log, once both know both', async () => {
    const { laptop, desk } = await office('laptop', 'desk');
    await note(laptop);
    await note(desk, 1);
    await protectWith(laptop.ports, 'one of them', true);
    await protectWith(desk.ports, 'the other one', true);
    await meet(laptop, desk);
    expect(await exchange(laptop.ports)).toMatchObject({ news: { unsealed: null, otherKey: 1 } });
    await unlock(laptop.ports, 'the other one', true);
    await unlock(desk.ports, 'one of them', true);
    await meet(laptop, desk, laptop);
    expect(await knownTo(laptop)).toEqual(await knownTo(desk));
    expect(await ids(desk)).toHaveLength(2);
  });
});

describe('The switch', () => {
  test('off: nothing goes there and nothing comes; on again, it catches up', async () => {
    const { laptop, desk, folder } = await office('laptop', 'desk');
    await stopRoaming(laptop.ports);
    await note(laptop);
    await note(desk, 1);
    expect(await exchange(laptop.ports)).toEqual({ kind: 'off' });
    expect(folder.files.size).toBe(0);
    await startRoaming(laptop.ports);
    await meet(laptop, desk, laptop);
    expect(await knownTo(laptop)).toEqual(await knownTo(desk));
  });

  test('refused by OneDrive, it stays off', async () => {
    const { laptop, folder } = await office('laptop');
    await stopRoaming(laptop.ports);
    folder.mishaps.push('lost-before');
    await expect(startRoaming(laptop.ports)).rejects.toMatchObject({ kind: 'offline' });
    expect((await recallRoaming(laptop.ledger)).on).toBe(false);
  });

  test('a copy deleted on purpose does not come back from another machine, until somebody wants it again', async () => {
    const { laptop, desk, folder } = await office('laptop', 'desk');
    await note(laptop);
    await meet(laptop, desk);
    await deleteCopy(laptop.ports);
    expect([...folder.files.keys()]).toEqual([ENDED_FILE]);
    await note(desk, 1);
    expect(await exchange(desk.ports)).toEqual({ kind: 'ended' });
    expect(await exchange(desk.ports)).toEqual({ kind: 'off' });
    expect([...folder.files.keys()]).toEqual([ENDED_FILE]);
    expect(await ids(desk)).toHaveLength(2);
    for (const { ports } of [desk, laptop]) await startRoaming(ports);
    await meet(desk, laptop);
    expect(await knownTo(laptop)).toEqual(await knownTo(desk));
  });
});
