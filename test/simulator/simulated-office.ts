import { createSimulatedGraph } from './graph/simulated-graph';
import { tellWorld } from './happenings';
import { readMailbox } from './mailbox';
import type { HostState } from './outlook/host-state';
import { replay } from './replay';
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
  turnClock: (now: Instant, ticking: boolean) => void;
  setOnline: (online: boolean) => void;
  reset: () => void;
  state: (mailbox: string | null) => Promise<HostState>;
  /** The log as the owner would have kept it until then, by default until now. */
  log: (until: Instant | null) => Promise<string>;
  /** What the pane's frame has to know before anything runs in it. */
  frame: () => object;
}

const brief = ({ id, name, address, zone }: Person) => ({ id, name, address, zone });

export function createSimulatedOffice(world: World, start: Instant, ticking: boolean): SimulatedOffice {
  const told = tellWorld(world);
  const clock = createWorldClock(start, ticking);
  const owner = world.people.find(({ id }) => id === world.owner);
  if (owner === undefined) throw new Error(`${world.name} has no owner`);
  const earliest = told[0]?.at ?? start;
  const latest = told.at(-1)?.at ?? start;
  const openGraph = () => createSimulatedGraph(world, { now: clock.now() });
  let graph = openGraph();
  let online = true;
  let run = Date.now();

  const anew = () => {
    run += 1;
    graph = openGraph();
  };

  return {
    graph: async (request) => {
      if (!online) return null;
      graph.setNow(clock.now());
      return graph.answer(request);
    },
    clock: () => ({ now: clock.now(), ticking: clock.ticking() }),
    wake: clock.wake,
    turnClock: (now, goesOn) => {
      const back = now < clock.now() - 1;
      clock.put(now, goesOn);
      if (back) anew();
    },
    setOnline: (connected) => {
      online = connected;
    },
    reset: () => {
      online = true;
      clock.put(start, ticking);
      anew();
    },
    state: async (mailbox) => {
      graph.setNow(clock.now());
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
    log: (until) => replay(world, until ?? clock.now()),
    frame: () => ({
      now: clock.now(),
      ticking: clock.ticking(),
      online,
      owner: { name: owner.name, address: owner.address, objectId: owner.objectId, tenant: TENANT },
    }),
  };
}
