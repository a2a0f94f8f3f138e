import type { Fact } from '../domain/facts/log/fact';
import type { SweepMark } from '../domain/facts/log/history';
import { isByHand } from '../domain/facts/log/kinds';
import type { SeriesId } from '../domain/facts/things/occurrence';
import type { Owner } from '../domain/facts/things/person';
import type { Watched } from '../domain/pace';
import { type Added, addFacts } from './facts/adding';
import { admitted, type Origin } from './facts/admitting';
import { forgetAside, heldErasures, layAside, remembering } from './facts/aside';
import { heed, sieveOf } from './facts/erasure-limits';
import { datedHere } from './facts/kept-dating';
import { putIn, roams, takeOut } from './facts/outbox';
import type { PaneCache } from './facts/pane-cache';
import { beginUnit, cachedFrom, heldIn, putUnit, type UnitOfWork } from './facts/unit-of-work';
import { staysAtHome, type WordsAdded, wordsAdded } from './facts/words-added';
import { type Forgotten, forgetKept, reachOf } from './forget-facts';
import { renewEdition } from './store/edition';
import { createMeter } from './store/meter';
import type { Counts } from './store/records';
import type { Store, Writing } from './store/store';
import { noteNumbers } from './views/decision-numbers';
import { judgeAll, type Keeper } from './views/judging';
import { linesOf } from './views/lines';
import { removeOutside, renewOutside } from './views/outside-matters';
import { noteRhythms } from './views/paced-people';
import { putMarks } from './views/sweep-marks';
import { rootsTouched } from './views/views';

export interface Appended {
  readonly fresh: readonly Fact[];
  /** Series whose view was made anew. */
  readonly changed: readonly SeriesId[];
  readonly counts: Counts;
  /** Of facts from the shared folder: each as this log holds it now. What it refused is not among them. */
  readonly held: readonly Fact[];
  /** Something of these facts was refused: they speak of somebody who was erased. */
  readonly refused: boolean;
  /** So many of the facts given delete what they may not (9), and stayed outside. */
  readonly turnedAway: number;
}

/** The owner the views were last judged for: kept, so that a pane without sign-in can judge. */
async function ownerFor(tx: Writing, given: Owner | null): Promise<{ owner: Owner | null; isNew: boolean }> {
  const kept = (await tx.get('meta', 'owner'))?.value as Owner | undefined;
  if (given === null) return { owner: kept ?? null, isNew: false };
  const isNew = JSON.stringify(kept) !== JSON.stringify(given);
  if (isNew) tx.put('meta', { name: 'owner', value: given });
  return { owner: given, isNew };
}

/** Where facts are kept, who judges them, and what this pane remembers of it. */
export interface LogAccess {
  readonly store: Store;
  readonly keeper: Keeper;
  readonly cache: PaneCache;
}

/**
 * Adds facts and marks, and makes the views anew that rest on them: one transaction. Where everything is gone through,
 * that can be watched, and throws `Stopped`.
 */
export async function appendFacts(
  { store, keeper, cache }: LogAccess,
  given: readonly Fact[],
  marks: readonly SweepMark[],
  { from = 'here', watched }: { readonly from?: Origin; readonly watched?: Watched } = {},
): Promise<Appended> {
  const meter = createMeter(watched);
  const now = keeper.clock();
  const ownerNow = keeper.owner();
  const made = from === 'here' ? await datedHere(store, given, now) : given;
  const { facts, turnedAway } = await admitted(store, made, from, now);
  const reach = await reachOf(store, facts, ownerNow, meter);
  const { kept, recalled } = await store.write(facts.some(isByHand) ? 'strict' : 'relaxed', async (tx) => {
    const { owner, isNew } = await ownerFor(tx, ownerNow);
    await putMarks(tx, marks);
    const unit = await beginUnit(tx, cache);
    const heeded = await heed(tx, facts, owner);
    const known = heeded.anew && remembering(heeded.anew);
    const forgot = known && (await forgetKept(tx, unit, known.forgetting, reach, meter));
    if (from === 'here') await forgetAside(tx, facts);
    else if (known) await layAside(tx, heeded.added, known.taken);
    const undone = from === 'folder' ? sieveOf((await heldErasures(tx)).declined) : null;
    // What others erased and somebody here kept is not told otherwise by what they have left of it.
    const settle = undone && ((fact: Fact) => undone.fact(fact) === fact);
    const added = await addFacts(unit, heeded.facts, settle);
    // A sweep that found nothing new still moved the time: what was upcoming may have ended.
    const swept = marks.flatMap(({ series }) => unit.numbers.get(series) ?? []);
    const words = isNew || forgot ? null : wordsAdded(unit, added);
    const roots =
      owner === null
        ? new Set<number>()
        : isNew || forgot?.viewsGone
          ? allRoots(unit)
          : await affected(unit, withForgotten(added, forgot), swept, words, owner);
    const how = { words, meter, anew: forgot !== null };
    // Where nobody knows whose log it is there are no views either.
    if (owner !== null) await judgeAll(tx, unit, roots, owner, keeper, now, how);
    await noteNumbers(tx, added.fresh);
    await putUnit(unit, tx, meter);
    await noteRhythms(tx, added.fresh);
    if (isNew) removeOutside(tx);
    if (owner !== null) await renewOutside(tx, added.fresh, owner, now, keeper.onUnjudged ?? (() => {}));
    const held = undone ? heldIn(unit, facts).flatMap((fact) => undone.fact(fact) ?? []) : [];
    const refused = facts.length !== heeded.facts.length || facts.some((one, at) => one !== heeded.facts[at]);
    if (from === 'folder') await takeOut(tx, unit, facts);
    else if (await roams(tx)) await putIn(tx, unit, added.fresh);
    const changed = [...unit.series.values()].filter((record) => roots.has(record.root));
    return {
      kept: {
        fresh: added.fresh,
        changed: changed.map(({ series }) => series),
        counts: unit.counts,
        held,
        refused,
        turnedAway,
      },
      recalled: cachedFrom(unit, await renewEdition(tx)),
    };
  });
  cache.keep(recalled);
  return kept;
}

/** The lineages of these series, and single meetings whose view is one of them, as they took a place in it (5.3). */
async function rootsShowing(unit: UnitOfWork, numbers: readonly number[]): Promise<Set<number>> {
  const records = numbers.flatMap((number) => unit.series.get(number) ?? []);
  const ours = new Set(records.map(({ series }) => series));
  const lines = [...(await linesOf(unit.tx)).values()].filter(({ series }) =>
    series.some((id) => ours.has(id)),
  );
  return new Set([...records, ...lines].map(({ root }) => root));
}

const allRoots = (unit: UnitOfWork): Set<number> =>
  new Set([...unit.series.values()].map(({ root }) => root));

type About = Pick<Added, 'numbers' | 'people'>;

const withForgotten = (added: About, forgot: Forgotten | null): About =>
  forgot === null
    ? added
    : {
        numbers: new Set([...added.numbers, ...forgot.numbers]),
        people: new Set([...added.people, ...forgot.people]),
      };

/**
 * Lineages to judge anew: by how things stood before and after, since an answer can join or part them. Where all that
 * is new are `words`, no look-alike has to hear of them.
 */
async function affected(
  unit: UnitOfWork,
  { numbers, people }: About,
  swept: readonly number[],
  words: WordsAdded | null,
  owner: Owner,
): Promise<Set<number>> {
  if (words !== null && staysAtHome(unit, numbers)) {
    return rootsShowing(unit, [...numbers, ...swept]);
  }
  const touched = new Set([...numbers, ...swept]);
  const before = rootsTouched(unit.before.values(), touched, people, owner);
  const after = rootsTouched(unit.series.values(), touched, people, owner);
  const wereIn = [...unit.before.values()].filter(({ root }) => before.has(root));
  return new Set([...after, ...wereIn.map((record) => unit.series.get(record.number)?.root ?? record.root)]);
}

/** Judges everything for an owner who was not known, or was known otherwise, when the views were made. */
export const judgeForOwner = async (keeping: LogAccess): Promise<void> => {
  const { store, keeper } = keeping;
  const given = keeper.owner();
  if (given === null) return;
  const kept = await store.read(['meta'], (tx) => tx.get('meta', 'owner'));
  if (JSON.stringify(kept?.value) !== JSON.stringify(given)) await appendFacts(keeping, [], []);
};
