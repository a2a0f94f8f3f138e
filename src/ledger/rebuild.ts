import type { Owner } from '../domain/facts/person';
import { openBook, putBook, putSeries, renewRoots } from './book';
import { renewNumbers } from './decision-numbers';
import { renewEdition } from './edition';
import { fromFacts, renewLimits } from './heeding';
import { judgeAll, judgeRoot, type Keeper, removeView } from './judging';
import { loadShapes, mend } from './mending';
import { openingOf } from './openings';
import { isSame } from './same';
import type { Store } from './store';
import { putViews, takeApart } from './views';

/** Makes everything that can be made from facts anew. Says whether it was as kept. */
export async function rebuild(store: Store, keeper: Keeper): Promise<boolean> {
  const given = keeper.owner();
  const now = keeper.clock();
  const isWhole = await loadShapes();
  const asKept = await store.write('relaxed', async (tx) => {
    const kept = (await tx.get('meta', 'owner'))?.value as Owner | undefined;
    const owner = kept ?? given;
    const book = await openBook(tx);
    const whole = await mend(tx, book, isWhole);
    for (const record of [...book.series.values()]) putSeries(book, fromFacts(book, record));
    renewRoots(book);
    let asKept = whole && JSON.stringify([...book.series]) === JSON.stringify([...book.before]);
    const cards = new Map((await tx.all('lineages')).map((card) => [card.root, card]));
    const openings = new Map((await tx.all('openings')).map((opening) => [opening.root, opening]));
    const roots = new Set([...book.series.values()].map(({ root }) => root));
    for (const root of owner ? roots : []) {
      if (!owner) break;
      const card = cards.get(root);
      const then = card?.now ?? now;
      const judged = await judgeRoot(book, root, owner, keeper, then);
      if (judged === undefined) continue;
      const view = judged && takeApart(book, root, judged, then);
      const pagesAsKept = putViews(book, root, view);
      const opening = judged ? openingOf(book, root, judged, then) : undefined;
      asKept &&= pagesAsKept && isSame(card, view?.card) && isSame(openings.get(root) ?? opening, opening);
    }
    for (const root of [...cards.keys()].filter((each) => !roots.has(each))) {
      asKept = false;
      removeView(tx, root);
    }
    const today = given ?? owner;
    if (today) {
      tx.put('meta', { name: 'owner', value: today });
      await judgeAll(tx, book, roots, today, keeper, now);
    }
    putBook(book, tx);
    await renewLimits(tx);
    await renewNumbers(tx);
    await renewEdition(tx);
    return asKept;
  });
  store.mended();
  return asKept;
}
