import { describe, expect, test } from 'vitest';

import type { Point } from '../../../src/domain/facts/decided/point';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { recallHeld, undoWaiting } from '../../../src/tasks/log/waiting-deletion';
import { exchange } from '../../../src/tasks/roam/exchange';
import { sighting } from '../../contracts/sample-facts';
import { point, pointMail, pointStep } from '../../domain/builders/point-facts';
import { promised, promiseStep } from '../../domain/builders/promise-facts';
import { createDevice, createSharedFolder, type Device, knownTo, weekIsOver } from './shared-folder';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);
const AT = '2026-09-07T09:00';

const old = {
  recordedAt: Date.parse(`${AT}Z`),
  raisedAt: Date.parse(`${AT}Z`),
  series: 'a',
} satisfies Partial<Point>;
const asked = point(1, { ...old, text: 'A closed secret' });
const open = point(2, { ...old, text: 'An open question' });
const mailed = pointMail(['p1'], ['P-001'], AT, {
  ...{ series: 'a', occurrence: 'a/2026-09-07', subject: 'P-001: A closed secret' },
});
const promise = promised('m1', { recordedAt: old.recordedAt, saidAt: old.recordedAt, text: 'A kept secret' });
const TOLD: readonly Fact[] = [
  ...[
    asked,
    open,
    mailed,
    promise,
    pointStep('p1', 'answered', AT, { series: 'a', words: 'Its secret answer' }),
  ],
  promiseStep('m1', 'done', AT),
  sighting('a'),
];
const choice: Fact = { kind: 'retention', id: 'zz-r0', recordedAt: START, days: 30 };
const reduced: Fact = {
  ...{ kind: 'reduced', id: 'zz-r1', recordedAt: START, series: 'a', until: '2026-09', months: [] },
  ...{ closed: ['m1', 'p1'], numbersTo: 1 },
};

async function office(...names: string[]) {
  const world = { now: START };
  const folder = createSharedFolder();
  const devices = await Promise.all(names.map((name) => createDevice(name, folder, world)));
  const [laptop, desk, mac] = devices as [Device, Device, Device];
  await laptop.ledger.append(TOLD);
  await meet(...devices, laptop);
  return { world, folder, laptop, desk, mac };
}
const meet = async (...devices: readonly Device[]) => {
  for (const { ports } of devices) expect(await exchange(ports)).toMatchObject({ kind: 'done' });
};
const textOf = async (device: Device) => JSON.stringify(await knownTo(device));
const SECRET = /secret/;

describe('9 What was closed so long ago that it went', () => {
  test('9 comes back from no file, no machine that was away for a year and no old export; what is open stays everywhere', async () => {
    const { world, folder, laptop, desk, mac } = await office('laptop', 'desk', 'mac');
    for (const text of [await textOf(desk), await textOf(mac), folder.text()]) expect(text).toMatch(SECRET);
    await laptop.ledger.append([choice, reduced]);
    expect(await textOf(laptop)).not.toMatch(SECRET);
    await meet(laptop, desk, laptop);
    // Nobody takes it from another machine before a week is over, nor puts it back into the folder.
    expect(await textOf(desk)).toMatch(SECRET);
    expect(folder.text()).not.toMatch(SECRET);
    await weekIsOver(desk);
    await meet(desk, laptop, desk);
    world.now += 365 * DAY;
    await mac.ledger.append(TOLD);
    await desk.ledger.append(TOLD);
    await meet(mac, desk, laptop, mac);
    await weekIsOver(mac);
    await meet(mac, desk, laptop, mac);
    expect(folder.text()).not.toMatch(SECRET);
    for (const device of [laptop, desk, mac]) {
      expect(await textOf(device)).not.toMatch(SECRET);
      expect(await textOf(device)).toContain('An open question');
      expect(await knownTo(device)).toEqual(await knownTo(laptop));
    }
  });

  test('9 stays where somebody undid it, and is not put back into the folder', async () => {
    const { folder, laptop, desk } = await office('laptop', 'desk');
    await laptop.ledger.append([choice, reduced]);
    await meet(laptop, desk);
    expect(await recallHeld(desk.ledger)).toHaveLength(1);
    await undoWaiting({ ledger: desk.ledger } as unknown as Parameters<typeof undoWaiting>[0]);
    await desk.ledger.outbox.fill();
    await meet(desk, laptop, desk, laptop);
    expect(await textOf(desk)).toMatch(SECRET);
    expect(folder.text()).not.toMatch(SECRET);
    expect(await textOf(laptop)).not.toMatch(SECRET);
  });

  test('9 what is open on one machine is taken from it by no word of another', async () => {
    const { laptop, desk } = await office('laptop', 'desk');
    await laptop.ledger.append([choice, { ...reduced, closed: ['m1', 'p1', 'p2'] } as Fact]);
    expect(await textOf(laptop)).toContain('An open question');
    expect(await textOf(laptop)).not.toMatch(SECRET);
    await meet(laptop, desk);
    await weekIsOver(desk);
    expect(await textOf(desk)).toContain('An open question');
    expect(await textOf(desk)).not.toMatch(SECRET);
  });
});
