import type { Fact } from '../../domain/facts/log/fact';
import {
  type LedgerFile,
  ledgerFileName,
  ledgerFileOf,
  MOST_PARTS,
  monthOf,
} from '../../domain/forget/roaming';
import { Trouble } from '../../domain/trouble';
import { factLines, readFactLines } from '../../formats/log/roaming-file';
import { type ExchangeContext, isSealedRight, openFile, writeFile } from './files';

/** Characters of one file: sealed it stays under 4 MB, which every OneDrive takes in one piece. */
const FULL = 1_500_000;

const LONG = FULL / 2;

/** Facts in hand at once. */
const AT_ONCE = 5_000;

/** Everything that waits, appended to this machine's files, month by month. Gives how many facts. */
export async function writeFacts(context: ExchangeContext): Promise<number> {
  const { ports, signal } = context;
  const { outbox } = ports.ledger;
  const parts = createParts(context);
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
function createParts(context: ExchangeContext) {
  /** Null: with another part. */
  const last = new Map<string, Part | null>();
  const taken = new Set(context.files.map(({ name }) => name));

  const put = async (part: Part) => {
    const name = ledgerFileName(part);
    taken.add(name);
    const tag = await writeFile(context, name, part.lines);
    await context.remember(name, { tag, note: null });
  };
  /** A part whose name nobody has taken: what lies under a name stays there. */
  const another = (month: string): Part => {
    const { device } = context.ports;
    for (let part = 1; part <= MOST_PARTS; part += 1) {
      if (!taken.has(ledgerFileName({ device, month, part }))) return { device, month, part, lines: '' };
    }
    throw new Trouble('busy', 'the names of the OneDrive folder');
  };

  return {
    append: async (month: string, facts: readonly Fact[]): Promise<void> => {
      const inHand = last.has(month) ? last.get(month) : await lastPart(context, month);
      let part = inHand ?? another(month);
      const there = new Set(readFactLines(part.lines).facts.map((fact) => factLines([fact])));
      let changed = false;
      for (const line of facts.map((fact) => factLines([fact])).filter((one) => !there.has(one))) {
        if (part.lines !== '' && part.lines.length + line.length > FULL) {
          if (changed) await put(part);
          taken.add(ledgerFileName(part));
          part = another(month);
        }
        part = { ...part, lines: part.lines + line };
        changed = true;
      }
      if (changed) await put(part);
      // A long one is not kept in hand: what comes next goes into another part.
      last.set(month, part.lines.length > LONG ? null : part);
    },
  };
}

/** Where to go on: the last part that can be read, and is as ours are to be now. Null: with another one. */
async function lastPart(context: ExchangeContext, month: string): Promise<Part | null> {
  const { ports, files } = context;
  const { notes } = context.memory();
  const own = files
    .flatMap((file) => {
      const place = ledgerFileOf(file.name);
      return place?.device === ports.device && place.month === month ? [{ file, place }] : [];
    })
    .filter(({ file }) => notes[file.name] === undefined)
    .sort((a, b) => b.place.part - a.place.part);
  const last = own[0];
  if (last === undefined) return null;
  const opened = await openFile(context, last.file);
  if (opened.kind === 'gone') throw new Trouble('busy', 'a file of the OneDrive folder');
  if (opened.kind !== 'open' || !isSealedRight(context, opened) || opened.lines.length > LONG) return null;
  return { ...last.place, lines: opened.lines };
}
