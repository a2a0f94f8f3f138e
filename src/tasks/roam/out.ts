import type { Fact } from '../../domain/facts/log/fact';
import { type LedgerFile, ledgerFileName, ledgerFileOf, monthOf } from '../../domain/forget/roaming';
import { Trouble } from '../../domain/trouble';
import { factLines, readFactLines } from '../../formats/log/roaming-file';
import { type Errand, isSealedRight, linesOf, sealedFile } from './files';

/** Characters of one file: sealed it stays under 4 MB, which every OneDrive takes in one piece. */
const FULL = 1_500_000;

const LONG = FULL / 2;

/** Facts in hand at once. */
const AT_ONCE = 5_000;

/** Everything that waits, appended to this machine's files, month by month. Gives how many facts. */
export async function writeFacts(errand: Errand): Promise<number> {
  const { ports, signal } = errand;
  const { outbox } = ports.ledger;
  const parts = createParts(errand);
  let wrote = 0;
  for (;;) {
    const waiting = await outbox.take(AT_ONCE);
    if (waiting.length === 0) return wrote;
    for (const [month, facts] of byMonth(waiting)) {
      signal?.throwIfAborted();
      await parts.append(month, facts);
      await outbox.sent(facts);
      wrote += facts.length;
    }
  }
}

function byMonth(facts: readonly Fact[]): ReadonlyMap<string, Fact[]> {
  const months = new Map<string, Fact[]>();
  for (const fact of facts) {
    const month = monthOf(fact.recordedAt);
    const theirs = months.get(month) ?? [];
    theirs.push(fact);
    months.set(month, theirs);
  }
  return months;
}

interface Part extends LedgerFile {
  readonly lines: string;
}

/** The files of this machine: the last part of each month, as it stands after what was written just now. */
function createParts(errand: Errand) {
  const { ports } = errand;
  const last = new Map<string, Part>();
  let { tags } = errand;

  const put = async (part: Part) => {
    const name = ledgerFileName(part);
    const tag = await ports.folder.write(name, await sealedFile(errand, name, part.lines));
    tags = { ...tags, [name]: tag };
    await errand.save(tags);
  };

  return {
    append: async (month: string, facts: readonly Fact[]): Promise<void> => {
      let part = last.get(month) ?? (await lastPart(errand, month));
      const there = new Set(readFactLines(part.lines).facts.map((fact) => factLines([fact])));
      let changed = false;
      for (const line of facts.map((fact) => factLines([fact])).filter((one) => !there.has(one))) {
        if (part.lines !== '' && part.lines.length + line.length > FULL) {
          if (changed) await put(part);
          part = { ...part, part: part.part + 1, lines: '' };
        }
        part = { ...part, lines: part.lines + line };
        changed = true;
      }
      if (changed) await put(part);
      // A long one is not kept in hand: what comes next goes into another part.
      last.set(month, part.lines.length > LONG ? { ...part, part: part.part + 1, lines: '' } : part);
    },
  };
}

/** Where to go on; behind a part that cannot be read, since what is in it must stay. */
async function lastPart(errand: Errand, month: string): Promise<Part> {
  const { ports, files, signal } = errand;
  const own = files
    .map((file) => ({ file, place: ledgerFileOf(file.name) }))
    .filter(({ place }) => place?.device === ports.device && place.month === month)
    .sort((a, b) => (b.place?.part ?? 0) - (a.place?.part ?? 0));
  const last = own[0];
  const first: Part = { device: ports.device, month, part: 1, lines: '' };
  if (last === undefined) return first;
  const text = await ports.folder.read(last.file, signal);
  if (text === null) throw new Trouble('busy', 'a file of the OneDrive folder');
  const read = await linesOf(errand, last.file.name, text);
  const part = last.place?.part ?? 1;
  if (read === null || !isSealedRight(errand, read.key)) return { ...first, part: part + 1 };
  return { ...first, part, lines: read.lines };
}
