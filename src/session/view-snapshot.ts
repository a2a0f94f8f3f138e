import type { JudgedLineage, JudgedOccurrence } from '../domain/judge/judged/judged';
import type { Instant } from '../domain/time/time';
import type { SmallStore } from '../ledger/browser/loss-detector';
import { readSnapshot } from '../ledger/browser/read-snapshot';
import type { OpenItem } from '../office/open-item';
import type { PaneView } from '../ui/port/view';

/**
 * The last view of a meeting, kept in small storage so that the first view of the next opening needs neither the
 * database nor the rules. It is replaced by what the ledger says as soon as that is there.
 */
export interface KeptView {
  readonly items: readonly string[];
  /** As the first released version called it. */
  readonly scene: Pick<
    PaneView,
    | 'situation'
    | 'owner'
    | 'lineage'
    | 'isPart'
    | 'decisions'
    | 'recaps'
    | 'untold'
    | 'gestures'
    | 'lookBacks'
    | 'kept'
    | 'message'
    | 'loops'
  > & {
    readonly readAt: number | null;
  };
}

export const idsOf = ({ id, seriesId }: Pick<OpenItem, 'id' | 'seriesId'>): readonly string[] =>
  [id, seriesId].filter((one) => one !== null);

export const VIEW = 'scene';

/**
 * What to show at once for this item; null when the last view was of another meeting, or there is none. What was
 * still to come then and has begun since asks what happened: a tap on the first view must not go to the one before.
 */
export function recallView(
  shelf: SmallStore,
  item: Pick<OpenItem, 'id' | 'seriesId' | 'start'>,
  now: Instant,
): KeptView['scene'] | null {
  const kept = readSnapshot(shelf, VIEW) as Partial<KeptView> | null;
  if (!Array.isArray(kept?.items) || !kept.scene?.lineage?.occurrences) return null;
  if (!idsOf(item).some((id) => kept.items?.includes(id))) return null;
  const { lineage } = kept.scene;
  const shown = asOf(lineage, now);
  // The last view may have been of another occurrence of the series.
  const open = shown.occurrences.find(({ effective }) => effective.start === item.start)?.key ?? null;
  return { ...kept.scene, situation: { kind: 'kept', open }, lineage: shown };
}

/** What was still to come when it was kept, and has begun since, asks what happened. */
export const asOf = (lineage: JudgedLineage, now: Instant): JudgedLineage => ({
  ...lineage,
  occurrences: lineage.occurrences.map((one) => withQuestion(one, now)),
});

const withQuestion = (one: JudgedOccurrence, now: Instant): JudgedOccurrence =>
  one.outcome === 'upcoming' && one.effective.start <= now && one.checkIn === null
    ? { ...one, questions: ['what-happened'] }
    : one;
