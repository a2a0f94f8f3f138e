import { occasionsBeyond } from '../../domain/agree/decided-in';
import type { Fact } from '../../domain/facts/log/fact';
import type { Owner } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { columnsOf } from '../../domain/measure/columns';
import { inTurns, type Steps } from '../../domain/pace';
import type { Instant } from '../../domain/time/time';
import { membersOf, pagesIn, type UnitOfWork } from '../facts/unit-of-work';
import type { WordsAdded } from '../facts/words-added';
import type { Meter } from '../store/meter';
import type { Writing } from '../store/store';
import { agreedElsewhere } from './agreed-elsewhere';
import { putColumns } from './column-pages';
import { lineOf, linesOf, putLines } from './lines';
import { putLoops, removeLoops } from './loop-matters';
import { dropResting, noteResting, occasionsIn, restingOn } from './occasions-elsewhere';
import { isAnyLarge, oneToOnesAmong } from './one-to-ones';
import { openingOf } from './openings';
import { OUTSIDE, removeOutside } from './outside-matters';
import { type Histories, historyOf, type Judge, putViews, takeApart } from './views';

/** Judges again where all that is new are words about single occurrences; null where that is not enough. */
export type Rejudge = (before: JudgedLineage, words: WordsAdded, now: Instant) => JudgedLineage | null;

export interface Keeper {
  readonly judge: Judge;
  readonly rejudge?: Rejudge;
  readonly owner: () => Owner | null;
  readonly clock: () => Instant;
  /** A judgement failed. The facts are kept all the same, the view stays as it was. */
  readonly onUnjudged?: (cause: unknown) => void;
}

interface How {
  /** All that is new, where these are words about single occurrences. */
  readonly words?: WordsAdded | null;
  /** Views made before must not stay, whatever comes of judging: they say what the log must not say any more. */
  readonly anew?: boolean;
  readonly meter?: Meter;
}

export async function judgeAll(
  tx: Writing,
  unit: UnitOfWork,
  roots: Iterable<number>,
  owner: Owner,
  keeper: Keeper,
  now: Instant,
  { words = null, anew = false, meter }: How = {},
): Promise<void> {
  const histories: Histories = new Map();
  const lines = await linesOf(tx);
  const renewed: string[] = [];
  for (const root of roots) {
    const before = unit.lineages.get(root);
    unit.lineages.delete(root);
    const short = before && words && rejudgeOr(keeper, before, words, now);
    const judged = short ?? (await judgeRoot(unit, root, owner, keeper, now, histories));
    meter?.did(pagesIn(unit, root));
    if (judged === undefined && !anew) continue;
    const view = judged ? takeApart(unit, root, judged, now) : null;
    await putViews(unit, root, view);
    if (judged && view) {
      unit.lineages.set(root, judged);
      lines.set(root, lineOf(root, judged));
      tx.put('lineages', view.card);
      for (const name of await restingOn(tx, judged.series)) if (name !== `${root}`) renewed.push(name);
      const columns = columnsOf(judged);
      const opening = openingOf(unit, root, judged, columns, now);
      tx.put('openings', opening);
      await keepLoops(tx, root, judged, opening.facts, owner, keeper, now);
      await putColumns(tx, root, columns);
    } else {
      lines.delete(root);
      await removeView(tx, root);
    }
  }
  for (const { number, root } of unit.series.values()) {
    if (root === number || unit.before.get(number)?.root !== number) continue;
    unit.lineages.delete(number);
    lines.delete(number);
    await removeView(tx, number);
  }
  // What is owed where something rests on these is found anew when it is next looked for.
  for (const name of renewed) removeResting(tx, name);
  putLines(tx, lines);
}

const removeResting = (tx: Writing, name: string): void =>
  name === OUTSIDE ? removeOutside(tx) : removeLoops(tx, Number(name));

export async function removeView(tx: Writing, root: number): Promise<void> {
  tx.remove('lineages', root);
  tx.remove('openings', root);
  removeLoops(tx, root);
  tx.removeYears(root);
  await dropResting(tx, `${root}`);
}

/** What a person entered is never lost to a mistake here: what is owed of it is then found when it is next looked for. */
async function keepLoops(
  tx: Writing,
  root: number,
  judged: JudgedLineage,
  told: readonly Fact[],
  owner: Owner,
  keeper: Keeper,
  now: Instant,
): Promise<void> {
  const oneToOnes = isAnyLarge(told) ? await oneToOnesAmong(tx) : [];
  const known = [...told, ...(await agreedElsewhere(tx, told))];
  const beyond = occasionsBeyond(told, judged.series);
  const elsewhere = await occasionsIn(tx, beyond);
  await noteResting(tx, `${root}`, beyond);
  try {
    putLoops(tx, root, judged, known, owner, now, oneToOnes, elsewhere);
  } catch (cause) {
    keeper.onUnjudged?.(cause);
    removeLoops(tx, root);
  }
}

/** Judges one lineage from all its facts; `undefined` where the rules failed. */
export async function judgeRoot(
  unit: UnitOfWork,
  root: number,
  owner: Owner,
  keeper: Keeper,
  now: Instant,
  histories?: Histories,
): Promise<JudgedLineage | null | undefined> {
  const history = await historyOf(unit, root, owner, histories);
  const first = membersOf(unit, root).find(({ number }) => number === root);
  if (first === undefined) return null;
  return inTurns(
    orAsBefore(keeper, () => keeper.judge(history, first.series, now)),
    unit.tx.pace,
  );
}

/** Judges only what is new in a lineage; null where that is not enough, or cannot be done. */
export const rejudgeOr = (
  keeper: Keeper,
  before: JudgedLineage,
  words: WordsAdded,
  now: Instant,
): JudgedLineage | null => {
  try {
    return keeper.rejudge?.(before, words, now) ?? null;
  } catch (cause) {
    keeper.onUnjudged?.(cause);
    return null;
  }
};

/** What a person entered is never lost to a mistake in the rules: `undefined`, and the old view stays. */
function* orAsBefore(
  keeper: Keeper,
  judge: () => Steps<JudgedLineage | null>,
): Steps<JudgedLineage | null | undefined> {
  try {
    return yield* judge();
  } catch (cause) {
    keeper.onUnjudged?.(cause);
    return undefined;
  }
}
