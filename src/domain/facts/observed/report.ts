import type { Instant, Span } from '../../time/time';
import type { OccurrenceKey, SeriesId } from '../things/occurrence';

/** One row of a report: somebody who joined, as far as Teams knows them. */
export interface ReportRow {
  /** Stable within the report: directory id, address, else the row's number. */
  readonly row: string;
  readonly name: string;
  /** Lower case; empty for phones, guests and the anonymous. */
  readonly address: string;
  readonly directoryId: string | null;
  readonly identified: boolean;
  readonly phone: boolean;
  /** As reported, raw; empty where join or leave were null ("no data", 3.2). */
  readonly intervals: readonly Span[];
  /** How long in all, where the list says so and not when: presence and a length, no lateness. */
  readonly minutes?: number;
}

export const REPORT_SOURCES = ['teams-report', 'teams-csv', 'zoom-csv'] as const;
export type ReportSource = (typeof REPORT_SOURCES)[number];

/** One attendance report, from Graph or from a file: one session, which may or may not be an occurrence (3.1). */
export interface Report {
  readonly kind: 'report';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly source: ReportSource;
  readonly series: SeriesId;
  /** Set where a person chose the occurrence (CSV import); else matched by time. */
  readonly occurrence: OccurrenceKey | null;
  readonly session: Span;
  readonly totalParticipants: number | null;
  readonly rows: readonly ReportRow[];
  /** Minutes added to the times of a file, by the person's word about the clock it was written by (3.1). */
  readonly shift?: number;
}
