import { IDBFactory } from 'fake-indexeddb';
import type { Owner } from '../../src/domain/facts/things/person';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { createGate } from '../../src/graph/client/gate';
import { createAlone } from '../../src/ledger/browser/locks';
import { openLedger } from '../../src/ledger/ledger';
import { UPGRADE_STEPS, type UpgradeStep } from '../../src/ledger/store/upgrade';
import type { RoamPorts } from '../../src/tasks/roam/roam-ports';
import { factsIn } from '../contracts/released-samples';
import { type Sample, store } from '../contracts/stored-sample';
import type { Dice } from '../simulator/dice';
import type { SimulatedGraph } from '../simulator/graph/simulated-graph';
import { type Own, openPorts } from '../simulator/own-ports';
import type { Instant } from '../simulator/time';
import type { SharedFolder } from '../tasks/roam/shared-folder';
import { createLocks } from './locks';
import { createModel, type Model } from './model';
import { type Door, roamPortsOf, watched } from './watched';

/** A pane of the product. It can die at any of its doors: before it asks, or before it hears the answer. */
export interface Pane extends Own {
  readonly number: number;
  readonly roaming: RoamPorts;
  /** Resolves when the pane is gone; nothing it had begun ever ends then. */
  readonly gone: Promise<'gone'>;
  readonly dieAfter: (doors: number) => void;
  readonly close: () => void;
}

/** One browser on one machine: its database, its locks, its clock, its panes. And what must be in the database. */
export interface Machine {
  readonly open: () => Promise<Pane>;
  /** A newer version of the product comes: what is opened from now on has it. */
  readonly upgrade: () => void;
  /** Opens with an upgrade in which there is a mistake. */
  readonly openBroken: () => ReturnType<typeof openLedger>;
  readonly model: Model;
  /** What the panes found wrong on their way. */
  readonly wrong: string[];
}

export interface Site {
  readonly graph: SimulatedGraph;
  readonly folder: SharedFolder;
  readonly luck: Dice;
}

/** Requests at once: two panes share the four of a mailbox, and what a pane holds goes with it. */
const SHARE = 2;

const NEVER = new Promise<never>(() => undefined);

/** @param sample the log that an older version left on this machine. */
export async function createMachine(
  { graph, folder, luck }: Site,
  device: string,
  clock: () => Instant,
  sample: Sample | null,
): Promise<Machine> {
  const indexedDB = new IDBFactory();
  if (sample !== null) await store(indexedDB, 'loopkeeper', sample);
  const locks = createLocks();
  const stamps: { last: string | null } = { last: null };
  const model = createModel(sample === null ? [] : factsIn(sample));
  const wrong: string[] = [];
  const steps: UpgradeStep[] = [...UPGRADE_STEPS];
  let panes = 0;
  let owner: Owner | null = null;
  const outside = {
    clock,
    judge: judging,
    rejudge,
    owner: () => owner,
    indexedDB,
    witness: undefined,
  };

  const open = async (): Promise<Pane> => {
    panes += 1;
    const number = panes;
    let alive = true;
    let doors = Number.POSITIVE_INFINITY;
    let gone: () => void = () => undefined;
    const isGone = new Promise<'gone'>((resolve) => {
      gone = () => resolve('gone');
    });
    const ledger = await openLedger({ ...outside, steps: [...steps] });
    const close = () => {
      if (!alive) return;
      alive = false;
      locks.forget(number);
      ledger.close();
      gone();
    };
    const door: Door = async (ask) => {
      if (!alive) return NEVER;
      doors -= 1;
      if (doors > 0) {
        const answer = await ask();
        return alive ? answer : NEVER;
      }
      // Half of the dead had asked already.
      const asked = luck.next() < 0.5 ? ask().catch(() => undefined) : null;
      close();
      await asked;
      return NEVER;
    };
    const witness = {
      begin: model.begin,
      end: (write: number, fresh: Parameters<Model['end']>[1]) => void wrong.push(...model.end(write, fresh)),
      fail: model.fail,
    };
    const web = {
      ...graph,
      answer: (request: Request) => door(() => graph.answer(request)),
    } as SimulatedGraph;
    const own = await openPorts(web, {
      clock,
      ledger: watched(ledger, witness, door, clock),
      alone: createAlone(locks.of(number)),
      device,
      stamps,
      gate: createGate(SHARE),
    });
    owner = own.owner;
    const hear = (stamp: string) => {
      if (stamps.last === null || stamp > stamps.last) stamps.last = stamp;
    };
    const port = {
      list: () => door(() => folder.port.list()),
      read: (...asked: Parameters<typeof folder.port.read>) => door(() => folder.port.read(...asked)),
      begin: (...asked: Parameters<typeof folder.port.begin>) => door(() => folder.port.begin(...asked)),
      write: (name: string, text: string) => door(() => folder.port.write(name, text)),
      remove: (name: string) => door(() => folder.port.remove(name)),
    };
    return {
      ...own,
      number,
      roaming: roamPortsOf(own, port, device, hear),
      gone: isGone,
      dieAfter: (count) => {
        doors = count;
      },
      close,
    };
  };

  return {
    open,
    upgrade: () => {
      const shelf = `tomorrow-${steps.length}`;
      steps.push((db) => void db.createObjectStore(shelf));
    },
    openBroken: () => {
      const broken = () => {
        throw new Error('a mistake in a step');
      };
      return openLedger({ ...outside, steps: [...steps, broken] });
    },
    model,
    wrong,
  };
}
