import type { LocalDate } from '../time/time';

/** Graph's id of the series master (immutable form), or of the single meeting. */
export type SeriesId = string;

/**
 * `<series master id>/<yyyy-MM-dd>`: the local date of the *original* start in the zone of the
 * series' recurrence. A move, a clock change or a cancellation never changes it.
 */
export type OccurrenceKey = string;

export const occurrenceKey = (series: SeriesId, date: LocalDate): OccurrenceKey => `${series}/${date}`;

/** Ids may contain slashes; the date never does. */
export const seriesOf = (key: OccurrenceKey): SeriesId => key.slice(0, key.lastIndexOf('/'));
export const dateOf = (key: OccurrenceKey): LocalDate => key.slice(key.lastIndexOf('/') + 1);
