import type {
  Point,
  PointDraft,
  PointFault,
  PointMail,
  PointWord,
  PointWordFault,
} from '../../domain/facts/decided/point';
import type {
  PromiseDraft,
  Promised,
  PromiseFault,
  PromiseSource,
  PromiseWord,
} from '../../domain/facts/decided/promise';
import type { SendingEnd } from '../../domain/facts/decided/sending';
import type { Entry } from '../../domain/facts/log/fact';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { OnceMoreLetter } from '../../domain/points/once-more';
import type { PointReply } from '../../domain/points/replied-since';
import type { Result } from '../../domain/result';
import type { BeforeSyncDrafts } from '../../domain/tell/before-sync';

/** What is raised with somebody, and what became of it; loaded when first wanted. */
export interface PointsActions {
  /** What the owner said or did, in all series: a point shows in every meeting with its person. */
  readonly entries: () => Promise<readonly Entry[]>;
  readonly raise: (series: SeriesId, draft: PointDraft) => Promise<Result<Point, readonly PointFault[]>>;
  /** Gives the id of the entry, which can be undone. */
  readonly note: (point: Point, word: PointWord) => Promise<Result<string, readonly PointWordFault[]>>;
  /** Notes what somebody said they would do. Gives the id of the entry, which can be undone, as does what is said of it. */
  readonly promise: (
    draft: PromiseDraft,
    from: PromiseSource & { readonly with?: Person },
  ) => Promise<Result<string, readonly PromiseFault[]>>;
  readonly sayOfPromise: (
    promise: Promised,
    word: PromiseWord,
  ) => Promise<Result<string, readonly PromiseFault[]>>;
  /** What can be sent before the next sync of the meeting on screen; null: nothing, now. */
  readonly draftBefore: () => Promise<BeforeSyncDrafts | null>;
  /** Presses Send for these; what became of them is in the view. */
  readonly sendBefore: (drafts: BeforeSyncDrafts) => Promise<void>;
  /** Every question that somebody can be asked once more, now or later, as a mail to each. Reads the whole log. */
  readonly lettersOnceMore: () => Promise<readonly OnceMoreLetter[]>;
  /** Looks now whether those of these letters wrote back by mail since they were asked first. */
  readonly repliesTo: (letters: readonly OnceMoreLetter[]) => Promise<{
    readonly found: readonly PointReply[];
    /** Not everything could be looked at. */
    readonly unsure: boolean;
  }>;
  /** Presses Send for these; what became of them is in the view. */
  readonly sendOnceMore: (letters: readonly OnceMoreLetter[]) => Promise<void>;
  /** One of which nobody knows whether it went. */
  readonly settleBefore: (mail: PointMail, does: 'look' | 'discard') => Promise<SendingEnd>;
}
