import type { Fact } from '../../../src/domain/facts/log/fact';
import { isByHand } from '../../../src/domain/facts/log/kinds';
import { mergeFacts } from '../../../src/domain/facts/log/log';
import type { Owner } from '../../../src/domain/facts/things/person';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { openLedger } from '../../../src/ledger/ledger';
import { parseLogJson } from '../../at-once';

/**
 * Puts the replayed log into the pane's own store, as if the owner had kept it all along, and takes everything out
 * again when the world starts anew. The pane's frame is empty while this runs.
 */

const open = (address: string, owner: Owner | null = null) =>
  openLedger({
    name: `loopkeeper ${address}`,
    clock: () => Date.now(),
    judge: judging,
    rejudge,
    owner: () => owner,
    lossDetector: localStorage,
  });

/** By whom the world's own past was entered; everything else a person of today typed in. */
const REPLAY = 'replay00';
/** What was entered later than now lies here meanwhile. */
const BY_HAND = 'simulator-by-hand';

/** What a person has entered in the pane until now, and later before the clock was turned back. */
export async function takeByHand(address: string): Promise<readonly Fact[]> {
  const ledger = await open(address);
  const entered = (await ledger.allFacts()).filter((fact) => isByHand(fact) && !fact.id.endsWith(REPLAY));
  ledger.close();
  return mergeFacts(JSON.parse(localStorage.getItem(BY_HAND) ?? '[]') as Fact[], entered);
}

/** Puts back what had been entered by then, and keeps the rest for later. */
export async function putByHand(address: string, facts: readonly Fact[], now: number): Promise<void> {
  const ledger = await open(address);
  const owner = (await ledger.setting('owner')) as Owner | null;
  ledger.close();
  const known = await open(address, owner);
  await known.append(facts.filter(({ recordedAt }) => recordedAt <= now));
  known.close();
  localStorage.setItem(BY_HAND, JSON.stringify(facts));
}

/** Imports an export of the log into the pane's IndexedDB. An empty text imports nothing. */
export async function seedLedger(json: string): Promise<void> {
  if (json === '') return;
  const parsed = parseLogJson(json);
  if (!parsed.ok) throw new Error(`The replayed log cannot be read: ${JSON.stringify(parsed.fault)}`);
  const { facts, owner } = parsed.value;
  const ledger = await open(owner.address, owner);
  await ledger.keepSetting('owner', owner);
  await ledger.append(facts);
  ledger.close();
}

/** Forgets whatever the pane kept in this browser. */
export async function clearLedger(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    await new Promise<void>((resolve, reject) => {
      const gone = indexedDB.deleteDatabase(name);
      gone.onsuccess = () => resolve();
      gone.onerror = () => reject(gone.error);
    });
  }
  localStorage.clear();
  sessionStorage.clear();
}
