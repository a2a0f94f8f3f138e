import { type Fact, isEntry } from '../../domain/facts/log/fact';
import { ledgerFileOf, newIn } from '../../domain/forget/roaming';
import { factLines, readFactLines } from '../../formats/log/roaming-file';
import { type Errand, isSealedRight, linesOf, sealedFile } from './files';
import type { FolderFile, RoamPorts } from './ports';

interface Found {
  readonly fresh: number;
  readonly unread: readonly string[];
  /** Files of other machines that hold what was forgotten, or are not sealed as they are to be now. */
  readonly unclean: readonly string[];
}

/** What other machines wrote since, into the log; and our own files, where somebody changed them. */
export async function readFiles(errand: Errand): Promise<Found> {
  const { ports, files, signal } = errand;
  const wanted = newIn(files, errand.tags);
  const unread: string[] = [];
  const unclean: string[] = [];
  let { tags } = errand;
  let fresh = 0;
  for (const [at, file] of wanted.entries()) {
    signal?.throwIfAborted();
    errand.onProgress?.(at, wanted.length);
    const text = await ports.folder.read(file, signal);
    // Gone since it was listed, or its address too old: the next exchange knows more.
    if (text === null) continue;
    const read = await linesOf(errand, file.name, text);
    if (read === null) {
      unread.push(file.name);
      tags = { ...tags, [file.name]: file.tag };
      continue;
    }
    const { facts, unread: lines } = readFactLines(read.lines);
    const merged = await ports.ledger.merge(facts);
    fresh += merged.fresh.length;
    hearAll(ports, merged.fresh);
    const isWhole = lines.length === 0 && merged.turnedAway === 0;
    if (!isWhole) unread.push(file.name);
    let { tag } = file;
    if (merged.refused || !isSealedRight(errand, read.key)) {
      await ports.ledger.outbox.put(merged.held);
      if (ledgerFileOf(file.name)?.device === ports.device) tag = await putRight(errand, file, merged.held);
      else if (isWhole) unclean.push(file.name);
    } else {
      // Where two machines tell one observation differently, the one that counts must lie in a file, too.
      const there = new Set(facts.map((fact) => JSON.stringify(fact)));
      const better = merged.held.filter((fact) => !there.has(JSON.stringify(fact)));
      if (better.length > 0) await ports.ledger.outbox.put(better);
    }
    tags = { ...tags, [file.name]: tag };
    await errand.save(tags);
  }
  return { fresh, unread, unclean };
}

/** A file of our own without what was forgotten, sealed if we seal. Gives its tag. */
async function putRight(errand: Errand, file: FolderFile, held: readonly Fact[]): Promise<string> {
  const { ports } = errand;
  const tag = await ports.folder.write(file.name, await sealedFile(errand, file.name, factLines(held)));
  await ports.ledger.outbox.sent(held);
  return tag;
}

/** Stamps given here from now on sort after those that were seen. */
function hearAll({ hear }: RoamPorts, facts: readonly Fact[]): void {
  for (const fact of facts) if (isEntry(fact)) hear(fact.id);
}
