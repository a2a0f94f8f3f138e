import { IDBFactory } from 'fake-indexeddb';
import type { Fact } from '../../src/domain/facts/fact';
import type { Owner } from '../../src/domain/facts/person';
import { judgeLineage } from '../../src/domain/judge/judge';
import { createGate } from '../../src/graph/gate';
import { type Ledger, openLedger } from '../../src/ledger/ledger';
import { createAlone } from '../../src/ledger/locks';
import type { Dice } from '../simulator/dice';
import type { SimulatedGraph } from '../simulator/graph/simulated-graph';
import { type Own, openPorts } from '../simulator/own-ports';
import type { Instant } from '../simulator/time';
import { createLocks } from './locks';

/** A pane of the product. It can die at any of its doors: before it asks, or before it hears the answer. */
export interface Pane extends Own {
  readonly number: number;
  /** Resolves when the pane is gone; nothing it had begun ever ends then. */
  readonly gone: Promise<'gone'>;
  readonly dieAfter: (doors: number) => void;
  readonly close: () => void;
}

/** One browser on one machine: its database, its locks, its clock, its panes. And what must be in the database. */
export interface Machine {
  readonly open: () => Promise<Pane>;
  /** What was acknowledged: by id, as text. */
  readonly model: Map<string, string>;
  /** Takes in what a pane that is gone may have written or not; the whole of each append, or nothing of it. */
  readonly reckon: (there: readonly Fact[]) => string[];
}

/** A fact as text, its fields in one order. */
export const textOf = (fact: unknown): string =>
  JSON.stringify(fact, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** Requests at once: two panes share the four of a mailbox, and what a pane holds goes with it. */
const SHARE = 2;

const NEVER = new Promise<never>(() => undefined);

export function createMachine(
  graph: SimulatedGraph,
  device: string,
  clock: () => Instant,
  luck: Dice,
): Machine {
  const indexedDB = new IDBFactory();
  const locks = createLocks();
  const stamps: { last: string | null } = { last: null };
  const model = new Map<string, string>();
  const adrift = new Set<readonly Fact[]>();
  let panes = 0;

  const open = async (): Promise<Pane> => {
    panes += 1;
    const number = panes;
    let alive = true;
    let doors = Number.POSITIVE_INFINITY;
    let gone: () => void = () => undefined;
    const isGone = new Promise<'gone'>((resolve) => {
      gone = () => resolve('gone');
    });
    let real: Ledger | null = null;
    const close = () => {
      if (!alive) return;
      alive = false;
      locks.forget(number);
      real?.close();
      gone();
    };
    /** Everything the pane asks of the world goes through here. */
    const door = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
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

    let owner: Owner | null = null;
    const ledger = await openLedger({
      clock,
      judge: judgeLineage,
      owner: () => owner,
      indexedDB,
      witness: undefined,
    });
    real = ledger;
    const append: Ledger['append'] = async (facts, ...more) => {
      adrift.add(facts);
      const fresh = await door(() => ledger.append(facts, ...more));
      adrift.delete(facts);
      const twice = fresh.filter(({ id }) => model.has(id));
      if (twice.length > 0) throw new Error(`New, though known: ${twice.map(({ id }) => id).join()}`);
      for (const fact of fresh) model.set(fact.id, textOf(fact));
      const lost = facts.filter(({ id }) => !model.has(id));
      if (lost.length > 0) throw new Error(`Given, and not there: ${lost.map(({ id }) => id).join()}`);
      return fresh;
    };
    const watched = new Proxy(ledger, {
      get: (target, name) => {
        if (name === 'append') return append;
        const there: unknown = Reflect.get(target, name);
        if (typeof there !== 'function' || ['close', 'onOtherPane', 'acceptLoss'].includes(String(name)))
          return there;
        return (...given: unknown[]) =>
          door(() => (there as (...all: unknown[]) => Promise<unknown>)(...given));
      },
    });
    const web = {
      ...graph,
      answer: (request: Request) => door(() => graph.answer(request)),
    } as SimulatedGraph;
    const alone = createAlone(locks.of(number));
    const own = await openPorts(web, {
      clock,
      ledger: watched,
      alone,
      device,
      stamps,
      gate: createGate(SHARE),
    });
    owner = own.owner;
    return {
      ...own,
      number,
      gone: isGone,
      dieAfter: (count) => {
        doors = count;
      },
      close,
    };
  };

  const reckon = (there: readonly Fact[]): string[] => {
    const found = new Map(there.map((fact) => [fact.id, textOf(fact)]));
    for (const batch of adrift) {
      const fresh = batch.filter(({ id }) => !model.has(id));
      const written = fresh.filter(({ id }) => found.has(id));
      if (written.length > 0 && written.length < fresh.length) return ['half of an append was written'];
      for (const fact of written) model.set(fact.id, textOf(fact));
    }
    adrift.clear();
    return [];
  };

  return { open, model, reckon };
}
