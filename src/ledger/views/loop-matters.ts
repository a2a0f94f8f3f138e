import { occasionsBeyond } from '../../domain/agree/decided-in';
import { twinsAmong } from '../../domain/facts/decided/decision';
import type { Fact } from '../../domain/facts/log/fact';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import { besideUntil, type PersonOwed, peopleOwed, type Sync, syncsAhead } from '../../domain/loops/beside';
import { inRhythm } from '../../domain/loops/in-rhythm';
import type { Loop } from '../../domain/loops/loop';
import { type LoopMatters, loopsUntil, mattersOf, openLoops } from '../../domain/loops/open-loops';
import type { Instant } from '../../domain/time/time';
import { beginUnit, factsIn, loadPages, membersOf } from '../facts/unit-of-work';
import type { Reading, Store, Writing } from '../store/store';
import { agreedElsewhere } from './agreed-elsewhere';
import { decisionNumbersIn } from './decision-numbers';
import { linesOf } from './lines';
import { occasionsIn } from './occasions-elsewhere';
import { oneToOnesAmong } from './one-to-ones';
import { toldIn } from './openings';
import { outsideAt } from './outside-matters';
import { pacedIn } from './paced-people';
import { viewOf } from './views';

/** What is owed over all meetings at one moment, and until when that stays so where nothing new is told. */
export interface LoopsRead {
  readonly loops: readonly Loop[];
  /** Kept meetings of today and tomorrow. */
  readonly syncs: readonly Sync[];
  readonly people: readonly PersonOwed[];
  readonly until: Instant | null;
}

/** A record for each lineage, beside the settings: a tap writes its own, and all are read without a single page. */
const PREFIX = 'loops:';

/** In the transaction that judges the lineage; `told`: what was decided, asked, told and put off in it. */
export function putLoops(
  tx: Writing,
  root: number,
  judged: JudgedLineage,
  told: readonly Fact[],
  owner: Owner,
  now: Instant,
  oneToOnes: readonly Person[],
  elsewhere: readonly JudgedOccurrence[],
): void {
  const value = mattersOf(judged, told, owner, now, oneToOnes, elsewhere);
  tx.put('meta', { name: `${PREFIX}${root}`, value });
}

export const removeLoops = (tx: Writing, root: number): void => tx.remove('meta', `${PREFIX}${root}`);

/** They name people: where views are not to stay, none of them does. */
export async function removeAllLoops(tx: Writing): Promise<void> {
  for (const name of await tx.keys('meta')) {
    if (typeof name === 'string' && name.startsWith(PREFIX)) tx.remove('meta', name);
  }
}

const isWhole = (value: unknown): value is LoopMatters => {
  const { matters, putOffs } = (value ?? {}) as Partial<LoopMatters>;
  return Array.isArray(matters) && Array.isArray(putOffs);
};

/** Of each lineage; null where a log of before this was kept has none yet, or it was damaged. */
async function kept(tx: Reading): Promise<ReadonlyMap<number, LoopMatters | null>> {
  const roots = [...(await linesOf(tx)).keys()];
  const records = await Promise.all(roots.map((root) => tx.get('meta', `${PREFIX}${root}`)));
  return new Map(
    roots.map((root, at) => {
      const value = records[at]?.value;
      return [root, isWhole(value) ? value : null];
    }),
  );
}

/** Read without a page, but for what an older version did not keep: that is made once, from the views. */
export async function loopsAt(store: Store, owner: Owner | null, now: Instant): Promise<LoopsRead> {
  if (owner === null) return { loops: [], syncs: [], people: [], until: null };
  const there = await store.read(['meta', 'lineages'], kept);
  const missing = [...there].flatMap(([root, matters]) => (matters === null ? [root] : []));
  const made = missing.length === 0 ? [] : await makeMissing(store, missing, owner, now);
  const outside = await outsideAt(store, owner, now);
  const all = [...there.values(), ...made, outside].filter((one) => one !== null);
  const paced = await store.read(['meta', 'entries', 'people'], (tx) => pacedIn(tx, owner));
  const matters = {
    matters: inRhythm(
      all.flatMap((one) => one.matters),
      paced,
    ),
    putOffs: all.flatMap((one) => one.putOffs),
  };
  const turns = [loopsUntil(matters, now), besideUntil(matters, now, owner.zone)].filter((at) => at !== null);
  return {
    loops: await called(store, openLoops(matters, now)),
    syncs: syncsAhead(matters, now, owner.zone),
    people: peopleOwed(matters, now),
    until: turns.length === 0 ? null : Math.min(...turns),
  };
}

/** Decisions by their names: which of two with one number is which can be told from the whole log only. */
async function called(store: Store, loops: readonly Loop[]): Promise<readonly Loop[]> {
  if (loops.every(({ decisions }) => decisions.length === 0)) return loops;
  const twins = twinsAmong(await store.read(['meta', 'entries'], decisionNumbersIn));
  return loops.map((loop) => ({
    ...loop,
    decisions: loop.decisions.map((one) => {
      const twin = twins.get(one.id);
      return twin === undefined ? one : { ...one, twin };
    }),
  }));
}

/** A log that can only be read shows what is owed all the same. */
async function makeMissing(
  store: Store,
  roots: readonly number[],
  owner: Owner,
  now: Instant,
): Promise<readonly LoopMatters[]> {
  const shelves = ['series', 'occurrences', 'lineages', 'meta', 'entries'] as const;
  const made = await store.read(shelves, (tx) => madeFromViews(tx, roots, owner, now));
  const keep = store.write('relaxed', async (tx) => {
    const still = await kept(tx);
    for (const [root, value] of made)
      if (still.get(root) === null) tx.put('meta', { name: `${PREFIX}${root}`, value });
  });
  await keep.catch(() => undefined);
  return [...made.values()];
}

async function madeFromViews(tx: Reading, roots: readonly number[], owner: Owner, now: Instant) {
  const unit = await beginUnit(tx);
  const oneToOnes = await oneToOnesAmong(tx);
  const made = new Map<number, LoopMatters>();
  for (const root of roots) {
    const members = membersOf(unit, root);
    const first = members.find(({ number }) => number === root);
    const view = first === undefined ? null : await viewOf(tx, first.series);
    if (view === null) continue;
    const numbers = members.map(({ number }) => number);
    await loadPages(unit, numbers);
    const told = toldIn(numbers.flatMap((number) => factsIn(unit, number)));
    const known = [...told, ...(await agreedElsewhere(tx, told))];
    const elsewhere = await occasionsIn(tx, occasionsBeyond(told, view.series));
    made.set(root, mattersOf(view, known, owner, now, oneToOnes, elsewhere));
  }
  return made;
}
