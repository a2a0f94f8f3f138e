import { recognizedIn } from '../../domain/facts/log/as-recognized';
import type { Fact } from '../../domain/facts/log/fact';
import { takenBack } from '../../domain/facts/log/standing';
import { normalizedTitle, titleLikeness } from '../../domain/facts/things/title';
import type { Join, SeriesFeatures, SeriesRecord } from '../store/records';

/** The answers to "Same meeting?" that stand among the facts about a series as a whole, and what it was recognized as. */
export function joinsIn(facts: readonly Fact[]): readonly Join[] {
  const back = takenBack(facts);
  const names = recognizedIn(facts);
  const recognized = facts.flatMap((fact) =>
    fact.kind === 'recognized' && names.get(fact.series)?.is === fact.is
      ? [{ fact: fact.id, answeredAt: fact.recordedAt, earlier: fact.series, later: fact.is, same: true }]
      : [],
  );
  const answered = facts
    .filter((fact) => fact.kind === 'lineage')
    .filter(({ id }) => !back.has(id))
    .map(({ id, recordedAt, earlier, later, same }) => ({
      fact: id,
      answeredAt: recordedAt,
      earlier,
      later,
      same,
    }));
  return [...answered, ...recognized].sort((a, b) => (a.fact < b.fact ? -1 : 1));
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

/** Stands for the owner, who may organize under several addresses. */
const BY_OWNER = 'owner';

/** The features a fact shows, or null. Figures are left out: a date in the title makes no other series. */
export function seriesFeaturesOf(fact: Fact): SeriesFeatures | null {
  if (fact.kind !== 'series-seen' && fact.kind !== 'sighting') return null;
  const organizer = fact.ownerOrganizes ? BY_OWNER : (fact.organizer?.key ?? null);
  if (organizer === null) return null;
  return { organizer, title: normalizedTitle(fact.title).replace(/\p{N}/gu, ''), joinUrl: fact.joinUrl };
}

/** Each set of features once, in one order, whatever order the facts came in. */
export function distinctFeatures(faces: readonly SeriesFeatures[]): readonly SeriesFeatures[] {
  const each = new Map(
    faces.map(({ organizer, title, joinUrl }) => [
      `${organizer}\n${title}\n${joinUrl}`,
      { organizer, title, joinUrl },
    ]),
  );
  return [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, face]) => face);
}

/** Much looser than 5.3 and 5.6 ask: it only spares the judgement facts that cannot matter to it. */
const ALIKE = 0.5;

/** Could one be the continuation or the replacement of the other? The judgement decides. */
export const couldBeKin = (a: SeriesRecord, b: SeriesRecord): boolean =>
  a.number !== b.number && a.faces.some((ours) => b.faces.some((theirs) => alike(ours, theirs)));

const alike = (a: SeriesFeatures, b: SeriesFeatures): boolean =>
  a.organizer === b.organizer &&
  ((a.joinUrl !== null && a.joinUrl === b.joinUrl) || titleLikeness(a.title, b.title) >= ALIKE);
