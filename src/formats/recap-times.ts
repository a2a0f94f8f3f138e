import { DAY, type Instant, type Zone } from '../domain/time';
import { dayNumber, localDate, localMinute, weekdayIndex } from '../domain/zone';
import type { RecapLanguage, RecapWords } from './recap-words';

/** `Thu 29 Oct`, as the clocks of the zone show it. */
export function dateWords(at: Instant, zone: Zone, words: RecapWords): string {
  const day = dayNumber(localDate(at, zone));
  const date = new Date(day * DAY);
  return words.date(
    words.weekdays[weekdayIndex(day)] ?? '',
    date.getUTCDate(),
    words.months[date.getUTCMonth()] ?? '',
  );
}

/** `Mon 2 Nov, 15:00 London (10:00 New York)`; the other day is named where it is another one. */
export function timeWords(
  at: Instant,
  zone: Zone,
  otherZone: Zone,
  words: RecapWords,
  language: RecapLanguage,
): string {
  const here = `${dateWords(at, zone, words)}, ${clock(at, zone, language)} ${city(zone)}`;
  if (
    localDate(at, zone) === localDate(at, otherZone) &&
    localMinute(at, zone) === localMinute(at, otherZone)
  ) {
    return here;
  }
  const day = localDate(at, zone) === localDate(at, otherZone) ? '' : `${dateWords(at, otherZone, words)}, `;
  return `${here} (${day}${clock(at, otherZone, language)} ${city(otherZone)})`;
}

const clock = (at: Instant, zone: Zone, language: RecapLanguage): string => {
  const minute = localMinute(at, zone);
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
  return `${two.format(Math.floor(minute / 60))}:${two.format(minute % 60)}`;
};

/** `New York` of `America/New_York`. */
export const city = (zone: Zone): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
