import type { Fault } from './graph/faults';
import {
  type ArrivingMail,
  type ByHand,
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
  /** What people did by hand stays: back before it, it is not there yet, and forward again it is. */
  turnClock: (now: Instant, ticking: boolean) => Promise<void>;
  setOnline: (online: boolean) => void;
  reset: () => Promise<void>;
  state: (mailbox: string | null) => Promise<HostState>;
  /** Everything in a person's mailbox as of now, for tests. */
  mailbox: (person: string) => Promise<Mailbox>;
  /** A mail of somebody else's arrives now, for tests. */
  arrives: (mail: ArrivingMail) => Promise<void>;
  /** Somebody does something in their own Outlook now: `POST /me/…` as that person. Gives the status of the answer. */
  act: (person: string, path: string, body: object) => Promise<number>;
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

/** `written 7 at …`: a mail keeps its number wherever it goes. */
const numberOf = (key: string): number => Number(key.split(' ')[1]);

/** A world from its beginning, and what its owner has done in it so far. */
interface Life {
  graph: SimulatedGraph;
  past: Promise<Past>;
}

function begin(world: World, hand?: ByHand): Life {
  const now = world.taps[0]?.at ?? 0;
  const graph = createSimulatedGraph(world, hand === undefined ? { now } : { now, hand });
  return { graph, past: Promise.resolve({ sent: [], log: '' }) };
}

/** What the owner sent since then lies in everybody's mailbox. */
async function send(graph: SimulatedGraph, before: Past, past: Past, told: Set<number>): Promise<Past> {
  const sent = past.sent.slice(before.sent.length);
  let now = sent[0]?.at;
  if (now === undefined) return past;
  const { ports } = await openPorts(graph, { clock: () => now ?? 0 });
  for (const { at, sending } of sent) {
    now = at;
    graph.setNow(at);
    const first = graph.byHand().minted;
    await sendThrough(ports, sending, (ms) => {
      now = at + ms;
      graph.setNow(now);
    });
    for (let minted = first + 1; minted <= graph.byHand().minted; minted += 1) told.add(minted);
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
  /** Mails that the world's own past brings about, by number: played anew, they come again. */
  const ofThePast = new Set<number>();

  /** What the owner did until now has been done; nothing is answered before. */
  const caughtUp = async (): Promise<SimulatedGraph> => {
    const { graph, past } = life;
    await past;
    graph.setNow(clock.now());
    return graph;
  };
  const goOn = () => {
    const { graph } = life;
    life.past = life.past.then(async (before) =>
      send(graph, before, await pastOf(world, clock.now()), ofThePast),
    );
    return caughtUp();
  };
  const anew = () => {
    run += 1;
    life = begin(world);
  };
  /** As `anew`, with what people did by hand. */
  const again = () => {
    const { mails, ...rest } = life.graph.byHand();
    run += 1;
    life = begin(world, { ...rest, mails: mails.filter(({ key }) => !ofThePast.has(numberOf(key))) });
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
      if (back) again();
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
      const theirs = (request: Request) => graph.answerAs(person.id, request);
      return {
        run,
        now: clock.now(),
        ticking: clock.ticking(),
        online,
        owner: brief(owner),
        mailbox: brief(person),
        people: world.people.filter(({ kind }) => kind !== 'room').map(brief),
        told,
        ...(await readMailbox(theirs, graph.mailbox(person.id), earliest, latest)),
      };
    },
    mailbox: async (person) => (await caughtUp()).mailbox(person),
    arrives: async (mail) => (await caughtUp()).arrives(mail),
    act: async (person, path, body) => {
      const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer simulated-outlook' };
      const address = `https://graph.microsoft.com/v1.0/me/${path}`;
      const request = new Request(address, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await (await caughtUp()).answerAs(person, request)).status;
    },
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
