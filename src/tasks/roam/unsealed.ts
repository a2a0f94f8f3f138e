import { digestOf } from '../../domain/facts/things/digest';
import { type Brings, bringsNothing, bringsOf } from '../../domain/forget/brings';
import { readFactLines } from '../../formats/log/roaming-file';
import type { ExchangeContext, OpenFile } from './files';
import type { FolderFile } from './roam-ports';
import type { FileNote } from './state';

/**
 * A file in a sealed log that nobody sealed who has its key: an Outlook that has not heard of the passphrase yet, or
 * somebody else. Where it would change this log the person is asked, and answers for exactly this text. Null: it may be read.
 */
export async function judgeUnsealed(
  context: ExchangeContext,
  { name, tag }: FolderFile,
  { text, lines }: OpenFile,
): Promise<FileNote | null> {
  const digest = digestOf(text);
  const before = context.memory().notes[name];
  const answer = before?.why === 'unsealed' && before.digest === digest ? before.answer : null;
  if (answer === 'yes') return null;
  const brings = await countOf(context, lines);
  if (brings === null) return { tag, why: 'damaged' };
  return bringsNothing(brings) ? null : { tag, why: 'unsealed', brings, digest, answer };
}

async function countOf({ ports: { ledger, clock } }: ExchangeContext, lines: string): Promise<Brings | null> {
  const { facts, unread } = readFactLines(lines);
  if (unread.length > 0 && facts.length === 0) return null;
  const [log, limits] = await Promise.all([ledger.allFacts(), ledger.limits()]);
  try {
    return bringsOf(facts, log, limits, clock());
  } catch (thrown) {
    // Nested so deep that it cannot be gone through: nothing we write is.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
