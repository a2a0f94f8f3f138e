import type { Entry, Fact } from '../domain/facts/log/fact';
import type { SweepMark } from '../domain/facts/log/history';
import type { OccurrenceKey, SeriesId } from '../domain/facts/things/occurrence';
import type { Limit } from '../domain/forget/sieve';
import type { Watched } from '../domain/pace';
import { type Appended, appendFacts, judgeForOwner, type LogAccess } from './append';
import { around, factsAround, type LedgerAround } from './around';
import { browserIndexedDB } from './browser/indexed-db';
import { createLossDetector, type Loss, type LossDetector, type SmallStore } from './browser/loss-detector';
import { type Channel, createOtherPanes, type Heard } from './browser/other-panes';
import { limitsOf } from './facts/erasure-limits';
import { createOutbox, type Outbox } from './facts/outbox';
import { createPaneCache } from './facts/pane-cache';
import { allFacts, factsOf, isAsCounted, ownEntries, putNamed } from './facts/read-facts';
import { loadShapes } from './facts/repair';
import { type OnScreen, onScreen } from './on-screen';
import { readingViews, type ViewsRead } from './reading-views';
import { rebuild } from './rebuild';
import { createErasedElsewhere, type ErasedElsewhere } from './restoring';
import { type DiskOutside, openDiskStore } from './store/disk-store';
import { renewEdition } from './store/edition';
import { createMemoryStore } from './store/memory-store';
import { createMeter } from './store/meter';
import { createErasedMails, createPressed, type ErasedMails, type Pressed } from './store/pressed-mails';
import { type Counts, NO_COUNTS, SHELVES } from './store/records';
import type { Store } from './store/store';
import type { Keeper } from './views/judging';
import { type OpeningRead, openingAt } from './views/openings';
import { marksIn } from './views/sweep-marks';

/** What the ledger touches; nothing is reached for. */
export interface LedgerOutside
  extends Keeper,
    Pick<DiskOutside, 'onBlocked' | 'onVersionChange' | 'steps' | 'turns'> {
  /** Name of the database; one per mailbox. */
  readonly name?: string;
  readonly indexedDB?: IDBFactory | undefined;
  /** Opens the channel to the other panes of this browser. */
  readonly channel?: (name: string) => Channel;
  /** `localStorage`, to tell a lost log from a first run. */
  readonly lossDetector?: SmallStore | undefined;
}

interface ItemPlace {
  readonly series: SeriesId;
  readonly occurrence: OccurrenceKey | null;
  readonly byHand?: boolean;
}

/** The log on this machine. Every call throws `Trouble` when the browser's database fails. */
export interface Ledger extends ViewsRead {
  readonly kept: 'disk' | 'memory';
  /** Where it has to go through everything (9), that can be watched; `Stopped`, and nothing of it stays. */
  readonly append: (
    facts: readonly Fact[],
    marks?: readonly SweepMark[],
    watched?: Watched,
  ) => Promise<readonly Fact[]>;
  /**
   * Adds facts from the shared folder, which need not go there again. `held`: each as this log has it now.
   * `refused`: they speak of somebody who was erased, wholly or in part. `turnedAway`: so many delete what they may not.
   */
  readonly merge: (
    facts: readonly Fact[],
  ) => Promise<Pick<Appended, 'fresh' | 'held' | 'refused' | 'turnedAway'>>;
  /** Adds facts of a file that somebody chose. */
  readonly bring: (facts: readonly Fact[]) => Promise<readonly Fact[]>;
  /** Facts that are on their way to the shared folder. */
  readonly outbox: Outbox;
  /** How many facts it holds. */
  readonly size: () => Promise<number>;
  readonly factsOf: (series: readonly SeriesId[]) => Promise<readonly Fact[]>;
  readonly allFacts: () => Promise<readonly Fact[]>;
  readonly ownEntries: () => Promise<readonly Entry[]>;
  readonly historyOf: (series: SeriesId) => Promise<readonly Fact[]>;
  /** What a first look at the lineage with this series needs, as it was when the log was last written. */
  readonly opening: (series: SeriesId) => Promise<OpeningRead | null>;
  /** The lineage with this series as it stands now, and the facts it rests on. */
  readonly around: (series: SeriesId) => Promise<LedgerAround>;
  /** The same, with what the pane shows of the log around it: one read for one screen. */
  readonly onScreen: (series: SeriesId) => Promise<OnScreen>;
  /** Whom the log must not name any more, and up to which month it holds no facts about persons. */
  readonly limits: () => Promise<readonly Limit[]>;
  readonly marks: () => Promise<readonly SweepMark[]>;
  readonly rememberItem: (outlookId: string, place: ItemPlace | null) => Promise<void>;
  readonly recallItem: (outlookId: string) => Promise<ItemPlace | null>;
  /** `undefined` or null throws the draft away. */
  readonly keepDraft: (name: string, draft: unknown) => Promise<void>;
  /** null when there is none. */
  readonly draft: (name: string) => Promise<unknown>;
  /** What Send was pressed for and has not gone yet. */
  readonly pressed: Pressed;
  readonly erasedMails: ErasedMails;
  /** null when it was never set. */
  readonly setting: (name: string) => Promise<unknown>;
  readonly keepSetting: (name: string, value: unknown) => Promise<void>;
  /** What erasures of other machines and files took out of the log, for a week. */
  readonly erasedElsewhere: ErasedElsewhere;
  readonly onOtherPane: (heard: Heard) => () => void;
  /** Something beside the facts is otherwise: other panes look again. */
  readonly tellPanes: () => void;
  /** Whether everything was as kept. `Stopped`: what was made anew by then stays. */
  readonly rebuild: (watched?: Watched) => Promise<boolean>;
  readonly eraseAll: () => Promise<void>;
  /** There was a log here and it is not there any more, wholly or in part; until `acceptLoss` or `eraseAll`. */
  readonly lost: boolean;
  readonly loss: Loss | null;
  readonly acceptLoss: () => void;
  /** Counts what is there and compares with what should be: for idle time. */
  readonly check: (watched?: Watched) => Promise<boolean>;
  readonly close: () => void;
}

const DEFAULT_NAME = 'loopkeeper';

/** Throws `storage-denied`, `storage-newer` or `storage-blocked`; the caller decides what then. */
export async function openLedger(outside: LedgerOutside): Promise<Ledger> {
  const name = outside.name ?? DEFAULT_NAME;
  const indexedDB = 'indexedDB' in outside ? outside.indexedDB : browserIndexedDB();
  const lossDetector = createLossDetector(outside.lossDetector, `loopkeeper.witness.${name}`);
  const store = await openDiskStore({ ...outside, name, indexedDB });
  const counts = await store.read(['meta'], (tx) => tx.get('meta', 'counts'));
  lossDetector.hear((counts?.value as Counts | undefined) ?? NO_COUNTS);
  return createLedger(store, outside, lossDetector, outside.channel?.(`loopkeeper.ledger.${name}`) ?? null);
}

/** The same promises, until the pane closes. Leaves witness and other panes alone. */
export async function openMemoryLedger(outside: LedgerOutside): Promise<Ledger> {
  return createLedger(createMemoryStore(outside.turns), outside, createLossDetector(undefined, ''), null);
}

const sizeIn = (counts: { readonly value: unknown } | undefined): number =>
  ((counts?.value as Counts | undefined) ?? NO_COUNTS).facts;

function createLedger(
  store: Store,
  keeper: Keeper,
  lossDetector: LossDetector,
  channel: Channel | null,
): Ledger {
  const panes = createOtherPanes(channel);
  const keeping: LogAccess = { store, keeper, cache: createPaneCache() };
  const named = (shelf: 'meta' | 'drafts', name: string) =>
    store.read([shelf], (tx) => tx.get(shelf, name)).then((record) => record?.value ?? null);

  const told = (done: Appended): Appended => {
    if (done.fresh.length > 0) lossDetector.note(done.counts, keeper.clock());
    // What was made outside of meetings changes the view of no series.
    if (done.fresh.length > 0 || done.changed.length > 0) panes.tell(done.changed);
    return done;
  };

  return {
    kept: store.kept,
    append: async (facts, marks = [], watched = {}) => {
      if (facts.length + marks.length === 0) return [];
      return told(await appendFacts(keeping, facts, marks, { watched })).fresh;
    },
    merge: async (facts) => {
      if (facts.length === 0) return { fresh: [], held: [], refused: false, turnedAway: 0 };
      return told(await appendFacts(keeping, facts, [], { from: 'folder' }));
    },
    bring: async (facts) => told(await appendFacts(keeping, facts, [], { from: 'file' })).fresh,
    outbox: createOutbox(store),
    size: () => store.read(['meta'], (tx) => tx.get('meta', 'counts')).then(sizeIn),
    factsOf: (series) => store.read(['series', 'occurrences', 'people', 'meta'], (tx) => factsOf(tx, series)),
    historyOf: (series) => factsAround(keeping, series),
    around: async (series) => {
      await judgeForOwner(keeping);
      return around(keeping, series);
    },
    allFacts: () => store.read(['occurrences', 'people'], allFacts),
    ownEntries: () => store.read(['entries'], ownEntries),
    onScreen: async (series) => {
      await judgeForOwner(keeping);
      return onScreen(keeping, series);
    },
    ...readingViews(keeping),
    opening: (series) =>
      store.read(['series', 'openings', 'columns', 'meta', 'entries'], (tx) =>
        openingAt(tx, series, keeper.owner(), keeper.clock()),
      ),
    limits: () => store.read(['meta', 'entries', 'series', 'occurrences'], limitsOf),
    marks: () => store.read(['meta'], (tx) => tx.get('meta', 'marks')).then(marksIn),
    rememberItem: (id, place) => putNamed(store, 'meta', `item:${id}`, place),
    recallItem: async (id) => (await named('meta', `item:${id}`)) as ItemPlace | null,
    keepDraft: (name, draft) => putNamed(store, 'drafts', name, draft),
    draft: (name) => named('drafts', name),
    pressed: createPressed(store),
    erasedMails: createErasedMails(store),
    setting: (name) => named('meta', `setting:${name}`),
    keepSetting: (name, value) => putNamed(store, 'meta', `setting:${name}`, value),
    erasedElsewhere: createErasedElsewhere(keeping, (counts) => {
      lossDetector.note(counts, keeper.clock());
      panes.tell([]);
    }),
    onOtherPane: panes.listen,
    tellPanes: () => panes.tell([]),
    rebuild: async (watched) => {
      await judgeForOwner(keeping);
      return rebuild(keeping, watched);
    },
    eraseAll: async () => {
      await store.write('strict', async (tx) => {
        await renewEdition(tx, () => {
          for (const shelf of SHELVES) tx.clear(shelf);
        });
      });
      lossDetector.forget();
      panes.tell([]);
    },
    get lost() {
      return lossDetector.loss() !== null;
    },
    get loss() {
      return lossDetector.loss();
    },
    acceptLoss: lossDetector.acceptLoss,
    check: async (watched) => {
      const isWhole = await loadShapes();
      const meter = createMeter(watched);
      const asCounted = await store.read(SHELVES, (tx) => isAsCounted(tx, isWhole, meter));
      return asCounted && store.damaged().length === 0;
    },
    close: () => {
      panes.close();
      store.close();
    },
  };
}
