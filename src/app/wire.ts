import { judgeLineage } from '../domain/judge';
import { isTrouble } from '../domain/trouble';
import { type Ledger, type LedgerOutside, openLedger, openMemoryLedger } from '../ledger/ledger';
import { createAlone, type LockPort } from '../ledger/locks';
import type { Outlook } from '../office/host';
import { createSignIn, type SignIn } from '../office/sign-in';
import { forgetfulGraph } from '../tasks/forget';
import type { Ports } from '../tasks/ports';
import { clock } from './clock';
import { type Config, readConfig } from './config';
import { createGate } from './gate';
import { lateAlmanac, lateGraph } from './late';
import { createSeal, stampMemory } from './seal';
import type { Stage } from './stage';
import { wait } from './wait';

/** Nothing of Outlook or sign-in may keep the pane waiting longer, in ms. */
const PATIENCE = 10_000;

export interface Wiring {
  readonly ports: Ports;
  readonly ledger: Ledger;
  /** Throws `wrong-configuration` when config.json is not usable. */
  readonly signIn: () => Promise<SignIn>;
  readonly config: () => Promise<Config>;
}

/** Introduces the rooms to each other. The one place where the compiler checks that adapters fit the ports. */
export async function wire(outlook: Outlook, stage: Stage): Promise<Wiring> {
  const ledger = await openBestLedger({
    name: `loopkeeper ${outlook.mailbox}`,
    clock,
    judge: judgeLineage,
    owner: () => stage.scene().owner,
    channel: (name) => new BroadcastChannel(name),
    witness: smallStorage(),
  });
  const seal = createSeal(await deviceOf(ledger), stampMemory(smallStorage()));
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
      limit: PATIENCE,
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
      gate: createGate(navigator.locks),
      newId: () => crypto.randomUUID(),
      browserZone: outlook.zone || Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });
  const almanac = once(async () => (await import('../almanac/holidays')).createAlmanac());
  const ports = {
    clock,
    ledger,
    graph: forgetfulGraph(lateGraph(graph), ledger),
    almanac: lateAlmanac(almanac),
    seal: { ...seal, alone: createAlone(navigator.locks as LockPort | undefined) },
  } satisfies Ports;
  return { ports, ledger, signIn, config };
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

/** Does it on first use; after a failure the next use tries again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((thrown: unknown) => {
      made = null;
      throw thrown;
    });
    return made;
  };
}
