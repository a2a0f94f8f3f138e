import { type Fact, isByHand } from '../domain/facts/fact';
import type { SweepMark } from '../domain/facts/history';
import type { SeriesId } from '../domain/facts/occurrence';
import type { Owner } from '../domain/facts/person';
import { addFacts } from './adding';
import { type Book, heldIn, openBook, putBook } from './book';
import { noteNumbers } from './decision-numbers';
import { forgetKept, heed } from './heeding';
import { judgeAll, type Keeper } from './judging';
import { putMarks } from './marks';
import { putIn, roams, takeOut } from './outbox';
import type { Counts } from './records';
import type { Store, Writing } from './store';
import { rootsTouched } from './views';

export interface Kept {
  readonly fresh: readonly Fact[];
  /** Series whose view was made anew. */
  readonly changed: readonly SeriesId[];
  readonly counts: Counts;
  /** Of facts from the shared folder: each as this log holds it now. What it refused is not among them. */
  readonly held: readonly Fact[];
  /** Something of these facts was refused: they speak of somebody who was erased. */
  readonly refused: boolean;
}

/** The owner the views were last judged for: kept, so that a pane without sign-in can judge. */
async function ownerFor(tx: Writing, given: Owner | null): Promise<{ owner: Owner | null; isNew: boolean }> {
  const kept = (await tx.get('meta', 'owner'))?.value as Owner | undefined;
  if (given === null) return { owner: kept ?? null, isNew: false };
  const isNew = JSON.stringify(kept) !== JSON.stringify(given);
  if (isNew) tx.put('meta', { name: 'owner', value: given });
  return { owner: given, isNew };
}

/** Adds facts and marks, and makes the views anew that rest on them: one transaction. */
export function keepFacts(
  store: Store,
  keeper: Keeper,
  facts: readonly Fact[],
  marks: readonly SweepMark[],
  from: 'here' | 'folder' = 'here',
): Promise<Kept> {
  const given = keeper.owner();
  const now = keeper.clock();
  return store.write(facts.some(isByHand) ? 'strict' : 'relaxed', async (tx) => {
    const { owner, isNew } = await ownerFor(tx, given);
    await putMarks(tx, marks);
    const book = await openBook(tx);
    const heeded = await heed(tx, facts);
    if (heeded.anew !== null) await forgetKept(tx, book, heeded.anew);
    const { fresh, numbers, people } = await addFacts(book, heeded.facts, from === 'folder');
    // A sweep that found nothing new still moved the time: what was upcoming may have ended.
    const swept = marks.flatMap(({ series }) => book.numbers.get(series) ?? []);
    const touched = new Set([...numbers, ...swept]);
    const roots =
      owner === null
        ? new Set<number>()
        : isNew || heeded.anew !== null
          ? new Set([...book.series.values()].map(({ root }) => root))
          : affected(book, touched, people, owner);
    if (owner !== null) await judgeAll(tx, book, roots, owner, keeper, now);
    await noteNumbers(tx, fresh);
    putBook(book, tx);
    const held = from === 'folder' ? heldIn(book, facts) : [];
    const refused = JSON.stringify(heeded.facts) !== JSON.stringify(facts);
    if (from === 'folder') await takeOut(tx, book, facts);
    else if (await roams(tx)) await putIn(tx, book, fresh);
    const changed = [...book.series.values()].filter((record) => roots.has(record.root));
    return { fresh, changed: changed.map(({ series }) => series), counts: book.counts, held, refused };
  });
}

/** Lineages to judge anew: by how things stood before and after, since an answer can join or part them. */
function affected(
  book: Book,
  numbers: ReadonlySet<number>,
  people: ReadonlySet<string>,
  owner: Owner,
): Set<number> {
  const before = rootsTouched(book.before.values(), numbers, people, owner);
  const after = rootsTouched(book.series.values(), numbers, people, owner);
  const wereIn = [...book.before.values()].filter(({ root }) => before.has(root));
  return new Set([...after, ...wereIn.map((record) => book.series.get(record.number)?.root ?? record.root)]);
}

/** Judges everything for an owner who was not known, or was known otherwise, when the views were made. */
export const judgeForOwner = async (store: Store, keeper: Keeper): Promise<void> => {
  const given = keeper.owner();
  if (given === null) return;
  const kept = await store.read(['meta'], (tx) => tx.get('meta', 'owner'));
  if (JSON.stringify(kept?.value) !== JSON.stringify(given)) await keepFacts(store, keeper, [], []);
};
