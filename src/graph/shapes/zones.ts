import { findIana } from 'windows-iana';
import type { Zone } from '../../domain/time/time';
import { isKnownZone } from '../../domain/time/zone';
import { textOf } from '../client/json';

const known = new Map<string, Zone | null>();

/**
 * The IANA name of a zone as Graph writes it: a Windows name, an IANA name or `tzone://Microsoft/Utc`. Null for an
 * empty name (known on attendees' masters), for `tzone://Microsoft/Custom` and for names nobody knows.
 */
export function zoneOf(name: unknown): Zone | null {
  const text = textOf(name)?.trim() ?? '';
  let zone = known.get(text);
  if (zone === undefined) {
    zone = lookUp(text);
    known.set(text, zone);
  }
  return zone;
}

function lookUp(name: string): Zone | null {
  if (name === '' || name.length > 100) return null;
  if (/^(tzone:\/\/Microsoft\/Utc|UTC|Etc\/UTC|GMT|Etc\/GMT|Coordinated Universal Time)$/i.test(name))
    return 'UTC';
  const [zone] = findIana(name);
  if (zone !== undefined && isKnownZone(zone)) return zone;
  // Engines also take bare offsets ("+01:00") for zones; those know no clock changes.
  return /^[A-Za-z]/.test(name) && isKnownZone(name) ? name : null;
}

/** The first of several that is a zone; UTC when none is. */
export const firstZone = (...names: readonly unknown[]): Zone => {
  for (const name of names) {
    const zone = zoneOf(name);
    if (zone !== null) return zone;
  }
  return 'UTC';
};
