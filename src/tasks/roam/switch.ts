import { ENDED_FILE, endedKeyOf, keyFileName, keyOfFile, ledgerFileOf } from '../../domain/forget/roaming';
import { fail, ok, type Result } from '../../domain/result';
import { boxesIn, keepBoxes, laterBox } from './boxes';
import { writeEnding } from './ending';
import { exchange } from './exchange';
import { standingKeys, unopenedKeys } from './lock';
import type { RoamPorts } from './roam-ports';
import { endedHere, NOT_ROAMING, recallRoaming, rememberRoaming, switchedOff } from './state';
import { change, inTurn } from './turn';

/**
 * From now on this log is exchanged with the folder; the first exchange does the rest. Asks for the folder first:
 * where it is refused, nothing has changed. Keys that were opened here before go on sealing.
 */
export async function startRoaming(ports: RoamPorts): Promise<void> {
  const files = await ports.folder.list();
  if (files.some(({ name }) => name === ENDED_FILE)) await ports.folder.remove(ENDED_FILE);
  await change(ports, (state) => ({ ...state, on: true, exchangedAt: null, tags: null }));
}

/** Nothing goes there or comes from there any more. What is here stays here, what is there stays there. */
export const stopRoaming = (ports: RoamPorts): Promise<void> => change(ports, switchedOff);

/** The copy in the folder goes, and does not come back from another machine: each finds a word about it. */
export const deleteCopy = (ports: RoamPorts): Promise<void> =>
  inTurn(ports, async () => {
    const said = { format: 'loopkeeper-roaming-ended', at: new Date(ports.clock()).toISOString() };
    await ports.folder.write(ENDED_FILE, `${JSON.stringify(said)}\n`);
    await rememberRoaming(ports.ledger, NOT_ROAMING);
    for (const { name } of await ports.folder.list()) {
      if ([ledgerFileOf, keyOfFile, endedKeyOf].some((is) => is(name) !== null))
        await ports.folder.remove(name);
    }
  });

/**
 * Seals everything in the folder from the next exchange on. What other machines have written is read before, while it
 * may be read without a question.
 */
export async function protectWith(ports: RoamPorts, passphrase: string, forGood: boolean): Promise<void> {
  await exchange(ports);
  const { key, box } = await ports.cipher.makeKey(passphrase);
  await ports.keepKey(key, forGood);
  await inTurn(ports, async () => {
    const state = await recallRoaming(ports.ledger);
    const boxes = { ...state.boxes, [key.id]: box };
    await rememberRoaming(ports.ledger, { ...state, opened: [...state.opened, key.id], boxes });
    await ports.folder.write(keyFileName(key.id), box);
  });
}

/**
 * From the next exchange on the files can be read by whoever can read the folder, what other machines wrote too. A
 * machine that was away hears of it by the word beside them, and asks.
 */
export const unprotect = (ports: RoamPorts): Promise<void> =>
  inTurn(ports, async () => {
    const state = await recallRoaming(ports.ledger);
    const keys = await ports.keys();
    const ids = standingKeys(state);
    for (const id of ids) {
      const key = keys.get(id);
      if (key !== undefined) await writeEnding(ports, key);
    }
    await rememberRoaming(ports.ledger, endedHere(state, ids));
  });

export type PassphraseFault = 'wrong';

/** Opens what this passphrase opens of the keys in the folder, and of those this machine keeps in mind. */
export async function unlock(
  ports: RoamPorts,
  passphrase: string,
  forGood: boolean,
): Promise<Result<null, PassphraseFault>> {
  const had = await ports.keys();
  const before = await recallRoaming(ports.ledger);
  const kept = Object.entries(before.boxes).map(([id, text]) => ({ id, text }));
  const inUse = new Set(unopenedKeys(before, before));
  const opened: Record<string, string> = {};
  for (const { id, text } of [...kept, ...(await boxesIn(ports, await ports.folder.list(), inUse))]) {
    if (opened[id] !== undefined || (had.has(id) && standingKeys(before).includes(id))) continue;
    const found = await ports.cipher.openBox(text, id, passphrase);
    if (found === null) continue;
    // An earlier box, put back by whoever can write there, with the passphrase of then.
    const box = await laterBox(ports, found.key, found.box, before.boxes[id] ?? null);
    if (box !== found.box) continue;
    await ports.keepKey(found.key, forGood);
    opened[id] = box;
  }
  const ids = Object.keys(opened);
  if (ids.length === 0) return fail('wrong');
  await change(ports, (state) => ({
    ...state,
    opened: [...new Set([...state.opened, ...ids])],
    ended: state.ended.filter((id) => !ids.includes(id)),
    foreign: state.foreign.filter((id) => !ids.includes(id)),
    boxes: { ...state.boxes, ...opened },
  }));
  return ok(null);
}

/** The key stays, so machines that remember it notice nothing; the others ask for the new passphrase. */
export const changePassphrase = (
  ports: RoamPorts,
  old: string,
  next: string,
): Promise<Result<null, PassphraseFault>> =>
  inTurn(ports, async () => {
    const state = await recallRoaming(ports.ledger);
    const files = await ports.folder.list();
    const keys = await ports.keys();
    const sealing = standingKeys(state).flatMap((id) => keys.get(id) ?? []);
    const boxes = { ...(await keepBoxes(ports, state, files, sealing, () => false)) };
    let changed = 0;
    for (const { id } of sealing) {
      const box = await ports.cipher.changeBox(boxes[id] ?? '', id, old, next);
      if (box === null) continue;
      await ports.folder.write(keyFileName(id), box);
      boxes[id] = box;
      changed += 1;
    }
    await rememberRoaming(ports.ledger, { ...state, boxes });
    return changed > 0 ? ok(null) : fail('wrong');
  });
