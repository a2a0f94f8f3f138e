import type { Fact } from '../../src/domain/facts/log/fact';
import { type Exchange, exchange } from '../../src/tasks/roam/exchange';
import { protectWith, unlock } from '../../src/tasks/roam/switch';
import { away, checkIn, sighting } from '../contracts/sample-facts';
import { createDevice, createSharedFolder, type Device, knownTo } from '../tasks/roam/shared-folder';

export const START = Date.UTC(2026, 10, 20);
export const PASSPHRASE = 'the blue door';
export const OPENLY = /"kind"|check-in|sighting/;

export const note = (device: Device, day = 0): Promise<readonly Fact[]> =>
  device.ledger.append([{ ...checkIn(device.stamp(), 'a', day), recordedAt: device.now() }]);
export const ids = async (device: Device) => (await knownTo(device)).map(({ id }) => id);
export const done = async (device: Device): Promise<Extract<Exchange, { kind: 'done' }>> => {
  const came = await exchange(device.ports);
  if (came.kind !== 'done') throw new Error(`${device.name}: ${came.kind}`);
  return came;
};

/** Two machines of one person that share a sealed log; a third has never been there. */
export async function sealedLog() {
  const world = { now: START };
  const folder = createSharedFolder();
  const [laptop, desk, mac] = await Promise.all([
    createDevice('laptop', folder, world),
    createDevice('desk', folder, world),
    createDevice('mac', folder, world),
  ]);
  await laptop.ledger.append([sighting('a'), away('w1', 'Marcus')]);
  await note(laptop);
  await protectWith(laptop.ports, PASSPHRASE, true);
  await done(laptop);
  await unlock(desk.ports, PASSPHRASE, true);
  await note(desk, 1);
  await done(desk);
  await done(laptop);
  const [id = ''] = [...laptop.keys.keys()];
  const own = (name: string) =>
    [...folder.files.keys()].filter((one) => one.startsWith(`ledger-${name}-`))[0] ?? '';
  const text = (name: string) => folder.files.get(name)?.text ?? '';
  return { world, folder, laptop, desk, mac, id, own, text, log: await ids(laptop) };
}
