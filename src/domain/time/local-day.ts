import { tz } from '@date-fns/tz/tz';
import { isSameDay } from 'date-fns';
import type { Instant, Zone } from './time';
import { isKnownZone } from './zone';

/** Whether both fall on one day of the zone's calendar. A zone nobody knows is taken as UTC. */
export const onSameDay = (a: Instant, b: Instant, zone: Zone): boolean =>
  isSameDay(a, b, { in: tz(isKnownZone(zone) ? zone : 'UTC') });
