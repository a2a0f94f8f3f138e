import type { Span, Zone } from '../../time/time';
import { instantAt, localDate } from '../../time/zone';
import type { JudgedLineage, JudgedOccurrence } from './judged';

/**
 * The lineage for eyes in this zone. Occurrences of whole days start and end with dates, not instants (1): their midnights
 * become those of the zone, so that whoever writes a day of it writes the date on which it stands. Facts and exports keep
 * the midnights of the series.
 */
export function wholeDaysIn(lineage: JudgedLineage, zone: Zone): JudgedLineage {
  if (!lineage.occurrences.some((one) => one.allDay && one.zone !== zone)) return lineage;
  return {
    ...lineage,
    occurrences: lineage.occurrences.map((one) => (one.allDay ? shownIn(one, zone) : one)),
  };
}

function shownIn(one: JudgedOccurrence, zone: Zone): JudgedOccurrence {
  const date = (span: Span): Span => ({
    start: instantAt(localDate(span.start, one.zone), 0, zone),
    end: instantAt(localDate(span.end, one.zone), 0, zone),
  });
  return {
    ...one,
    zone,
    original: date(one.original),
    effective: date(one.effective),
    moves: one.moves.map((move) => ({ ...move, from: date(move.from), to: date(move.to) })),
    reasons: one.reasons.map((reason) => ({
      ...reason,
      ...(reason.from && { from: date(reason.from) }),
      ...(reason.to && { to: date(reason.to) }),
    })),
  };
}
