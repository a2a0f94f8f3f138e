import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import { lastSteps } from '../../../src/domain/facts/decided/sending';
import type { OccurrenceKey } from '../../../src/domain/facts/things/occurrence';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Person } from '../../../src/domain/facts/things/person';
import { createAlone } from '../../../src/ledger/browser/locks';
import type { Ledger } from '../../../src/ledger/ledger';
import type { Ports } from '../../../src/tasks/ports';
import { carryOn } from '../../../src/tasks/send/carry';
import type { MailEnd, Sending } from '../../../src/tasks/send/send-recap';
import type { Habits } from '../../simulator/graph/desk';
import type { Fault } from '../../simulator/graph/faults';
import { createSimulatedGraph, type SimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { bo, cy, world } from '../../simulator/three-people';
import { at, type Instant, MINUTE } from '../../simulator/time';

export const NOW = at('2026-11-03 16:20', 'Europe/London');
export const SECOND = 1000;
export const SUBJECT = 'INFO: Launch';
export const OCCURRENCE: OccurrenceKey = occurrenceKey('some-series', '2026-11-03');

const asPerson = ({ name, address }: { name: string; address: string }): Person => ({
  key: address,
  name,
  address,
});
export const BO = asPerson(bo);
export const CLEO = asPerson(cy);

export const mailTo = (...to: Person[]) => ({
  message: { to, subject: SUBJECT, html: '<p>Short.</p>', text: 'Short.' },
  decisions: [],
});

export const toEach = (...people: Person[]): Sending => ({
  occurrence: OCCURRENCE,
  mails: people.map((person) => mailTo(person)),
  together: false,
});

export const toAll = (...people: Person[]): Sending => ({
  occurrence: OCCURRENCE,
  mails: [mailTo(...people)],
  together: true,
});

export interface SendingDesk {
  readonly graph: SimulatedGraph;
  readonly ports: Ports;
  readonly ledger: Ledger;
  readonly clock: () => Instant;
  readonly pass: (ms: number) => void;
  /** Another pane of the same browser, opened later. */
  readonly reopened: () => Promise<Ports>;
}

export interface DeskOptions {
  readonly faults?: Fault[];
  readonly habits?: Partial<Habits>;
  readonly scopes?: string[];
}

/** Ana, before her mailbox, with a clock that the test moves. */
export async function sendingDesk({
  faults = [],
  habits = {},
  scopes,
}: DeskOptions = {}): Promise<SendingDesk> {
  let now: Instant = NOW;
  const clock = () => now;
  const more = scopes === undefined ? {} : { scopes };
  const graph = createSimulatedGraph(world([]), { now: clock, faults, habits, ...more });
  const { ports, ledger } = await openPorts(graph, { clock });
  let panes = 0;
  // Locks of a pane that is gone are free again; those that are open share them.
  const alone = createAlone(undefined);
  return {
    graph,
    ports,
    ledger,
    clock,
    pass: (ms) => {
      now += ms;
    },
    reopened: async () => {
      panes += 1;
      return (await openPorts(graph, { clock, ledger, alone, device: `pane000${panes}` })).ports;
    },
  };
}

export const copiesTo = (graph: SimulatedGraph, who: string): number =>
  graph.mailbox(who).inbox.filter(({ subject }) => subject === SUBJECT).length;

export const ends = async (sending: Promise<readonly MailEnd[]>) => (await sending).map(({ end }) => end);

export const entriesIn = async (ports: Ports): Promise<readonly RecapEntry[]> =>
  (await ports.ledger.allFacts())
    .filter((fact): fact is RecapEntry => fact.kind === 'recap')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

export const stepsIn = async (ports: Ports) => (await entriesIn(ports)).map(({ step }) => step);
export const lastStepsIn = async (ports: Ports) => lastSteps(await entriesIn(ports)).map(({ step }) => step);

export const asksIn = async (ports: Ports) =>
  (await ports.ledger.pressed.all()).map(({ asks }) => asks ?? null);

/** A pane stays open for so long, and does what there is to do when its time comes. */
export async function stayOpen(
  { pass }: Pick<SendingDesk, 'pass'>,
  ports: Ports,
  time = 20 * MINUTE,
): Promise<void> {
  let left = time;
  while (left > 0) {
    const { next } = await carryOn(ports);
    if (next === null) return;
    const step = Math.min(left, Math.max(SECOND, next - ports.clock()));
    pass(step);
    left -= step;
  }
}

/** What kills a pane: from the chosen step on nothing that it asked for comes back. */
export function mortal(
  ports: Ports,
  killAt: number,
): { readonly ports: Ports; readonly died: Promise<void> } {
  let steps = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((tell) => {
    die = tell;
  });
  const isDead = () => {
    steps += 1;
    if (steps >= killAt) die();
    return steps >= killAt;
  };
  const never = new Promise<never>(() => undefined);
  const wrap = <Room extends object>(room: Room): Room =>
    Object.fromEntries(
      Object.entries(room).map(([name, value]) => [
        name,
        typeof value !== 'function'
          ? value
          : async (...asked: unknown[]) => {
              // Before it is asked, and after it was done.
              if (isDead()) return never;
              const answer: unknown = await value(...asked);
              return isDead() ? never : answer;
            },
      ]),
    ) as Room;
  const { ledger, graph, seal } = ports;
  return {
    died,
    ports: {
      ...ports,
      ledger: { ...ledger, append: wrap({ append: ledger.append }).append, pressed: wrap(ledger.pressed) },
      graph: { ...graph, postbox: wrap(graph.postbox) },
      seal,
    },
  };
}
