import { bytesOfFile } from '../../browser/read-file';
import { candidatesOf, type Found } from '../../domain/candidates/candidates-of';
import { createSieve } from '../../domain/forget/sieve';
import { inTurns, type Steps, stoppable, stretchOf, type Watched } from '../../domain/pace';
import { fail, ok, type Result } from '../../domain/result';
import { readSource } from '../../formats/spoken/read-source';
import { LARGEST_SOURCE, readSourceFile, type SourceFileFault } from '../../formats/spoken/source-file';
import type { Ports } from '../ports';

type FindPorts = Pick<Ports, 'turns'> & { readonly ledger: Pick<Ports['ledger'], 'limits'> };

/**
 * Finds what may be a decision in what a person pasted or chose. Nothing of it is kept here; whoever was erased from
 * the log is not named again by it. Throws `Stopped` where somebody ended it.
 */
export async function findInNotes(
  { turns, ledger }: FindPorts,
  given: string | Pick<Blob, 'size' | 'arrayBuffer'>,
  watched: Watched,
): Promise<Result<Found, SourceFileFault>> {
  // A file of hundreds of megabytes is refused by its size, before a byte of it is read.
  if (typeof given !== 'string' && given.size > LARGEST_SOURCE) return fail('file-too-large');
  const pace = stoppable(turns, watched);
  const reading = typeof given === 'string' ? readSource(given) : readSourceFile(await bytesOfFile(given));
  const source = await inTurns(told(reading, READING, stretchOf(watched, 0, 0.4)), pace);
  if (!source.ok) return source;
  const steps = source.value.passages.length / LINES_A_STEP;
  const found = await inTurns(told(candidatesOf(source.value), steps, stretchOf(watched, 0.4, 1)), pace);
  const { value, mentions } = createSieve(await ledger.limits());
  const named = (name: string | null) => (name === null || mentions(name) ? null : name);
  return ok({
    ...found,
    candidates: found.candidates.map((one) => ({
      ...one,
      quote: value({ text: one.quote }).text,
      owner: named(one.owner),
      place: { ...one.place, speaker: named(one.place.speaker) },
    })),
  });
}

/** Nobody knows beforehand in how many steps a file is read; so many are usual. */
const READING = 60;
/** Lines of speech or notes are gone through about twice, a hundred and more at a time. */
const LINES_A_STEP = 60;

/** Tells after each step how far it is, of so many that are likely. */
function* told<Value>(steps: Steps<Value>, likely: number, { onProgress }: Watched): Steps<Value> {
  for (let done = 1; ; done++) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(Math.min(done, likely), likely);
    yield;
  }
}
