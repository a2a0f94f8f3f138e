import type { Fact } from '../domain/fact';
import type { Face, Join, SeriesRecord } from './records';

/** Entries taken back, by an `undo` that was not itself taken back. */
export function takenBack(facts: readonly Fact[]): ReadonlySet<string> {
  const undos = facts.filter((fact) => fact.kind === 'undo');
  const back = new Set<string>();
  const isBack = (id: string, trail: readonly string[]): boolean =>
    undos.some((undo) => undo.of === id && !trail.includes(undo.id) && !isBack(undo.id, [...trail, undo.id]));
  for (const { of } of undos) if (isBack(of, [])) back.add(of);
  return back;
}

/** The answers to "Same meeting?" that stand among the facts about a series as a whole. */
export function joinsIn(facts: readonly Fact[]): readonly Join[] {
  const back = takenBack(facts);
  return facts
    .filter((fact) => fact.kind === 'lineage')
    .filter(({ id }) => !back.has(id))
    .map(({ id, recordedAt, earlier, later, same }) => ({
      fact: id,
      answeredAt: recordedAt,
      earlier,
      later,
      same,
    }))
    .sort((a, b) => (a.fact < b.fact ? -1 : 1));
}

const pairOf = ({ earlier, later }: Join): string => JSON.stringify([earlier, later].sort());

/** Of several answers about the same two series the latest counts. */
function standing(records: readonly SeriesRecord[]): readonly Join[] {
  const latest = new Map<string, Join>();
  for (const join of records.flatMap(({ joins }) => joins)) {
    const other = latest.get(pairOf(join));
    const later = !other || join.answeredAt - other.answeredAt || (join.fact > other.fact ? 1 : -1);
    if (later === true || later > 0) latest.set(pairOf(join), join);
  }
  return [...latest.values()].filter(({ same }) => same);
}

/** The number of each series' lineage: the lowest number among the series joined with it. */
export function rootsOf(records: readonly SeriesRecord[]): ReadonlyMap<number, number> {
  const numbers = new Map(records.map(({ series, number }) => [series, number]));
  const above = new Map(records.map(({ number }) => [number, number]));
  const top = (number: number): number => {
    const next = above.get(number) ?? number;
    return next === number ? number : top(next);
  };
  for (const { earlier, later } of standing(records)) {
    const [a, b] = [numbers.get(earlier), numbers.get(later)];
    if (a === undefined || b === undefined) continue;
    above.set(Math.max(top(a), top(b)), Math.min(top(a), top(b)));
  }
  return new Map(records.map(({ number }) => [number, top(number)]));
}

/** The face a fact shows, or null. */
export function faceOf(fact: Fact): Face | null {
  if (fact.kind !== 'series-seen' && fact.kind !== 'sighting') return null;
  return {
    seenAt: fact.seenAt,
    fact: fact.id,
    title: fact.title,
    organizer: fact.organizer?.key ?? null,
    joinUrl: fact.joinUrl,
  };
}

export function latestFace(a: Face | null, b: Face | null): Face | null {
  if (a === null || b === null) return a ?? b;
  return (b.seenAt - a.seenAt || (b.fact > a.fact ? 1 : -1)) > 0 ? b : a;
}

const lettersOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function pairsOf(title: string): ReadonlySet<string> {
  const letters = lettersOf(title);
  return new Set([...letters].slice(1).map((_, at) => letters.slice(at, at + 2)));
}

function likeness(a: string, b: string): number {
  const [ours, theirs] = [pairsOf(a), pairsOf(b)];
  if (ours.size + theirs.size === 0) return lettersOf(a) === lettersOf(b) ? 1 : 0;
  const both = [...ours].filter((pair) => theirs.has(pair)).length;
  return (2 * both) / (ours.size + theirs.size);
}

/** Much looser than 5.3 and 5.6 ask: it only spares the judgement facts that cannot matter to it. */
const ALIKE = 0.5;

/** Could one be the continuation or the replacement of the other? The judgement decides. */
export function couldBeKin(a: SeriesRecord, b: SeriesRecord): boolean {
  if (a.face === null || b.face === null || a.number === b.number) return false;
  if (a.face.organizer === null || a.face.organizer !== b.face.organizer) return false;
  if (a.face.joinUrl !== null && a.face.joinUrl === b.face.joinUrl) return true;
  return likeness(a.face.title, b.face.title) >= ALIKE;
}
