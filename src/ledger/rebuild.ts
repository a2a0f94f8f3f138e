import type { Fact } from '../domain/facts/fact';
import type { Owner } from '../domain/facts/person';
import {
  type Book,
  loadPages,
  openBook,
  pageOf,
  putBook,
  putPage,
  putPerson,
  putSeries,
  renewRoots,
} from './book';
import { renewNumbers } from './decision-numbers';
import { renewEdition } from './edition';
import { fromFacts } from './heeding';
import { judgeAll, judgeRoot, type Keeper, removeView } from './judging';
import { openingOf } from './openings';
import { placeOf } from './place';
import { NOWHERE } from './records';
import { isSame } from './same';
import type { Store, Writing } from './store';
import { putViews, takeApart } from './views';

/** Makes everything that can be made from facts anew. Says whether it was as kept. */
export function rebuild(store: Store, keeper: Keeper): Promise<boolean> {
  const given = keeper.owner();
  const now = keeper.clock();
  return store.write('relaxed', async (tx) => {
    const kept = (await tx.get('meta', 'owner'))?.value as Owner | undefined;
    const owner = kept ?? given;
    const book = await openBook(tx);
    await loadPages(book, [...book.series.keys(), NOWHERE]);
    const healed = await bringBack(tx, book);
    for (const record of [...book.series.values()]) putSeries(book, fromFacts(book, record));
    renewRoots(book);
    let asKept = !healed && JSON.stringify([...book.series]) === JSON.stringify([...book.before]);
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
    await renewNumbers(tx);
    putBook(book, tx);
    await renewEdition(tx);
    return asKept;
  });
}

/**
 * Own entries lie twice: where a page was lost or damaged, they come back. Counts what is there from now on. Says
 * whether anything had to be brought back.
 */
async function bringBack(tx: Writing, book: Book): Promise<boolean> {
  const [entries, people] = await Promise.all([tx.all('entries'), tx.all('people')]);
  for (const page of people) book.people.set(page.person, page);
  const isThere = (facts: readonly Fact[], id: string) => facts.some((fact) => fact.id === id);
  let healed = false;
  for (const { id, number, date, fact } of entries) {
    const place = placeOf(fact);
    if (place.with === 'person') {
      const page = book.people.get(place.person) ?? { person: place.person, facts: [] };
      if (isThere(page.facts, id)) continue;
      putPerson(book, { ...page, facts: [...page.facts, fact] });
    } else {
      const page = pageOf(book, number, date);
      if (isThere(page.facts, id)) continue;
      if (book.pages.has(number)) putPage(book, { ...page, facts: [...page.facts, fact] });
    }
    healed = true;
  }
  const pages = [...book.pages.values()].flatMap((theirs) => [...theirs.values()]);
  book.counts = {
    facts: [...pages, ...book.people.values()].reduce((sum, { facts }) => sum + facts.length, 0),
    entries: entries.length,
    pages: pages.length,
  };
  return healed;
}
