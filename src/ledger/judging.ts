import type { Owner } from '../domain/facts/person';
import type { Instant } from '../domain/time/time';
import type { Book } from './book';
import type { Writing } from './store';
import { historyOf, type Judge, judgeRoot, putViews, type TakenApart } from './views';

export interface Keeper {
  readonly judge: Judge;
  readonly owner: () => Owner | null;
  readonly clock: () => Instant;
  /** A judgement failed. The facts are kept all the same, the view stays as it was. */
  readonly onUnjudged?: (cause: unknown) => void;
}

/** Makes the views of these lineages anew, and puts them. */
export async function judgeAll(
  tx: Writing,
  book: Book,
  roots: Iterable<number>,
  owner: Owner,
  keeper: Keeper,
  now: Instant,
): Promise<void> {
  for (const root of roots) {
    const history = await historyOf(book, root, owner);
    const view = judgeOr(keeper, () => judgeRoot(book, root, history, keeper.judge, now));
    if (view === undefined) continue;
    putViews(book, root, view);
    if (view) tx.put('lineages', view.card);
    else tx.remove('lineages', root);
  }
  for (const { number, root } of book.series.values()) {
    if (root !== number && book.before.get(number)?.root === number) tx.remove('lineages', number);
  }
}

/** What a person entered is never lost to a mistake in the rules: `undefined`, and the old view stays. */
export function judgeOr(keeper: Keeper, judging: () => TakenApart | null): TakenApart | null | undefined {
  try {
    return judging();
  } catch (cause) {
    keeper.onUnjudged?.(cause);
    return undefined;
  }
}
