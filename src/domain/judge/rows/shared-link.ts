import { type FactIndex, getOr, type SeriesFile } from '../../facts/log/fact-index';

/** By join link: looking at every series for every lineage would not stay a walk. */
const seriesByLink = new WeakMap<FactIndex, ReadonlyMap<string, readonly SeriesFile[]>>();

/**
 * The series of other lineages that these share a join link with. Teams knows sessions by their link alone, so that
 * a report filed with one series can be of an occurrence of another: the later half of a split that is kept apart, a
 * single meeting that was copied.
 */
export function sharingLink(factIndex: FactIndex, ours: readonly SeriesFile[]): readonly SeriesFile[] {
  let all = seriesByLink.get(factIndex);
  if (all === undefined) {
    const made = new Map<string, SeriesFile[]>();
    for (const file of factIndex.series.values()) {
      for (const link of linksOf(file)) getOr(made, link, () => []).push(file);
    }
    seriesByLink.set(factIndex, made);
    all = made;
  }
  const links = new Set(ours.flatMap(linksOf));
  const others = new Set([...links].flatMap((link) => all.get(link) ?? []));
  for (const file of ours) others.delete(file);
  return [...others].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const linksOf = ({ seen }: SeriesFile): readonly string[] => [
  ...new Set(seen.flatMap(({ joinUrl }) => joinUrl ?? [])),
];
