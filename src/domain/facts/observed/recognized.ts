import type { Instant, LocalDate } from '../../time/time';
import type { SeriesId } from '../things/occurrence';

/**
 * A series that was begun without Graph, under Outlook's id, is this series of Graph's. What lies under the first
 * name counts under the second from now on; nothing is written anew.
 */
export interface Recognized {
  readonly kind: 'recognized';
  readonly id: string;
  readonly recordedAt: Instant;
  /** As Outlook names it. */
  readonly series: SeriesId;
  /** As Graph does. */
  readonly is: SeriesId;
  /** Occurrences that had been moved before they were first seen here: under which day, and which it is. */
  readonly days: readonly { readonly noted: LocalDate; readonly is: LocalDate }[];
}
