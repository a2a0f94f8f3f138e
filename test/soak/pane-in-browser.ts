import type { Fact } from '../../src/domain/facts/log/fact';
import type { SweepMark } from '../../src/domain/facts/log/history';
import type { SeriesId } from '../../src/domain/facts/things/occurrence';
import type { Owner } from '../../src/domain/facts/things/person';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { isTrouble } from '../../src/domain/trouble';
import { createAlone, type LockPort } from '../../src/ledger/browser/locks';
import { openLedger } from '../../src/ledger/ledger';
import { UPGRADE_STEPS, type UpgradeStep } from '../../src/ledger/store/upgrade';
import { keepLog } from '../../src/tasks/enter/own-entries';
import type { FolderPort } from '../../src/tasks/roam/roam-ports';
import { judgeLineage } from '../at-once';
import { type Sample, store } from '../contracts/stored-sample';
import { dice } from '../simulator/dice';
import type { SimulatedGraph } from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { HANDS, type Pane, type Table } from './hands';
import { textOf, type Write } from './model';
import { roamPortsOf, switchOn, watched } from './watched';

/** A request to Graph, and its answer, as they travel out of the browser; null: there is no network. */
export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly now: number;
}
export type Answered = {
  readonly code: number;
  readonly headers: Record<string, string>;
  readonly body: string;
};

/** What the test gives to the page; it outlives every pane. */
export interface Outside {
  readonly ask: (asked: Asked) => Promise<Answered | null>;
  readonly folder: (does: keyof FolderPort, given: readonly unknown[]) => Promise<unknown>;
  /** A write is about to be asked of the database. */
  readonly begin: (write: Write | null) => Promise<number>;
  readonly end: (number: number, fresh: readonly Fact[]) => Promise<void>;
  readonly fail: (number: number) => Promise<void>;
}

export interface Opening {
  /** Of the database. */
  readonly name: string;
  readonly series: readonly SeriesId[];
  readonly now: number;
  /** How many versions newer than today's the product is. */
  readonly newer?: number;
}

/** What a log says of itself. */
export interface Standing {
  readonly facts: readonly Fact[];
  readonly marks: readonly SweepMark[];
  /** Counted, rebuilt the same, not lost, and the views what the rules say: nothing is wrong. */
  readonly wrong: readonly string[];
}

const outside = globalThis as unknown as Outside;

const graph = (now: () => number) =>
  ({
    answer: async (request: Request) => {
      const answer = await outside.ask({
        url: request.url,
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: request.body === null ? null : await request.text(),
        now: now(),
      });
      if (answer === null) throw new TypeError('Failed to fetch');
      const { code, headers, body } = answer;
      return new Response([204, 304].includes(code) ? null : body, { status: code, headers });
    },
  }) as SimulatedGraph;

const folder = Object.fromEntries(
  (['list', 'read', 'write', 'remove'] as const).map((does) => [
    does,
    // What asks can also want to stop; that is nothing to tell the test.
    (...given: unknown[]) =>
      outside.folder(
        does,
        given.filter((one) => !(one instanceof AbortSignal)),
      ),
  ]),
) as unknown as FolderPort;

let now = 0;
let table: Omit<Table, 'luck'> = { series: [], exports: [] };
let opened: { readonly pane: Pane; readonly close: () => void } | null = null;
let owner: Owner | null = null;

const stepOf =
  (at: number): UpgradeStep =>
  (db) =>
    void db.createObjectStore(`tomorrow-${at}`);

/** Opens the log of this name with everything a pane has. */
async function open(opening: Opening): Promise<void> {
  now = opening.now;
  table = { series: opening.series, exports: table.exports };
  const ledger = await openLedger({
    clock: () => now,
    judge: judging,
    rejudge,
    owner: () => owner,
    name: opening.name,
    lossDetector: localStorage,
    steps: [...UPGRADE_STEPS, ...Array.from({ length: opening.newer ?? 0 }, (_, at) => stepOf(at))],
  });
  const told = watched(
    ledger,
    outside,
    async (ask) => ask(),
    () => now,
  );
  const stamps = {
    get last() {
      return localStorage.getItem('stamp');
    },
    set last(stamp) {
      localStorage.setItem('stamp', stamp ?? '');
    },
  };
  const own = await openPorts(
    graph(() => now),
    {
      clock: () => now,
      ledger: told,
      alone: createAlone(navigator.locks as unknown as LockPort),
      device: 'browser0',
      stamps,
    },
  );
  owner = own.owner;
  const hear = (stamp: string) => {
    if (stamps.last === null || stamp > stamps.last) stamps.last = stamp;
  };
  opened = { pane: { ...own, roaming: roamPortsOf(own, folder, 'browser0', hear) }, close: ledger.close };
}

const here = () => {
  if (opened === null) throw new Error('No log is open');
  return opened;
};

/** Enough of a log that every hand finds something to do. */
async function begin(): Promise<void> {
  const { pane } = here();
  for (const series of table.series) await keepLog(pane.ports, series);
  await act('look', 1, now);
  await switchOn(pane.ledger);
  for (const hand of ['decide', 'export']) await act(hand, 1, now);
}

/** As an older pane would, which does not know that there is a newer one. */
const noteAnyway = (): Promise<string> =>
  here()
    .pane.ledger.append([{ kind: 'undo', id: 'never-kept', recordedAt: now, of: 'nothing' }])
    .then(
      () => 'done',
      (cause: unknown) => (isTrouble(cause) ? cause.kind : String(cause)),
    );

/** One action of a hand. Null, or what is wrong with it; a Trouble is told to the person and nothing more. */
async function act(hand: string, seed: number, at: number): Promise<string | null> {
  now = at;
  try {
    // What writes without a fact (a view, a setting) is announced as well.
    await outside.begin(null);
    await HANDS[hand]?.(here().pane, { ...table, luck: dice(seed) });
    return null;
  } catch (thrown) {
    return isTrouble(thrown) ? null : `${hand}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`;
  }
}

/** Goes on and on, with some minutes between, until somebody ends it. */
async function goOn(hand: string, seed: number): Promise<string> {
  for (let turn = 0; ; turn += 1) {
    const wrong = await act(hand, seed + turn, now + 20 * 60_000);
    if (wrong !== null) return wrong;
  }
}

/** Reads everything, and then makes anew what can be made anew. */
async function standing(): Promise<Standing> {
  const { pane } = here();
  const { ledger } = pane;
  const facts = await ledger.allFacts();
  const wrong: string[] = [];
  if (ledger.lost) wrong.push('said to be lost');
  if (!(await ledger.check())) wrong.push('the counts are not those of what is there');
  if (!(await ledger.rebuild())) wrong.push('the kept views were not what a rebuild makes');
  for (const series of table.series) {
    const view = await ledger.view(series);
    const judged = judgeLineage({ owner: pane.owner, facts }, series, now);
    if (textOf(view) !== textOf(judged)) wrong.push(`the view of ${series} is not what its facts say`);
  }
  return { facts, marks: await ledger.marks(), wrong };
}

const page = {
  open,
  begin,
  act,
  goOn,
  noteAnyway,
  standing,
  close: () => here().close(),
  acceptLoss: () => here().pane.ledger.acceptLoss(),
  storeSample: async (name: string, sample: Sample) => void (await store(indexedDB, name, sample)),
};

export type PanePage = typeof page;

Object.assign(globalThis, { page });
