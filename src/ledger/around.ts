import { asRecognized } from '../domain/facts/log/as-recognized';
import type { Fact } from '../domain/facts/log/fact';
import type { SeriesId } from '../domain/facts/things/occurrence';
import type { Owner } from '../domain/facts/things/person';
import type { JudgedLineage } from '../domain/judge/judged/judged';
import { inTurns } from '../domain/pace';
import type { LogAccess } from './append';
import { type IsWhole, loadShapes } from './facts/repair';
import { beginUnit, cachedFrom, type UnitOfWork } from './facts/unit-of-work';
import { judgeRoot, rejudgeOr } from './views/judging';
import { historyOf } from './views/views';

/** A lineage as it stands now, and the facts it rests on. */
export interface LedgerAround {
  readonly facts: readonly Fact[];
  /** Null: nothing is known about the series, or not whose log it is. */
  readonly lineage: JudgedLineage | null;
  /** A fact did not have the shape of its kind, and the rules stumbled over it: it is not among the facts. */
  readonly leftOut?: true;
}

interface Asked {
  readonly unit: UnitOfWork;
  readonly root: number;
  readonly owner: Owner;
}

/** What this pane remembers is not read again. */
async function ask<Value>(
  { store, cache }: LogAccess,
  series: SeriesId,
  nothing: Value,
  look: (asked: Asked) => Promise<Value>,
): Promise<Value> {
  const { value, recalled } = await store.read(['series', 'occurrences', 'people', 'meta'], async (tx) => {
    const [unit, kept] = await Promise.all([beginUnit(tx, cache), tx.get('meta', 'owner')]);
    const root = unit.series.get(unit.numbers.get(series) ?? Number.NaN)?.root;
    const owner = kept?.value as Owner | undefined;
    const known = root !== undefined && owner !== undefined;
    return {
      value: known ? await look({ unit, root, owner }) : nothing,
      recalled: cachedFrom(unit, unit.edition),
    };
  });
  cache.keep(recalled);
  return value;
}

/** The facts that the judgement of the lineage with this series may need; none where the series is not known. */
export const factsAround = (keeping: LogAccess, series: SeriesId): Promise<readonly Fact[]> =>
  ask<readonly Fact[]>(keeping, series, [], async ({ unit, root, owner }) =>
    asRecognized((await historyOf(unit, root, owner)).facts),
  );

/** The lineage with this series, judged as of now, and what it rests on. */
export async function around(keeping: LogAccess, series: SeriesId): Promise<LedgerAround> {
  let stumbled = false;
  const onUnjudged = (cause: unknown) => {
    stumbled = true;
    keeping.keeper.onUnjudged?.(cause);
  };
  const first = await judgedAround({ ...keeping, keeper: { ...keeping.keeper, onUnjudged } }, series);
  return stumbled && first.lineage === null ? wholeAround(keeping, series, await loadShapes()) : first;
}

/** Without what a damaged disk gave back. */
function wholeAround(keeping: LogAccess, series: SeriesId, isWhole: IsWhole): Promise<LedgerAround> {
  const { keeper } = keeping;
  const now = keeper.clock();
  return ask<LedgerAround>(keeping, series, { facts: [], lineage: null }, async ({ unit, root, owner }) => {
    const { facts: all } = await historyOf(unit, root, owner);
    const facts = all.filter(isWhole);
    return {
      facts: asRecognized(facts),
      lineage: await inTurns(keeper.judge({ owner, facts }, series, now), unit.tx.pace),
      leftOut: true,
    };
  });
}

function judgedAround(keeping: LogAccess, series: SeriesId): Promise<LedgerAround> {
  const { keeper } = keeping;
  const now = keeper.clock();
  return ask<LedgerAround>(keeping, series, { facts: [], lineage: null }, async ({ unit, root, owner }) => {
    const { facts } = await historyOf(unit, root, owner);
    const before = unit.lineages.get(root);
    const again = before && rejudgeOr(keeper, before, new Map(), now);
    const lineage = again ?? (await judgeRoot(unit, root, owner, keeper, now)) ?? null;
    if (lineage !== null) unit.lineages.set(root, lineage);
    return { facts: asRecognized(facts), lineage };
  });
}
