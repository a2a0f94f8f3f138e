import type { Owner } from '../domain/facts/things/person';
import { columnsOf } from '../domain/measure/columns';
import type { Watched } from '../domain/pace';
import type { LogAccess } from './append';
import { fromFacts, renewLimits } from './facts/erasure-limits';
import { createPaneCache } from './facts/pane-cache';
import { type IsWhole, loadShapes, repair } from './facts/repair';
import {
  beginUnit,
  cachedFrom,
  pagesIn,
  putSeries,
  putUnit,
  renewRoots,
  type UnitOfWork,
} from './facts/unit-of-work';
import { renewEdition } from './store/edition';
import { createMeter, type Meter } from './store/meter';
import { isSame } from './store/same';
import { breathe, type Writing } from './store/store';
import { areColumnsKept } from './views/column-pages';
import { renewNumbers } from './views/decision-numbers';
import { judgeAll, judgeRoot, removeView } from './views/judging';
import { openingOf } from './views/openings';
import { removeOutside } from './views/outside-matters';
import { removeRhythms } from './views/paced-people';
import { type Histories, putViews, takeApart } from './views/views';

/** Pages whose views are made anew in one transaction: between two of them, what a person enters has its turn. */
const AT_ONCE = 500;
/** Every page is read, compared and judged. */
const ROUNDS = 3;

/**
 * Makes everything that can be made from facts anew: what is damaged first, then the views, some meetings at a time.
 * Says whether it was as kept. `Stopped`: what was done by then stays, and it can begin again.
 */
export async function rebuild(keeping: LogAccess, watched?: Watched): Promise<boolean> {
  const { store } = keeping;
  const meter = createMeter(watched);
  // All that was read is remembered from one transaction to the next, for as long as nobody else writes.
  const ours = { ...keeping, cache: createPaneCache(Number.POSITIVE_INFINITY) };
  const isWhole = await loadShapes();
  const facts = await inUnit(ours, (tx, unit) => rebuildFacts(tx, unit, isWhole, meter));
  store.mended();
  let asKept = facts.asKept;
  for (const roots of facts.groups) {
    asKept = (await inUnit(ours, (tx, unit) => rebuildViews(tx, unit, roots, ours, meter))) && asKept;
  }
  return asKept;
}

/** One transaction, in which the unit of work is put as the work leaves it. */
async function inUnit<Value>(
  { store, cache }: LogAccess,
  work: (tx: Writing, unit: UnitOfWork) => Promise<Value>,
): Promise<Value> {
  const { value, recalled } = await store.write('relaxed', async (tx) => {
    const unit = await beginUnit(tx, cache);
    const value = await work(tx, unit);
    return { value, recalled: cachedFrom(unit, await renewEdition(tx)) };
  });
  cache.keep(recalled);
  return value;
}

/** Pages, people, entries and series as the facts make them; and which lineages there are, some at a time. */
async function rebuildFacts(tx: Writing, unit: UnitOfWork, isWhole: IsWhole, meter: Meter) {
  meter.expect(ROUNDS * unit.counts.pages);
  const whole = await repair(tx, unit, isWhole, meter);
  for (const record of [...unit.series.values()]) {
    putSeries(unit, fromFacts(unit, record));
    await breathe(tx);
  }
  renewRoots(unit);
  const seriesAsKept = JSON.stringify([...unit.series]) === JSON.stringify([...unit.before]);
  const roots = new Set([...unit.series.values()].map(({ root }) => root));
  const ofNobody = (await tx.keys('lineages')).map(Number).filter((root) => !roots.has(root));
  for (const root of ofNobody) await removeView(tx, root);
  await putUnit(unit, tx);
  await renewLimits(tx);
  await renewNumbers(tx);
  removeOutside(tx);
  removeRhythms(tx);
  return { asKept: whole && seriesAsKept && ofNobody.length === 0, groups: groupsOf(unit, roots) };
}

function groupsOf(unit: UnitOfWork, roots: Iterable<number>): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let room = 0;
  for (const root of roots) {
    if (room <= 0) {
      groups.push([]);
      room = AT_ONCE;
    }
    groups.at(-1)?.push(root);
    room -= pagesIn(unit, root);
  }
  return groups;
}

/** Says whether the views were as the same facts make them at the time they were made at; and makes them for today. */
async function rebuildViews(
  tx: Writing,
  unit: UnitOfWork,
  roots: readonly number[],
  { keeper }: LogAccess,
  meter: Meter,
): Promise<boolean> {
  const owner = (await tx.get('meta', 'owner'))?.value as Owner | undefined;
  if (owner === undefined) return true;
  const now = keeper.clock();
  const histories: Histories = new Map();
  let asKept = true;
  for (const root of roots) {
    const [card, kept] = await Promise.all([tx.get('lineages', root), tx.get('openings', root)]);
    const then = card?.now ?? now;
    const judged = await judgeRoot(unit, root, owner, keeper, then, histories);
    meter.did(pagesIn(unit, root));
    if (judged === undefined) continue;
    const view = judged && takeApart(unit, root, judged, then);
    const columns = judged && columnsOf(judged);
    const opening = judged && columns ? openingOf(unit, root, judged, columns, then) : undefined;
    const pagesAsKept = await putViews(unit, root, view);
    asKept &&= pagesAsKept && isSame(card, view?.card) && isSame({ ...opening, ...kept }, { ...opening });
    if (columns && kept?.columns) asKept &&= await areColumnsKept(tx, root, columns);
  }
  await judgeAll(tx, unit, roots, owner, keeper, now, { meter });
  await putUnit(unit, tx);
  return asKept;
}
