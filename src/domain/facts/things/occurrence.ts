import type { LocalDate } from '../../time/time';

/**
 * Graph's id of the series master (immutable form), or of the single meeting; where Graph could not be asked,
 * Outlook's own id of the series, marked as such.
 */
export type SeriesId = string;

/** Outlook's ids and Graph's lasting ones have nothing in common, so it must show whose an id is. */
const BY_OUTLOOK = 'outlook:';

export const outlookSeries = (outlookId: string): SeriesId => BY_OUTLOOK + outlookId;
export const isOutlookSeries = (series: SeriesId): boolean => series.startsWith(BY_OUTLOOK);
/** The id as Outlook gave it. */
export const outlookIdOf = (series: SeriesId): string => series.slice(BY_OUTLOOK.length);

/**
 * `<series master id>/<yyyy-MM-dd>`: the local date of the *original* start in the zone of the
 * series' recurrence. A move, a clock change or a cancellation never changes it.
 */
export type OccurrenceKey = string;

export const occurrenceKey = (series: SeriesId, date: LocalDate): OccurrenceKey => `${series}/${date}`;

/** Ids may contain slashes; the date never does. */
export const seriesOf = (key: OccurrenceKey): SeriesId => key.slice(0, key.lastIndexOf('/'));
export const dateOf = (key: OccurrenceKey): LocalDate => key.slice(key.lastIndexOf('/') + 1);
