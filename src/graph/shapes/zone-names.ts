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
  // Windows calls one zone by another name in summer, and Exchange was seen to write it.
  const [zone] = [name, name.replace(/ (?:Daylight|Summer) Time$/i, ' Standard Time')].flatMap((one) =>
    findIana(one),
  );
  if (zone !== undefined && isKnownZone(zone)) return zone;
  // Engines also take offsets for zones ("+01:00", "GMT-0500", "Somewhere (UTC+01:00)"); those know no clock changes.
  if (/^[A-Za-z][A-Za-z_]*(?:\/[A-Za-z0-9_/+-]+)?$|^[A-Z]{3}\d[A-Z]{3}$/.test(name) && isKnownZone(name))
    return name;
  const path = name.replace(
    /^([A-Za-z]+) - ([A-Za-z ]+)$/,
    (_, area, city) => `${area}/${city.replaceAll(' ', '_')}`,
  );
  return zoneInWords(path);
}

/** The first of several that is a zone; UTC when none is. */
export const firstZone = (...names: readonly unknown[]): Zone => {
  for (const name of names) {
    const zone = zoneOf(name);
    if (zone !== null) return zone;
  }
  return 'UTC';
};
