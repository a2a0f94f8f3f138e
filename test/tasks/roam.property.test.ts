import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/fact';
import { isTrouble } from '../../src/domain/trouble';
import { exchange } from '../../src/tasks/roam';
import { checkIn, sighting, undo } from '../contracts/sample-facts';
import { createDevice, createSharedFolder, type Device, knownTo, MISHAPS } from './shared-folder';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);

/** What may happen, in any order: somebody notes, sweeps or takes back; time goes by; machines meet or miss each other. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('note' as const), who: fc.nat(3), day: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('see' as const), who: fc.nat(3), day: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('undo' as const), who: fc.nat(3), day: fc.nat(5) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('exchange' as const),
      who: fc.nat(3),
      mishaps: fc.array(fc.constantFrom(...MISHAPS), { maxLength: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), which: fc.nat(9) }) },
);

const meet = async (devices: readonly Device[]): Promise<void> => {
  for (const { ports } of devices) expect(await exchange(ports)).toMatchObject({ kind: 'done' });
};

describe('Whatever is delivered late, twice, or not at all', () => {
  test('machines that have met hold the same log, and nothing anybody noted is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 40, size: 'max' }),
        fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { minLength: 4, maxLength: 4 }),
        async (happenings, skews) => {
          const world = { now: START };
          const folder = createSharedFolder();
          const devices = await Promise.all(
            skews.map((skew, at) => createDevice(`dev${at}`, folder, world, skew)),
          );
          const made = new Map<string, Fact>();
          const add = async (device: Device, fact: Fact) => {
            for (const { id } of await device.ledger.append([fact])) made.set(id, fact);
          };
          for (const one of happenings) {
            world.now += 1000;
            const device = devices['who' in one ? one.who : 0] as Device;
            if (one.does === 'note') {
              const id = device.stamp();
              await add(device, { ...checkIn(id, 'a', one.day), recordedAt: device.now() });
            }
            // The same sight on every machine, recorded when each of them looked.
            if (one.does === 'see')
              await add(device, { ...sighting('a', one.day), recordedAt: device.now() });
            if (one.does === 'undo') {
              const [entry] = (await knownTo(device)).filter(({ kind }) => kind === 'check-in');
              if (entry) await add(device, { ...undo(device.stamp(), entry.id), recordedAt: device.now() });
            }
            if (one.does === 'wait') world.now += one.days * DAY;
            if (one.does === 'delete') folder.files.delete([...folder.files.keys()][one.which] ?? '');
            if (one.does === 'exchange') {
              folder.mishaps.splice(0, Infinity, ...one.mishaps);
              await exchange(device.ports).catch((thrown: unknown) => {
                if (!isTrouble(thrown)) throw thrown;
              });
              folder.mishaps.length = 0;
            }
          }
          await meet(devices);
          await meet(devices);
          const logs = await Promise.all(devices.map(knownTo));
          for (const log of logs) expect(log).toEqual(logs[0]);
          expect(logs[0]?.map(({ id }) => id)).toEqual([...made.keys()].sort());
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
        },
      ),
      { numRuns: 100 },
    );
  });
});
