import type { Fault } from './graph/faults';
import {
  type ArrivingMail,
  createSimulatedGraph,
  type Mailbox,
  type SimulatedGraph,
} from './graph/simulated-graph';
import { tellWorld } from './happenings';
import { readMailbox } from './mailbox';
import type { HostState } from './outlook/host-state';
import { openPorts } from './own-ports';
import { type Past, pastOf } from './past';
import { sendThrough } from './send-through';
import { TENANT } from './telling';
import type { Instant } from './time';
import type { Person, World } from './world';
import { createWorldClock } from './world-clock';

/** A world with a clock that can be turned, a network that can be cut, and everybody's mailboxes. */
export interface SimulatedOffice {
  /** An answer of Graph to the owner's pane; null when the network is cut. */
  graph: (request: Request) => Promise<Response | null>;
  clock: () => { now: Instant; ticking: boolean };
  /** Lets a clock that nobody has seen yet begin to tick. */
  wake: () => void;
  /** Back in time, everything done through Graph is forgotten; forward, it stays. */
  turnClock: (now: Instant, ticking: boolean) => Promise<void>;
  setOnline: (online: boolean) => void;
  reset: () => Promise<void>;
  state: (mailbox: string | null) => Promise<HostState>;
  /** Everything in a person's mailbox as of now, for tests. */
  mailbox: (person: string) => Promise<Mailbox>;
  /** A mail of somebody else's arrives now, for tests. */
  arrives: (mail: ArrivingMail) => Promise<void>;
  /** The files of the add-in's own folder, as text by name, for tests. */
  files: () => Promise<Map<string, string>>;
  /** Somebody else who can write into that folder puts a file there, for tests. */
  putFile: (name: string, text: string) => Promise<void>;
  /** Lets something go wrong on the way to Graph from now on, for tests. */
  disturb: (fault: Fault) => void;
  /** The log as the owner kept it until now, as an export the pane can import. */
  log: () => Promise<string>;
  /** What the pane's frame has to know before anything runs in it. */
  frame: () => object;
}

/** A pause of the clock's hand between two requests is no step back. */
const SECOND = 1000;

const brief = ({ id, name, address, zone }: Person) => ({ id, name, address, zone });

/** A world from its beginning, and what its owner has done in it so far. */
interface Life {
  graph: SimulatedGraph;
  past: Promise<Past>;
}

function begin(world: World): Life {
  const graph = createSimulatedGraph(world, { now: world.taps[0]?.at ?? 0 });
  return { graph, past: Promise.resolve({ sent: [], log: '' }) };
}

/** What the owner sent since then lies in everybody's mailbox. */
async function send(graph: SimulatedGraph, before: Past, past: Past): Promise<Past> {
  const sent = past.sent.slice(before.sent.length);
  let now = sent[0]?.at;
  if (now === undefined) return past;
  const { ports } = await openPorts(graph, { clock: () => now ?? 0 });
  for (const { at, sending } of sent) {
    now = at;
    graph.setNow(at);
    await sendThrough(ports, sending, (ms) => {
      now = at + ms;
      graph.setNow(now);
    });
  }
  return past;
}

export function createSimulatedOffice(world: World, start: Instant, ticking: boolean): SimulatedOffice {
  const told = tellWorld(world);
  const clock = createWorldClock(start, ticking);
  const owner = world.people.find(({ id }) => id === world.owner);
  if (owner === undefined) throw new Error(`${world.name} has no owner`);
  const earliest = told[0]?.at ?? start;
  const latest = told.at(-1)?.at ?? start;
  let online = true;
  let run = Date.now();
  let life = begin(world);

  /** What the owner did until now has been done; nothing is answered before. */
  const caughtUp = async (): Promise<SimulatedGraph> => {
    const { graph, past } = life;
    await past;
    graph.setNow(clock.now());
    return graph;
  };
  const goOn = () => {
    const { graph } = life;
    life.past = life.past.then(async (before) => send(graph, before, await pastOf(world, clock.now())));
    return caughtUp();
  };
  const anew = () => {
    run += 1;
    life = begin(world);
  };
  const started = goOn();
  // Whoever asks first learns what went wrong.
  started.catch(() => undefined);

  return {
    graph: async (request) => {
      if (!online) return null;
      return (await caughtUp()).answer(request);
    },
    clock: () => ({ now: clock.now(), ticking: clock.ticking() }),
    wake: clock.wake,
    turnClock: async (now, goesOn) => {
      const back = now < clock.now() - SECOND;
      clock.put(now, goesOn);
      if (back) anew();
      await goOn();
    },
    setOnline: (connected) => {
      online = connected;
    },
    reset: async () => {
      online = true;
      clock.put(start, ticking);
      anew();
      await goOn();
    },
    state: async (mailbox) => {
      const graph = await caughtUp();
      const person = world.people.find(({ id }) => id === mailbox) ?? owner;
      // The same world from that person's side; mail lies in one mail room for everybody.
      const theirs = createSimulatedGraph({ ...world, owner: person.id }, { now: clock.now() });
      return {
        run,
        now: clock.now(),
        ticking: clock.ticking(),
        online,
        owner: brief(owner),
        mailbox: brief(person),
        people: world.people.filter(({ kind }) => kind !== 'room').map(brief),
        told,
        ...(await readMailbox(theirs.answer, graph.mailbox(person.id), earliest, latest)),
      };
    },
    mailbox: async (person) => (await caughtUp()).mailbox(person),
    arrives: async (mail) => (await caughtUp()).arrives(mail),
    files: async () => {
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      return new Map([...(await caughtUp()).files].map(([name, { bytes }]) => [name, text(bytes)]));
    },
    putFile: async (name, text) => {
      const { files } = await caughtUp();
      const [now, version] = [clock.now(), (files.get(name)?.version ?? 0) + 1];
      files.set(name, {
        ...{ name, version, bytes: new TextEncoder().encode(text) },
        ...{ createdAt: now, changedAt: now },
      });
    },
    disturb: (fault) => void life.graph.faults.push(fault),
    log: async () => (await life.past).log,
    frame: () => ({
      now: clock.now(),
      ticking: clock.ticking(),
      online,
      owner: { name: owner.name, address: owner.address, objectId: owner.objectId, tenant: TENANT },
    }),
  };
}
