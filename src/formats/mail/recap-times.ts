import type { Language } from '../../domain/language';
import { dayNumber } from '../../domain/time/days';
import { DAY, type Instant, type Zone } from '../../domain/time/time';
import { localDate, localMinute } from '../../domain/time/zone';
import type { RecapWords } from '../languages/recap-words';

/** `Thu 29 Oct`, as the clocks of the zone show it. */
export const dateWords = (at: Instant, zone: Zone, words: RecapWords): string =>
  dayWords(localDate(at, zone), words);

/** `Mon 2 Nov` of a day that is meant wherever one reads it. */
export const dayWords = (date: string, words: RecapWords): string =>
  words.date(new Date(dayNumber(date) * DAY));

/** `Mon 2 Nov, 15:00 London (10:00 New York)`; the other day is named where it is another one. */
export function timeWords(
  at: Instant,
  zone: Zone,
  otherZone: Zone,
  words: RecapWords,
  language: Language,
): string {
  const here = `${dateWords(at, zone, words)}, ${clock(at, zone, language)} ${city(zone)}`;
  if (isSameClock(at, zone, otherZone)) return here;
  const day = localDate(at, zone) === localDate(at, otherZone) ? '' : `${dateWords(at, otherZone, words)}, `;
  return `${here} (${day}${clock(at, otherZone, language)} ${city(otherZone)})`;
}

/** `14:40`, and ` (09:40 New York)` where the other clock shows another time. */
export const clockWords = (
  at: Instant,
  zone: Zone,
  otherZone: Zone,
  language: Language,
): { readonly here: string; readonly there: string } => ({
  here: clock(at, zone, language),
  there: isSameClock(at, zone, otherZone) ? '' : ` (${clock(at, otherZone, language)} ${city(otherZone)})`,
});

const isSameClock = (at: Instant, zone: Zone, other: Zone): boolean =>
  localDate(at, zone) === localDate(at, other) && localMinute(at, zone) === localMinute(at, other);

const clock = (at: Instant, zone: Zone, language: Language): string => {
  const minute = localMinute(at, zone);
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
  return `${two.format(Math.floor(minute / 60))}:${two.format(minute % 60)}`;
};

/** `New York` of `America/New_York`. */
export const city = (zone: Zone): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
