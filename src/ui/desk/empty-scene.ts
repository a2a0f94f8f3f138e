import type { Scene } from './scene';

/** Before anything is known. */
export const EMPTY_SCENE: Scene = {
  situation: { kind: 'starting' },
  freshness: { readAt: null, reading: false, progress: null, trouble: null, missing: [] },
  owner: null,
  lineage: null,
  decisions: [],
  recaps: [],
  untold: null,
  storage: 'disk',
  kept: [],
  theme: 'outlook',
  outlookDark: null,
  signedInAs: null,
};
