import type { Instant, Zone } from '../../domain/time/time';
import { instantAt } from '../../domain/time/zone';

const HOUR_MINUTES = 60;

/** What a `datetime-local` input says, meant in a zone; null while it is not a whole moment. */
export function instantOfField(value: string, zone: Zone): Instant | null {
  const [, date, hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(value) ?? [];
  if (date === undefined) return null;
  return instantAt(date, Number(hour) * HOUR_MINUTES + Number(minute), zone);
}
