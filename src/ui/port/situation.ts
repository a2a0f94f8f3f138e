import type { OccurrenceKey, SeriesId } from '../../domain/facts/things/occurrence';
import type { Instant } from '../../domain/time/time';

/** A meeting that the open item may be; `start` null: the series as the log knows it. */
export interface Candidate {
  readonly place: { readonly series: SeriesId; readonly occurrence: OccurrenceKey | null };
  readonly title: string;
  readonly start: Instant | null;
}

/** What the pane is beside. */
export type Situation =
  | { readonly kind: 'starting' }
  /** Office.js never got ready: the page is not inside Outlook, or Outlook does not answer. */
  | { readonly kind: 'no-outlook' }
  | { readonly kind: 'nothing-open' }
  /** Several messages are selected: Outlook gives the pane none of them. */
  | { readonly kind: 'several-selected'; readonly count: number }
  | { readonly kind: 'not-a-meeting'; readonly title: string }
  /** A meeting that takes place once; `series` null: with nobody else in it, so there is nothing to keep. */
  | { readonly kind: 'not-recurring'; readonly title: string; readonly series: SeriesId | null }
  | { readonly kind: 'unsaved' }
  /** The series has no log yet: `Keep a log of this meeting`, or of the open occurrence alone: `Keep this meeting` (10.3). */
  | {
      readonly kind: 'new-series';
      readonly series: SeriesId;
      readonly title: string;
      readonly organizer: string | null;
      readonly occurrence?: OccurrenceKey | null;
    }
  /** The meeting could not be found out without Graph (offline, no permission, not signed in). */
  | {
      readonly kind: 'unknown-meeting';
      readonly title: string;
      /** The logs that are kept, to choose from meanwhile. */
      readonly candidates?: readonly Candidate[];
      /** Outlook tells enough of it to begin a log all the same. */
      readonly canBegin?: boolean;
    }
  /** The calendar was asked, and more than one meeting would fit, or none. */
  | { readonly kind: 'which-meeting'; readonly title: string; readonly candidates: readonly Candidate[] }
  /** `byHand`: the person said which meeting the open item is; `byName`: the log was opened whatever Outlook shows. */
  | {
      readonly kind: 'kept';
      readonly open: OccurrenceKey | null;
      readonly byHand?: boolean;
      readonly byName?: boolean;
    };
