import { clock } from '../browser/clock';
import { type Config, readConfig } from '../browser/config';
import { createGate } from '../browser/graph-gate';
import { once } from '../browser/once';
import { createStamps, heed, stampMemory } from '../browser/stamps';
import { turns } from '../browser/turns';
import { wait } from '../browser/wait';
import type { Fact } from '../domain/facts/log/fact';
import { isEntry } from '../domain/facts/log/kinds';
import { isAccountOf } from '../domain/facts/things/account';
import { judging, rejudge } from '../domain/judge/verdict/judge';
import { isTrouble, Trouble } from '../domain/trouble';
import { browserIndexedDB } from '../ledger/browser/indexed-db';
import { type Alone, createAlone, type LockPort } from '../ledger/browser/locks';
import { type Ledger, type LedgerOutside, openLedger, openMemoryLedger } from '../ledger/ledger';
import { forgetStoredSignIn } from '../office/forget-sign-in';
import type { Outlook } from '../office/host';
import { createSignIn, type SignIn } from '../office/sign-in';
import { LIMITS } from '../patience/limits';
import type { RoamWiring } from '../session/actions/roam';
import { adoptReleased, partitioned } from '../session/storage/released';
import { databaseOf, type OpenedLog, openRightLog } from '../session/storage/right-log';
import { type StorageShelf, shelfOf } from '../session/storage/shelf';
import type { ViewStore } from '../session/view-store';
import { forgetfulGraph } from '../tasks/log/forgetful-graph';
import type { Ports } from '../tasks/ports';
import { lazyAlmanac, lazyFolder, lazyGraph } from './lazy-parts';

const LOG = 'the log of this machine';

export interface Wiring extends OpenedLog {
  readonly ports: Ports;
  readonly ledger: Ledger;
  /** Throws `wrong-configuration` when config.json is not usable. */
  readonly signIn: () => Promise<SignIn>;
  /** Who is signed in is forgotten with everything else. */
  readonly forgetSignIn: () => void;
  readonly config: () => Promise<Config>;
  readonly roam: RoamWiring;
  /** Calls back after something was entered in this pane. */
  readonly onEntry: (tell: () => void) => void;
  readonly shelf: StorageShelf;
}

/** What a log takes of the browser. */
const ledgerOutside = (log: string, { partition }: Outlook, viewStore: ViewStore): LedgerOutside => {
  const storage = smallStorage();
  return {
    name: databaseOf(log),
    clock,
    turns,
    judge: judging,
    rejudge,
    owner: () => viewStore.view().owner,
    channel: (name) => new BroadcastChannel(name),
    lossDetector: storage && partitioned(storage, partition),
    // Another pane with older code lets go by itself, or is closed by a person: until then this one waits, and says so.
    onBlocked: () => viewStore.freshness({ trouble: new Trouble('storage-blocked', LOG) }),
    onVersionChange: () => viewStore.freshness({ trouble: new Trouble('storage-newer', LOG) }),
  };
};

/** Opens the log of this mailbox, and introduces the rooms to each other. */
export const wire = (outlook: Outlook, viewStore: ViewStore): Promise<Wiring> =>
  openRightLog(
    placeOf(outlook),
    (log) => introduce(outlook, viewStore, log),
    (log) => openLedger({ ...ledgerOutside(log, outlook, viewStore), onBlocked: (giveUp) => giveUp() }),
  );

export const placeOf = ({ mailbox, partition }: Outlook) => ({
  mailbox,
  partition,
  indexedDB: browserIndexedDB(),
});

/** The one place where the compiler checks that adapters fit the ports. */
async function introduce(outlook: Outlook, viewStore: ViewStore, log: string): Promise<Wiring> {
  const { mailbox, partition } = outlook;
  const shelf = shelfOf({ partition, log });
  const storage = smallStorage();
  if (storage !== undefined) adoptReleased(storage, shelf, mailbox);
  const ledger = await openBestLedger(ledgerOutside(log, outlook, viewStore));
  if (viewStore.view().freshness.trouble?.kind === 'storage-blocked') viewStore.freshness({ trouble: null });
  const device = await deviceOf(ledger);
  const stamps = stampMemory(shelf);
  const seal = createStamps(device, stamps);
  const config = once(() => readConfig(fetch));
  const objectId = async () => {
    const known = await ledger.setting('account');
    return typeof known === 'string' ? known : null;
  };
  let signedIn: SignIn | null = null;
  const signIn = once(async () => {
    const { clientId, authority } = await config();
    signedIn = createSignIn({
      clientId,
      authority,
      nested: outlook.signsInByOutlook,
      redirectUri: new URL('auth.html', location.href).href,
      windowUri: new URL('sign-in.html', location.href).href,
      loginHint: mailbox,
      objectId,
      clock,
    });
    return signedIn;
  });
  const forgetSignIn = () => (signedIn === null ? forgetStoredSignIn() : signedIn.forget());
  const graph = once(async () => {
    const [{ createGraph }, { graph: address }, keeper] = await Promise.all([
      import('../graph/graph'),
      config(),
      signIn(),
    ]);
    return createGraph({
      fetch: (...asked) => fetch(...asked),
      graph: address,
      token: keeper.token,
      isOurs: async (account) => {
        const ours = isAccountOf({ mailbox, objectId: await objectId() }, account);
        if (!ours) keeper.disown();
        return ours;
      },
      clock,
      wait,
      gate: createGate(navigator.locks as LockPort | undefined, mailbox),
      newId: () => crypto.randomUUID(),
      browserZone: outlook.zone || Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });
  const almanac = once(async () => (await import('../almanac/holidays')).createAlmanac());
  const heard = new Set<() => void>();
  const ports = {
    clock,
    ledger: { ...ledger, append: telling(ledger.append, heard), bring: telling(ledger.bring, heard) },
    graph: forgetfulGraph(lazyGraph(graph), ledger),
    almanac: lazyAlmanac(almanac),
    turns,
    seal: { ...seal, alone: aloneIn(log) },
  } satisfies Ports;
  const roam = { ledger, device, folder: lazyFolder(graph), hear: (stamp: string) => heed(stamps, stamp) };
  const account = () =>
    Promise.race([ports.graph.owner(), wait(LIMITS.token).then(() => null)]).catch(() => null);
  const onEntry = (tell: () => void) => void heard.add(tell);
  return { log, account, ports, ledger, signIn, forgetSignIn, config, roam, onEntry, shelf };
}

/** Two mailboxes in one browser profile have nothing to wait for from each other. */
function aloneIn(log: string): Alone {
  const alone = createAlone(navigator.locks as LockPort | undefined);
  return (name, ...asked) => alone(`${name} ${log}`, ...asked);
}

/** Where the browser denies storage the pane still works, until it closes, and says so. */
async function openBestLedger(outside: LedgerOutside): Promise<Ledger> {
  try {
    return await openLedger(outside);
  } catch (thrown) {
    if (!isTrouble(thrown) || thrown.kind !== 'storage-denied') throw thrown;
    return openMemoryLedger(outside);
  }
}

type Adding = Ledger['append'] | Ledger['bring'];

function telling<Add extends Adding>(add: Add, heard: ReadonlySet<() => void>) {
  return async (...asked: Parameters<Add>): Promise<readonly Fact[]> => {
    const fresh = await (add as (...given: Parameters<Add>) => Promise<readonly Fact[]>)(...asked);
    if (fresh.some(isEntry)) for (const tell of heard) tell();
    return fresh;
  };
}

/** Tells this browser's entries from those of the person's other devices. */
async function deviceOf(ledger: Ledger): Promise<string> {
  const known = await ledger.setting('device');
  if (typeof known === 'string') return known;
  const device = crypto.randomUUID().slice(0, 8);
  await ledger.keepSetting('device', device);
  return device;
}

function smallStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
