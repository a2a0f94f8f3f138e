import type { Fact } from '../../domain/facts/log/fact';
import { isEntry } from '../../domain/facts/log/kinds';
import { ledgerFileOf, newIn } from '../../domain/forget/roaming';
import { factLines, readFactLines } from '../../formats/log/roaming-file';
import { type ExchangeContext, isSealedRight, isTrusted, type OpenFile, openFile, writeFile } from './files';
import type { FolderFile, RoamPorts } from './roam-ports';
import { judgeUnsealed } from './unsealed';

interface Found {
  readonly fresh: number;
  /** Files of other machines that hold what was forgotten, or are not sealed as they are to be now. */
  readonly unclean: readonly string[];
}

/** What other machines wrote since, into the log; and our own files, where somebody changed them. */
export async function readFiles(context: ExchangeContext): Promise<Found> {
  const { files, signal } = context;
  const wanted = wantedOf(context, files);
  const unclean: string[] = [];
  let fresh = 0;
  for (const [at, file] of wanted.entries()) {
    signal?.throwIfAborted();
    context.onProgress?.(at, wanted.length);
    const taken = await readFile(context, file);
    fresh += taken.fresh;
    if (taken.isUnclean) unclean.push(file.name);
  }
  return { fresh, unclean };
}

/** New ones, and those that can be opened, or may be read, only now. */
function wantedOf({ keys, memory }: ExchangeContext, files: readonly FolderFile[]): readonly FolderFile[] {
  const { tags, notes } = memory();
  const fresh = new Set(newIn(files, tags));
  return files.filter((file) => {
    const note = notes[file.name];
    if (fresh.has(file)) return true;
    if (note === undefined || ledgerFileOf(file.name) === null) return false;
    return note.why === 'other-key' ? keys.has(note.key) : note.why === 'unsealed' && note.answer === 'yes';
  });
}

const NOTHING = { fresh: 0, isUnclean: false };

async function readFile(context: ExchangeContext, file: FolderFile): Promise<typeof NOTHING> {
  const { name, tag } = file;
  const opened = await openFile(context, file);
  switch (opened.kind) {
    case 'gone':
      // Since it was listed, or its address is too old: the next exchange knows more.
      return NOTHING;
    case 'damaged':
    case 'too-large':
      await context.remember(name, { tag, note: { tag, why: opened.kind } });
      return NOTHING;
    case 'other-key':
      await context.remember(name, { tag, note: { tag, why: 'other-key', key: opened.key } });
      return NOTHING;
    case 'open':
      return takeIn(context, file, opened);
  }
}

/** What may be read of it goes into the log; a file that is not as it is to be lies in files of our own from then on. */
async function takeIn(context: ExchangeContext, file: FolderFile, opened: OpenFile): Promise<typeof NOTHING> {
  const { ports } = context;
  const { name } = file;
  if (!isTrusted(context, opened)) {
    const question = await judgeUnsealed(context, file, opened);
    if (question !== null) {
      await context.remember(name, { tag: file.tag, note: question });
      return NOTHING;
    }
  }
  const { facts, unread } = readFactLines(opened.lines);
  const merged = await ports.ledger.merge(facts);
  hearAll(ports, merged.fresh);
  const isWhole = unread.length === 0 && merged.turnedAway === 0;
  const isOwn = ledgerFileOf(name)?.device === ports.device;
  const isOlder = isOlderThanSeen(context, name, opened);
  const isRight = isSealedRight(context, opened);
  let { tag } = file;
  let isUnclean = false;
  if (isOwn && (merged.refused || !isRight || isOlder)) {
    // What this version cannot read stays, but where it could speak of somebody who was erased.
    const rest = merged.refused ? '' : unread.map((line) => `${line}\n`).join('');
    await ports.ledger.outbox.put(merged.held);
    tag = await writeFile(context, name, factLines(merged.held) + rest);
    await ports.ledger.outbox.sent(merged.held);
  } else if (merged.refused || isOthersToTakeOver(context, opened)) {
    await ports.ledger.outbox.put(merged.held);
    isUnclean = isWhole && (merged.refused || isOthersToRemove(context, opened));
  } else {
    // Where two machines tell one observation differently, the one that counts must lie in a file, too.
    const there = new Set(facts.map((fact) => JSON.stringify(fact)));
    const better = merged.held.filter((fact) => !there.has(JSON.stringify(fact)));
    if (better.length > 0) await ports.ledger.outbox.put(better);
  }
  const isHealed = tag !== file.tag;
  const note =
    !isWhole && !isHealed
      ? ({ tag, why: 'damaged' } as const)
      : isOlder && !isHealed
        ? ({ tag, why: 'older' } as const)
        : null;
  const counts = opened.edition > 0 && !isOlder && !isHealed && isTrusted(context, opened);
  // One that is to be removed is read again until it is gone.
  await context.remember(name, {
    note,
    ...(isUnclean ? {} : { tag }),
    ...(counts ? { edition: opened.edition } : {}),
  });
  return { fresh: merged.fresh.length, isUnclean };
}

/** Somebody put an earlier writing of a sealed file back. What is in it was read then, so nothing is lost by it. */
const isOlderThanSeen = ({ memory }: ExchangeContext, name: string, { key, edition }: OpenFile): boolean =>
  key !== null && edition < (memory().editions[name] ?? 0);

/** Not sealed, though we seal; or sealed with a key that was ended here, so that machines without it can read it. */
const isOthersToTakeOver = ({ key, trusted }: ExchangeContext, file: OpenFile): boolean =>
  key === null ? file.key !== null : file.key === null || !trusted.has(file.key);

/**
 * A machine that goes on sealing would write its files again each time. So they are removed once, when the protection
 * ends here; open ones in a sealed log always, since whoever can open the folder could read them.
 */
const isOthersToRemove = ({ key, isRekeyed }: ExchangeContext, file: OpenFile): boolean =>
  key === null ? isRekeyed : file.key === null;

/** Stamps given here from now on sort after those that were seen. */
function hearAll({ hear }: RoamPorts, facts: readonly Fact[]): void {
  for (const fact of facts) if (isEntry(fact)) hear(fact.id);
}
