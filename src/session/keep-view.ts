import { latestPart } from '../domain/judge/questions/latest-part';
import type { Instant } from '../domain/time/time';
import type { SmallStore } from '../ledger/browser/loss-detector';
import { dropSnapshot, keepSnapshot } from '../ledger/browser/snapshot';
import type { OpenItem } from '../office/open-item';
import type { PaneView } from '../ui/port/view';
import { idsOf, type KeptView, VIEW } from './view-snapshot';

/** Keeps what the first view of the next opening shows; of a long history, its latest part. */
export function keepView(
  shelf: SmallStore,
  item: Pick<OpenItem, 'id' | 'seriesId'>,
  view: PaneView,
  now: Instant,
): void {
  const {
    situation,
    owner,
    lineage: whole,
    decisions,
    recaps,
    untold,
    kept,
    freshness,
    message = null,
  } = view;
  const { gestures = [], lookBacks = [], loops = [] } = view;
  if (whole === null || situation.kind !== 'kept') return;
  const { readAt } = freshness;
  const lineage = latestPart(whole, now);
  const isPart = lineage !== whole;
  const shown: KeptView = {
    items: idsOf(item),
    scene: {
      situation,
      owner,
      lineage,
      isPart,
      decisions,
      recaps,
      untold,
      gestures,
      lookBacks,
      kept,
      readAt,
      message,
      loops,
    },
  };
  keepSnapshot(shelf, VIEW, shown);
}

export const forgetView = (shelf: SmallStore): void => dropSnapshot(shelf, VIEW);
