import { describe, expect, test, vi } from 'vitest';
import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import { lastSteps } from '../../../src/domain/facts/decided/sending';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Ports } from '../../../src/tasks/ports';
import { sendRecap, settleRecap } from '../../../src/tasks/send/send-recap';
import { createSimulatedGraph, type SimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { bo, world } from '../../simulator/three-people';
import { at, MINUTE } from '../../simulator/time';

// Dozens of sendings, each of which waits for digests; a machine that does other things as well takes its time.
vi.setConfig({ testTimeout: 120_000 });

const NOW = at('2026-11-03 16:20', 'Europe/London');
const SUBJECT = 'INFO: Launch';
const TO = { key: bo.address, name: bo.name, address: bo.address };
const SENDING = {
  occurrence: occurrenceKey('some-series', '2026-11-03'),
  mails: [{ message: { to: [TO], subject: SUBJECT, html: '<p>Short.</p>', text: 'Short.' }, decisions: [] }],
  together: false,
};

const MACHINES = ['laptop00', 'office00'] as const;

interface Machine {
  readonly ports: Ports;
  /** Requests that wait to be let through. */
  readonly waiting: (() => void)[];
}

/** Two machines before one mailbox; between two requests lies `pace`. Once `held`, a request waits until it is its turn. */
async function twoMachines(deliveryTime: number, pace = MINUTE / 60) {
  let now = NOW;
  let held = false;
  const graph = createSimulatedGraph(world([]), { now: () => now, habits: { deliveryTime } });
  const machines = await Promise.all(
    MACHINES.map(async (device): Promise<Machine> => {
      const waiting: (() => void)[] = [];
      const answer = async (request: Request) => {
        if (held) await new Promise<void>((pass) => waiting.push(pass));
        return graph.answer(request);
      };
      const { ports } = await openPorts({ ...graph, answer } as SimulatedGraph, { clock: () => now, device });
      return { ports, waiting };
    }),
  );
  return {
    graph,
    machines,
    goOn: (by: number) => {
      now += by;
    },
    /** Lets the requests through one by one, in this order; where the one whose turn it is has none, the other's. */
    inTurns: async (order: readonly number[], work: (machine: Machine) => Promise<unknown>) => {
      held = true;
      const left = [...order];
      const under = new Set(machines);
      const ends = machines.map((machine) => work(machine).finally(() => under.delete(machine)));
      while (under.size > 0) {
        await new Promise((done) => setImmediate(done));
        // Everybody who is still at work has asked for something.
        if ([...under].some(({ waiting }) => waiting.length === 0)) continue;
        const turn = left.shift() ?? 0;
        now += pace;
        const pass = machines[turn]?.waiting.shift() ?? machines[1 - turn]?.waiting.shift();
        pass?.();
      }
      held = false;
      return Promise.all(ends);
    },
  };
}

const send = ({ ports }: Machine) => sendRecap(ports, SENDING, () => Promise.resolve(false));

const openIn = async ({ ports }: Machine): Promise<readonly RecapEntry[]> =>
  lastSteps((await ports.ledger.allFacts()).filter((fact) => fact.kind === 'recap')).filter(
    ({ step }) => step === 'sending',
  );

const copies = (graph: SimulatedGraph): number =>
  graph.mailbox('bo').inbox.filter(({ subject }) => subject === SUBJECT).length;

/** Every way in which the first requests of two machines can follow each other. */
const orders = (length: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** length }, (_, bits) =>
    Array.from({ length }, (__, place) => (bits >> place) & 1),
  );

describe('Two machines that send the same recap at the same moment', () => {
  test('send it once, however their requests follow each other; who gave way finds it, or is asked', async () => {
    const asked = new Set<string>();
    for (const order of orders(5)) {
      const { graph, machines, inTurns } = await twoMachines(0);
      await inTurns([0, 1, ...order], send);
      expect(copies(graph), order.join('')).toBe(1);
      expect(graph.mailbox('ana').drafts, order.join('')).toEqual([]);
      for (const machine of machines) {
        const open = await openIn(machine);
        asked.add(`${open.length}`);
        // Whoever was left in doubt looks, and it is there.
        if (open.length > 0) expect(await settleRecap(machine.ports, open, 'look')).toEqual(['sent']);
        expect(await openIn(machine)).toEqual([]);
      }
    }
    expect([...asked].sort()).toEqual(['0', '1']);
  });

  test('whose copy is late in Sent Items send it once, where both have seen the drafts before one has sent', async () => {
    // Each has looked and found nothing, each writes its draft, each looks again.
    for (const order of orders(2)) {
      const { graph, machines, inTurns, goOn } = await twoMachines(4 * MINUTE);
      await inTurns([0, 1, 0, 1, 0, 1, 0, 1, ...order], send);
      goOn(5 * MINUTE);
      expect(copies(graph), order.join('')).toBe(1);
      for (const machine of machines) await settleRecap(machine.ports, await openIn(machine), 'look');
      expect((await Promise.all(machines.map(openIn))).flat(), order.join('')).toEqual([]);
    }
  });

  test('of which one finds the draft of the other, which goes in this moment and is nowhere for a while, sends none', async () => {
    const { graph, machines, inTurns, goOn } = await twoMachines(4 * MINUTE);
    const [, second] = machines as [Machine, Machine];
    // The first looks twice, writes and looks again; the second looks twice and sees the draft; then the first sends.
    await inTurns([0, 0, 0, 0, 1, 1, 0], send);
    expect(await openIn(second)).toHaveLength(1);
    goOn(5 * MINUTE);
    expect(copies(graph)).toBe(1);
    expect(await settleRecap(second.ports, await openIn(second), 'look')).toEqual(['sent']);
  });

  test('within one second may give way to each other: then nothing went, both are asked, and it goes by a click', async () => {
    let neither = 0;
    for (const order of orders(4)) {
      const { graph, machines, inTurns, goOn } = await twoMachines(0, 0);
      await inTurns([0, 1, 0, 1, ...order], send);
      expect(copies(graph), order.join('')).toBeLessThanOrEqual(1);
      if (copies(graph) === 1) continue;
      neither += 1;
      goOn(MINUTE);
      const [first] = machines as [Machine, Machine];
      expect(await settleRecap(first.ports, await openIn(first), 'look')).toEqual(['unknown']);
      await settleRecap(first.ports, await openIn(first), 'discard');
      expect((await send(first)).map(({ end }) => end)).toEqual(['sent']);
      for (const machine of machines) await settleRecap(machine.ports, await openIn(machine), 'look');
      expect((await Promise.all(machines.map(openIn))).flat()).toEqual([]);
      expect(copies(graph)).toBe(1);
    }
    expect(neither).toBeGreaterThan(0);
  });
});
