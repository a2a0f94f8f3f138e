import { describe, expect, test } from 'vitest';
import { findTimes } from '../../../src/tasks/find/find-times';
import type { Habits } from '../../simulator/graph/desk';
import { createSimulatedGraph, type SimulatedGraphOptions } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { person } from '../../simulator/telling';
import { ana, bo, cy, world } from '../../simulator/three-people';
import { at } from '../../simulator/time';

/** A Friday. */
const NOW = at('2026-11-20 12:00', 'Europe/London');
const WANTED = { minutes: { short: 10, whole: 30 }, near: at('2026-11-23 15:00', 'Europe/London') };
const BO = { key: 'bo@north.example', name: 'Bo', address: 'bo@north.example' };
const guest = person({
  ...{ id: 'eve', name: 'Eve', address: 'eve@elsewhere.example', zone: 'Europe/Paris' },
  kind: 'guest',
});

async function found(
  whom: Partial<typeof BO> = {},
  habits: Partial<Habits> = {},
  more: Partial<SimulatedGraphOptions> = {},
) {
  const people = [ana, bo, cy, guest];
  const graph = createSimulatedGraph(world([], people), { now: NOW, habits, ...more });
  const { ports, ledger, owner } = await openPorts(graph, { clock: () => NOW });
  const before = JSON.stringify(await ledger.allFacts());
  const read = findTimes(ports, owner, { ...BO, ...whom }, WANTED);
  const kept = async () => JSON.stringify(await ledger.allFacts()) !== before;
  return { read, kept };
}

describe('Times that would hold with somebody', () => {
  test.each(['items', 'view-only'] as const)(
    'are found in both calendars as they are now (%s), beside the meeting, and nothing of them is kept',
    async (freeBusyOfOthers) => {
      const { read, kept } = await found({}, { freeBusyOfOthers });
      const minutes = (from: string, long: number) => ({
        start: at(from, 'Europe/London'),
        end: at(from, 'Europe/London') + long * 60_000,
      });
      // The sync stands at 15:00 every working day.
      expect(await read).toEqual({
        found: 'times',
        times: [minutes('2026-11-23 14:45', 10), minutes('2026-11-24 14:30', 30)],
        zone: freeBusyOfOthers === 'items' ? 'Europe/London' : null,
      });
      expect(await kept()).toBe(false);
    },
  );

  test.each([
    ['who is elsewhere', { key: guest.address, address: guest.address }, {}],
    ['without an address', { address: '' }, {}],
    ['whose calendar is not shown', {}, { freeBusyOfOthers: 'refused' }],
  ] as const)('of somebody %s are not known, and that is said', async (_, whom, habits) => {
    const { read, kept } = await found(whom, habits);
    expect(await read).toEqual({ found: 'hidden', whose: 'theirs' });
    expect(await kept()).toBe(false);
  });

  test.each([
    [
      'refuses',
      'not-permitted',
      { kind: 'error', code: 403, name: 'ErrorAccessDenied', message: 'Access is denied.' },
    ],
    ['throttles', 'throttled', { kind: 'throttled', retryAfter: '600' }],
    ['does not answer', 'offline', { kind: 'offline' }],
    ['answers in halves', 'unreadable-answer', { kind: 'cut-json' }],
  ] as const)('that Graph %s end in a trouble with a name', async (_, kind, answer) => {
    const { read, kept } = await found({}, {}, { faults: [{ path: /getSchedule/, answer }] });
    await expect(read).rejects.toMatchObject({ kind });
    expect(await kept()).toBe(false);
  });
});
