import { latestPart } from '../domain/judge/questions/latest-part';
import type { Instant } from '../domain/time/time';
import type { SmallStore } from '../ledger/browser/loss-detector';
import { dropSnapshot, keepSnapshot } from '../ledger/browser/snapshot';
import type { OpenItem } from '../office/open-item';
import type { Scene } from '../ui/desk/scene';
import { idsOf, type KeptScene, SCENE } from './snapshot';

/** Keeps what the first view of the next opening shows; of a long history, its latest part. */
export function keepScene(
  shelf: SmallStore,
  item: Pick<OpenItem, 'id' | 'seriesId'>,
  scene: Scene,
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
  } = scene;
  const { gestures = [], lookBacks = [] } = scene;
  if (whole === null || situation.kind !== 'kept') return;
  const { readAt } = freshness;
  const lineage = latestPart(whole, now);
  const isPart = lineage !== whole;
  const shown: KeptScene = {
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
    },
  };
  keepSnapshot(shelf, SCENE, shown);
}

export const forgetScene = (shelf: SmallStore): void => dropSnapshot(shelf, SCENE);
