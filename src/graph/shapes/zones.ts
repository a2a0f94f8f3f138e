import { findIana } from 'windows-iana';
import type { Zone } from '../../domain/time/time';
import { isKnownZone } from '../../domain/time/zone';
import { textOf } from '../client/json';
import { zoneInWords } from './zone-words';

const known = new Map<string, Zone | null>();

/**
 * The IANA name of a zone as Graph writes it: a Windows name, an IANA name, `tzone://Microsoft/Utc`, or words that name
 * an offset and cities. Null for an empty name (known on attendees' masters), for `tzone://Microsoft/Custom`, for
 * `Customized Time Zone` and for names nobody knows.
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

function lookUp(given: string): Zone | null {
  if (given === '' || given.length > 200) return null;
  const name = given.replace(/^tzone:\/\/Microsoft\/(?!Utc$)/i, '');
  if (/^(tzone:\/\/Microsoft\/Utc|UTC|Etc\/UTC|GMT|Etc\/GMT|Coordinated Universal Time)$/i.test(name))
    return 'UTC';
  const [zone] = findIana(name);
  if (zone !== undefined && isKnownZone(zone)) return zone;
  // Engines also take offsets for zones ("+01:00", "Somewhere (UTC+01:00)"); those know no clock changes.
  return /^[A-Za-z][A-Za-z0-9_/-]*(\+\d+)?$/.test(name) && isKnownZone(name) ? name : zoneInWords(name);
}

/** The first of several that is a zone; UTC when none is. */
export const firstZone = (...names: readonly unknown[]): Zone => {
  for (const name of names) {
    const zone = zoneOf(name);
    if (zone !== null) return zone;
  }
  return 'UTC';
};
