import type { OccurrenceKey } from '../things/occurrence';
import type { SeriesSeen } from '../things/series';
import { CLOCK_SKEW, type NoticeMail } from './notice-mail';
import type { Missing, Sighting } from './sighting';

interface Series {
  readonly seen: SeriesSeen[];
  readonly mails: readonly NoticeMail[];
  readonly occurrences: ReadonlyMap<
    OccurrenceKey,
    { readonly sightings: readonly Sighting[]; readonly missings: readonly Missing[] }
  >;
}

/**
 * An attendee's calendar shows each occurrence of a cancelled series as cancelled, and was seen to leave the master as it
 * was. Where all that was to come after the message is cancelled, a master without the mark is no sign of life, and is
 * taken out of what was seen.
 */
export function heedOccurrences({ seen, mails, occurrences }: Series): void {
  for (const mail of mails) {
    if (mail.mail !== 'cancellation' || !mail.wholeSeries) continue;
    const isLater = ({ seenAt, there, cancelled }: SeriesSeen) => there && !cancelled && seenAt > mail.at;
    if (!seen.some(isLater) || !isAllCancelled(mail, occurrences)) continue;
    seen.splice(0, seen.length, ...seen.filter((one) => !isLater(one)));
  }
}

function isAllCancelled({ at }: NoticeMail, occurrences: Series['occurrences']): boolean {
  let found = false;
  for (const { sightings, missings } of occurrences.values()) {
    const last = sightings.at(-1);
    if (last === undefined || last.span.start <= at) continue;
    const isGone = missings.some(({ seenAt }) => seenAt > last.seenAt);
    if (!last.cancelled && !isGone) return false;
    if (last.cancelled && last.seenAt >= at - CLOCK_SKEW) found = true;
  }
  return found;
}
