import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { parseLogJson } from '../../../src/formats/log/log-json';
import { openLedger } from '../../../src/ledger/ledger';

/**
 * Puts the replayed log into the pane's own store, as if the owner had kept it all along, and takes everything out
 * again when the world starts anew. The pane's frame is empty while this runs.
 */

/** Imports an export of the log into the pane's IndexedDB. An empty text imports nothing. */
export async function seedLedger(json: string): Promise<void> {
  if (json === '') return;
  const parsed = parseLogJson(json);
  if (!parsed.ok) throw new Error(`The replayed log cannot be read: ${JSON.stringify(parsed.fault)}`);
  const { facts, owner } = parsed.value;
  const ledger = await openLedger({
    name: `loopkeeper ${owner.address}`,
    clock: () => Date.now(),
    judge: judging,
    rejudge,
    owner: () => owner,
    witness: localStorage,
  });
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
