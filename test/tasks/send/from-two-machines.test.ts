import { describe, expect, test, vi } from 'vitest';
import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import { lastSteps } from '../../../src/domain/facts/decided/sending';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Ports } from '../../../src/tasks/ports';
import { carryOn } from '../../../src/tasks/send/carry';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import { settleAll } from '../../../src/tasks/send/settle';
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

const send = ({ ports }: Machine) => sendRecap(ports, SENDING);

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

/** Both panes stay open until there is nothing left that goes by itself. */
async function stayOpen(machines: readonly Machine[], goOn: (by: number) => void): Promise<void> {
  for (let half = 0; half < 30; half += 1) {
    for (const { ports } of machines) await carryOn(ports);
    goOn(MINUTE / 2);
  }
}

describe('17 Two machines that send the same recap at the same moment', () => {
  test.each([0, 4 * MINUTE])(
    'send it at most once, however their requests follow each other (copies %i ms late); who gave way finds it, or is asked',
    async (deliveryTime) => {
      const ends = new Set<number>();
      for (const order of orders(deliveryTime === 0 ? 6 : 4)) {
        const { graph, machines, inTurns, goOn } = await twoMachines(deliveryTime);
        await inTurns([0, 1, 0, 1, ...order], send);
        await stayOpen(machines, goOn);
        ends.add(copies(graph));
        expect(copies(graph), order.join('')).toBe(1);
        expect(graph.mailbox('ana').drafts, order.join('')).toEqual([]);
        for (const machine of machines) {
          const open = await openIn(machine);
          if (open.length > 0) expect(await settleAll(machine.ports, open, 'look')).toEqual(['sent']);
        }
      }
      expect([...ends]).toEqual([1]);
    },
  );

  test('within one second may give way to each other: then nothing went, both are asked, and it goes by a click', async () => {
    let neither = 0;
    for (const order of orders(4)) {
      const { graph, machines, inTurns, goOn } = await twoMachines(0, 0);
      await inTurns([0, 1, 0, 1, 0, 1, ...order], send);
      await stayOpen(machines, goOn);
      expect(copies(graph), order.join('')).toBeLessThanOrEqual(1);
      if (copies(graph) === 1) continue;
      neither += 1;
      const [first] = machines as [Machine, Machine];
      await settleAll(first.ports, await openIn(first), 'send');
      await stayOpen(machines, goOn);
      expect(copies(graph)).toBe(1);
    }
    expect(neither).toBeGreaterThan(0);
  });
});
