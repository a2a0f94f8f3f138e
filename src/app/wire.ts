import { clock } from '../browser/clock';
import { type Config, readConfig } from '../browser/config';
import { createGate } from '../browser/gate';
import { once } from '../browser/once';
import { turns } from '../browser/pace';
import { createSeal, heed, stampMemory } from '../browser/seal';
import { wait } from '../browser/wait';
import { type Fact, isEntry } from '../domain/facts/log/fact';
import { judging, rejudge } from '../domain/judge/verdict/judge';
import { isTrouble, Trouble } from '../domain/trouble';
import { createAlone, type LockPort } from '../ledger/browser/locks';
import { type Ledger, type LedgerOutside, openLedger, openMemoryLedger } from '../ledger/ledger';
import type { Outlook } from '../office/host';
import { createSignIn, type SignIn } from '../office/sign-in';
import type { RoamWiring } from '../session/desks/roam-desk';
import type { Stage } from '../session/stage';
import { forgetfulGraph } from '../tasks/log/forgetful-graph';
import type { Ports } from '../tasks/ports';
import { lateAlmanac, lateFolder, lateGraph } from './late';

const LOG = 'the log of this machine';

export interface Wiring {
  readonly ports: Ports;
  readonly ledger: Ledger;
  /** Throws `wrong-configuration` when config.json is not usable. */
  readonly signIn: () => Promise<SignIn>;
  readonly config: () => Promise<Config>;
  readonly roam: RoamWiring;
  /** Calls back after something was entered in this pane. */
  readonly onEntry: (tell: () => void) => void;
}

/** Introduces the rooms to each other. The one place where the compiler checks that adapters fit the ports. */
export async function wire(outlook: Outlook, stage: Stage): Promise<Wiring> {
  const ledger = await openBestLedger({
    name: `loopkeeper ${outlook.mailbox}`,
    clock,
    turns,
    judge: judging,
    rejudge,
    owner: () => stage.scene().owner,
    channel: (name) => new BroadcastChannel(name),
    witness: smallStorage(),
    // Another pane with older code lets go by itself, or is closed by a person: until then this one waits, and says so.
    onBlocked: () => stage.freshness({ trouble: new Trouble('storage-blocked', LOG) }),
    onVersionChange: () => stage.freshness({ trouble: new Trouble('storage-newer', LOG) }),
  });
  if (stage.scene().freshness.trouble?.kind === 'storage-blocked') stage.freshness({ trouble: null });
  const device = await deviceOf(ledger);
  const stamps = stampMemory(smallStorage());
  const seal = createSeal(device, stamps);
  const config = once(() => readConfig(fetch));
  const signIn = once(async () => {
    const { clientId, authority } = await config();
    return createSignIn({
      clientId,
      authority,
      nested: outlook.signsInByOutlook,
      redirectUri: new URL('auth.html', location.href).href,
      windowUri: new URL('sign-in.html', location.href).href,
      loginHint: outlook.mailbox,
      clock,
    });
  });
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
      clock,
      wait,
      gate: createGate(navigator.locks as LockPort | undefined),
      newId: () => crypto.randomUUID(),
      browserZone: outlook.zone || Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });
  const almanac = once(async () => (await import('../almanac/holidays')).createAlmanac());
  const heard = new Set<() => void>();
  const ports = {
    clock,
    ledger: { ...ledger, append: telling(ledger.append, heard), bring: telling(ledger.bring, heard) },
    graph: forgetfulGraph(lateGraph(graph), ledger),
    almanac: lateAlmanac(almanac),
    turns,
    seal: { ...seal, alone: createAlone(navigator.locks as LockPort | undefined) },
  } satisfies Ports;
  const roam = { ledger, device, folder: lateFolder(graph), hear: (stamp: string) => heed(stamps, stamp) };
  return { ports, ledger, signIn, config, roam, onEntry: (tell) => void heard.add(tell) };
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
