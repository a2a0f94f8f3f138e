import type { SeriesId } from '../things/occurrence';
import type { RecapEntry } from './recap-entry';

/**
 * The journal of a catch-up (13.3). It is about many meetings: what it tells of each is a fact of its own, which lies with
 * that meeting and is judged with it; all of them go by one `mailKey`.
 */
export interface CatchUpEntry extends Omit<RecapEntry, 'kind' | 'series' | 'occurrence'> {
  readonly kind: 'catch-up';
  /** Null: what was decided outside of meetings. */
  readonly series: SeriesId | null;
  /** Of none alone. */
  readonly occurrence: null;
  /** It asks once more about its points (12.4), and tells nothing. */
  readonly again?: boolean;
}

/** A mail, or a word by hand, that tells somebody what was decided and what is open. */
export type Telling = RecapEntry | CatchUpEntry;

export const isTelling = (fact: { readonly kind: string }): fact is Telling =>
  fact.kind === 'recap' || fact.kind === 'catch-up';
