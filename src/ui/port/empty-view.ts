import type { PaneView } from './view';

/** Before anything is known. */
export const EMPTY_VIEW: PaneView = {
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
