import { type Fact, isByHand } from '../domain/facts/fact';
import type { SweepMark } from '../domain/facts/history';
import type { SeriesId } from '../domain/facts/occurrence';
import type { Owner } from '../domain/facts/person';
import type { Instant } from '../domain/time/time';
import { addFacts } from './adding';
import {
  type Book,
  heldIn,
  loadPages,
  openBook,
  pageOf,
  putBook,
  putPage,
  putPerson,
  putSeries,
  renewRoots,
} from './book';
import { forgetKept, fromFacts, heed } from './heeding';
import { putIn, roams, takeOut } from './outbox';
import { placeOf } from './place';
import { type Counts, type Named, NOWHERE } from './records';
import type { Store, Writing } from './store';
import { historyOf, type Judge, judgeRoot, putViews, rootsTouched, sameCard, type TakenApart } from './views';

export interface Keeper {
  readonly judge: Judge;
  readonly owner: () => Owner | null;
  readonly clock: () => Instant;
  /** A judgement failed. The facts are kept all the same, the view stays as it was. */
  readonly onUnjudged?: (cause: unknown) => void;
}

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

async function judgeAll(
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
function judgeOr(keeper: Keeper, judging: () => TakenApart | null): TakenApart | null | undefined {
  try {
    return judging();
  } catch (cause) {
    keeper.onUnjudged?.(cause);
    return undefined;
  }
}

async function putMarks(tx: Writing, marks: readonly SweepMark[]): Promise<void> {
  if (marks.length === 0) return;
  const kept = new Map(marksIn(await tx.get('meta', 'marks')).map((mark) => [mark.series, mark]));
  for (const mark of marks) {
    const before = kept.get(mark.series);
    kept.set(mark.series, before ? laterMark(before, mark) : mark);
  }
  tx.put('meta', { name: 'marks', value: [...kept.values()] });
}

export const marksIn = (record: Named | undefined): readonly SweepMark[] =>
  (record?.value ?? []) as readonly SweepMark[];

const backOf = ({ backTo }: SweepMark) => (backTo === undefined ? {} : { backTo });

/** Two panes can finish their sweeps in any order. */
const laterMark = (a: SweepMark, b: SweepMark): SweepMark => {
  const of = (choose: typeof Math.max, name: 'backTo' | 'reportsAt' | 'schedulesAt') => {
    const given = [a[name], b[name]].filter((at) => at !== undefined);
    return given.length === 0 ? {} : { [name]: choose(...given) };
  };
  return {
    series: a.series,
    sweptAt: Math.max(a.sweptAt, b.sweptAt),
    mailsUntil: a.mailsUntil === null ? b.mailsUntil : Math.max(a.mailsUntil, b.mailsUntil ?? a.mailsUntil),
    ...(a.sweptAt === b.sweptAt ? of(Math.min, 'backTo') : backOf(a.sweptAt > b.sweptAt ? a : b)),
    ...of(Math.max, 'reportsAt'),
    ...of(Math.max, 'schedulesAt'),
  };
};

/** Judges everything for an owner who was not known, or was known otherwise, when the views were made. */
export const judgeForOwner = async (store: Store, keeper: Keeper): Promise<void> => {
  const given = keeper.owner();
  if (given === null) return;
  const kept = await store.read(['meta'], (tx) => tx.get('meta', 'owner'));
  if (JSON.stringify(kept?.value) !== JSON.stringify(given)) await keepFacts(store, keeper, [], []);
};

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
    const roots = new Set([...book.series.values()].map(({ root }) => root));
    for (const root of owner ? roots : []) {
      if (!owner) break;
      const card = cards.get(root);
      const history = await historyOf(book, root, owner);
      const view = judgeOr(keeper, () => judgeRoot(book, root, history, keeper.judge, card?.now ?? now));
      if (view === undefined) continue;
      const pagesAsKept = putViews(book, root, view);
      asKept &&= pagesAsKept && sameCard(card, view?.card);
    }
    for (const root of [...cards.keys()].filter((each) => !roots.has(each))) {
      asKept = false;
      tx.remove('lineages', root);
    }
    const today = given ?? owner;
    if (today) {
      tx.put('meta', { name: 'owner', value: today });
      await judgeAll(tx, book, roots, today, keeper, now);
    }
    putBook(book, tx);
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
