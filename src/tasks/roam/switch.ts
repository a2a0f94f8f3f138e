import {
  ENDED_FILE,
  endedKeyOf,
  keyEndedName,
  keyFileName,
  keyOfFile,
  ledgerFileOf,
} from '../../domain/forget/roaming';
import { fail, ok, type Result } from '../../domain/result';
import { NOT_ROAMING, ROAM_LOCK, type RoamPorts, recallRoaming, rememberRoaming } from './ports';

/**
 * From now on this log is exchanged with the folder; the first exchange does the rest. Asks for the folder first:
 * where it is refused, nothing has changed.
 */
export async function startRoaming(ports: RoamPorts): Promise<void> {
  const files = await ports.folder.list();
  if (files.some(({ name }) => name === ENDED_FILE)) await ports.folder.remove(ENDED_FILE);
  await rememberRoaming(ports.ledger, { ...NOT_ROAMING, on: true });
}

/** Nothing goes there or comes from there any more. What is here stays here, what is there stays there. */
export const stopRoaming = async (ports: RoamPorts): Promise<void> => {
  await ports.alone(ROAM_LOCK, true, () => rememberRoaming(ports.ledger, NOT_ROAMING));
};

/** The copy in the folder goes, and does not come back from another machine: each finds a word about it. */
export async function deleteCopy(ports: RoamPorts): Promise<void> {
  await ports.alone(ROAM_LOCK, true, async () => {
    const said = { format: 'loopkeeper-roaming-ended', at: new Date(ports.clock()).toISOString() };
    await ports.folder.write(ENDED_FILE, `${JSON.stringify(said)}\n`);
    await rememberRoaming(ports.ledger, NOT_ROAMING);
    for (const { name } of await ports.folder.list()) {
      if ([ledgerFileOf, keyOfFile, endedKeyOf].some((is) => is(name) !== null))
        await ports.folder.remove(name);
    }
  });
}

/** Seals everything in the folder from the next exchange on. */
export async function protectWith(ports: RoamPorts, passphrase: string, forGood: boolean): Promise<void> {
  const { key, box } = await ports.cipher.makeKey(passphrase);
  await ports.keepKey(key, forGood);
  await ports.folder.write(keyFileName(key.id), box);
}

/**
 * From the next exchange on the files can be read by whoever can read the folder, what other machines wrote too. A
 * machine that was away hears of it by the word beside them, and does not put its key back.
 */
export async function unprotect(ports: RoamPorts): Promise<void> {
  for (const { id } of await boxesOf(ports)) {
    const said = { format: 'loopkeeper-key-ended', at: new Date(ports.clock()).toISOString() };
    await ports.folder.write(keyEndedName(id), `${JSON.stringify(said)}\n`);
    await ports.folder.remove(keyFileName(id));
  }
}

export type PassphraseFault = 'wrong';

/** Opens what this passphrase opens of the keys in the folder. */
export async function unlock(
  ports: RoamPorts,
  passphrase: string,
  forGood: boolean,
): Promise<Result<null, PassphraseFault>> {
  const had = await ports.keys();
  let opened = 0;
  for (const { id, text } of await boxesOf(ports)) {
    if (had.has(id)) continue;
    const key = await ports.cipher.openBox(text, passphrase);
    if (key === null) continue;
    await ports.keepKey(key, forGood);
    opened += 1;
  }
  return opened > 0 ? ok(null) : fail('wrong');
}

/** The key stays, so machines that remember it notice nothing; the others ask for the new passphrase. */
export async function changePassphrase(
  ports: RoamPorts,
  old: string,
  next: string,
): Promise<Result<null, PassphraseFault>> {
  let changed = 0;
  for (const { id, text } of await boxesOf(ports)) {
    const box = await ports.cipher.changeBox(text, old, next);
    if (box === null) continue;
    await ports.folder.write(keyFileName(id), box);
    const state = await recallRoaming(ports.ledger);
    if (state.key === id) await rememberRoaming(ports.ledger, { ...state, box });
    changed += 1;
  }
  return changed > 0 ? ok(null) : fail('wrong');
}

async function boxesOf({
  folder,
}: RoamPorts): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const boxes: { id: string; text: string }[] = [];
  for (const file of await folder.list()) {
    const id = keyOfFile(file.name);
    const text = id === null ? null : await folder.read(file);
    if (id !== null && text !== null) boxes.push({ id, text });
  }
  return boxes;
}
