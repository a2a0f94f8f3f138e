import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { isTrouble } from '../../../src/domain/trouble';
import { exchange } from '../../../src/tasks/roam/exchange';
import { away, checkIn, erasure, sighting, undo } from '../../contracts/sample-facts';
import {
  createDevice,
  createSharedFolder,
  type Device,
  knownTo,
  MISHAPS,
  type SharedFolder,
  weekIsOver,
} from './shared-folder';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);

const one = <Does extends string>(does: Does, weight: number) => ({
  weight,
  arbitrary: fc.record({ does: fc.constant(does), who: fc.nat(3), day: fc.nat(5) }),
});
/** In any order: somebody notes, sweeps or takes back; time goes by; machines meet or miss each other. */
const happening = fc.oneof(
  one('note', 3),
  one('see', 2),
  one('away', 1),
  one('undo', 1),
  one('erase', 1),
  one('reduce', 1),
  one('see-old', 1),
  one('wait', 1),
  one('delete', 1),
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('exchange' as const),
      who: fc.nat(3),
      mishaps: fc.array(fc.constantFrom(...MISHAPS), { maxLength: 8 }),
    }),
  },
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;
const happenings = fc.array(happening, { maxLength: 40, size: 'max' });
/** Of a month before everything but what is seen of old. */
const reduction = (id: string): Fact => ({
  kind: 'reduced',
  id,
  recordedAt: START,
  series: 'a',
  until: '2026-09',
  months: [],
});
const FORGETTING: readonly string[] = ['erase', 'reduce'];
const skews = fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { minLength: 4, maxLength: 4 });

const meet = async (devices: readonly Device[]): Promise<void> => {
  for (const { ports } of devices) expect(await exchange(ports)).toMatchObject({ kind: 'done' });
};

interface Life {
  readonly folder: SharedFolder;
  readonly devices: readonly Device[];
  readonly world: { now: number };
  /** Ids of everything that anybody added. */
  readonly made: ReadonlySet<string>;
}

/** Lets it all happen to four machines whose clocks are off, and gives them time to meet in the end. */
async function live(all: readonly Happening[], offs: readonly number[]): Promise<Life> {
  const world = { now: START };
  const folder = createSharedFolder();
  const devices = await Promise.all(offs.map((off, at) => createDevice(`dev${at}`, folder, world, off)));
  const made = new Set<string>();
  for (const what of all) {
    world.now += 1000;
    const device = devices[what.who] as Device;
    const add = async (fact: Fact) => {
      for (const { id } of await device.ledger.append([{ ...fact, recordedAt: device.now() }])) made.add(id);
    };
    if (what.does === 'exchange') {
      folder.mishaps.splice(0, Infinity, ...what.mishaps);
      await exchange(device.ports).catch((thrown: unknown) => {
        if (!isTrouble(thrown)) throw thrown;
      });
      folder.mishaps.length = 0;
      continue;
    }
    const { does, day } = what;
    if (does === 'note') await add(checkIn(device.stamp(), 'a', day));
    // The same sight on every machine, recorded when each of them looked.
    if (does === 'see') await add(sighting('a', day));
    if (does === 'see-old') await add(sighting('a', -60 - day));
    if (does === 'reduce') {
      await add({ kind: 'retention', id: device.stamp(), recordedAt: 0, days: 30 });
      await add(reduction(device.stamp()));
    }
    if (does === 'away') await add(away(`w${day}`, 'Marcus'));
    if (does === 'erase') await add(erasure(device.stamp(), 'Marcus', []));
    if (does === 'undo') {
      const entry = (await knownTo(device)).find(({ kind }) => kind === 'check-in');
      if (entry) await add(undo(device.stamp(), entry.id));
    }
    if (does === 'wait') world.now += day * 7 * DAY;
    if (does === 'delete') folder.files.delete([...folder.files.keys()][day] ?? '');
  }
  await meet(devices);
  await meet(devices);
  return { folder, devices, world, made };
}

describe('Whatever is delivered late, twice, or not at all', () => {
  test('machines that have met hold the same log, and nothing anybody noted is missing', {
    timeout: 60_000,
  }, async () => {
    const withoutErasing = happenings.map((all) => all.filter(({ does }) => !FORGETTING.includes(does)));
    await fc.assert(
      fc.asyncProperty(withoutErasing, skews, async (all, offs) => {
        const { folder, devices, world, made } = await live(all, offs);
        const logs = await Promise.all(devices.map(knownTo));
        for (const log of logs) expect(log).toEqual(logs[0]);
        expect(logs[0]?.map(({ id }) => id)).toEqual([...made].sort());
        // Meeting again moves nothing, once each version of a sight has found its way into a file.
        await meet(devices);
        const before = folder.text();
        for (const { ports } of devices) {
          expect(await exchange(ports)).toMatchObject({ read: 0, wrote: 0, unread: [] });
        }
        expect(folder.text()).toBe(before);
        // And whoever comes new needs no other machine, only the folder.
        const newcomer = await createDevice('new0', folder, world);
        await meet([newcomer]);
        expect(await knownTo(newcomer)).toEqual(logs[0]);
      }),
      { numRuns: 60 },
    );
  });

  test('somebody erased on one machine is on none of them any more, and in no file; nor is a month that was reduced', {
    timeout: 60_000,
  }, async () => {
    const withErasing = fc
      .tuple(happenings, fc.nat(3), happenings)
      .map(([before, who, after]) => [
        ...before.filter(({ does }) => does !== 'erase'),
        { does: 'erase' as const, who, day: 0 },
        ...after,
      ]);
    await fc.assert(
      fc.asyncProperty(withErasing, skews, async (all, offs) => {
        const { folder, devices } = await live(all, offs);
        // A file that was taken over is written anew by its own machine, and then heard by those before it.
        await meet(devices);
        for (const device of devices) await weekIsOver(device);
        await meet(devices);
        await meet(devices);
        const logs = await Promise.all(devices.map(knownTo));
        for (const log of logs) expect(log).toEqual(logs[0]);
        expect(JSON.stringify(logs[0])).not.toMatch(/marcus/i);
        const isReduced = all.some(({ does }) => does === 'reduce');
        const old = /sighting:a:-6\d/;
        if (isReduced)
          expect([JSON.stringify(logs[0]), folder.text()].filter((text) => old.test(text))).toEqual([]);
        expect(folder.text()).not.toMatch(/marcus/i);
      }),
      { numRuns: 30 },
    );
  });
});
