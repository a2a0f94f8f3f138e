import { HOUR, type Instant, type LocalDate } from '../../time/time';
import { dateOf, type OccurrenceKey } from './occurrence';

export const monthOfDate = (date: LocalDate): string => date.slice(0, 7);

/** The month of the occurrence a fact is about. */
export const monthOfKey = ({ occurrence }: { readonly occurrence: OccurrenceKey }): string =>
  monthOfDate(dateOf(occurrence));

/** Nowhere is it later than 14 hours after UTC: of what has no date of its own nothing is let go too early. */
export const LATEST_ZONE = 14 * HOUR;

/** Empty where no calendar can say it. */
export function monthAt(at: Instant): string {
  const date = new Date(at + LATEST_ZONE);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 7) : '';
}
