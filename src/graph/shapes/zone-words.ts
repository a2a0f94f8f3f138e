import { findIana } from 'windows-iana';
import type { Zone } from '../../domain/time/time';
import { DAY, HOUR, MINUTE } from '../../domain/time/time';
import { isKnownZone, offsetAt } from '../../domain/time/zone';

/**
 * A zone written in words, as Windows lists it: `(UTC-05:00) Eastern Time (US & Canada)`. The words name an offset and
 * cities or a region; a name that says neither is nobody's zone. Names of Windows that have no city of the IANA list.
 */
const REGIONS: Readonly<Record<string, Zone>> = {
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
  'atlantic time': 'America/Halifax',
  newfoundland: 'America/St_Johns',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  arizona: 'America/Phoenix',
  'indiana east': 'America/Indiana/Indianapolis',
  saskatchewan: 'America/Regina',
  'central america': 'America/Guatemala',
  'baja california': 'America/Tijuana',
  chetumal: 'America/Cancun',
  yukon: 'America/Whitehorse',
  haiti: 'America/Port-au-Prince',
  salvador: 'America/Bahia',
  guadalajara: 'America/Mexico_City',
  greenland: 'America/Godthab',
  'aleutian islands': 'America/Adak',
  'turks and caicos': 'America/Grand_Turk',
  'saint pierre and miquelon': 'America/Miquelon',
  brasilia: 'America/Sao_Paulo',
  quito: 'America/Bogota',
  'city of buenos aires': 'America/Argentina/Buenos_Aires',
  'mid atlantic': 'Atlantic/South_Georgia',
  'cabo verde is': 'Atlantic/Cape_Verde',
  'cape verde is': 'Atlantic/Cape_Verde',
  edinburgh: 'Europe/London',
  bern: 'Europe/Zurich',
  'st petersburg': 'Europe/Moscow',
  kyiv: 'Europe/Kiev',
  'west central africa': 'Africa/Lagos',
  pretoria: 'Africa/Johannesburg',
  'abu dhabi': 'Asia/Dubai',
  islamabad: 'Asia/Karachi',
  chennai: 'Asia/Calcutta',
  kolkata: 'Asia/Calcutta',
  mumbai: 'Asia/Calcutta',
  'new delhi': 'Asia/Calcutta',
  'sri jayawardenepura': 'Asia/Colombo',
  kathmandu: 'Asia/Katmandu',
  yangon: 'Asia/Rangoon',
  astana: 'Asia/Almaty',
  'nur sultan': 'Asia/Almaty',
  ekaterinburg: 'Asia/Yekaterinburg',
  chokurdakh: 'Asia/Srednekolymsk',
  'petropavlovsk kamchatsky': 'Asia/Kamchatka',
  'port louis': 'Indian/Mauritius',
  hanoi: 'Asia/Bangkok',
  beijing: 'Asia/Shanghai',
  osaka: 'Asia/Tokyo',
  canberra: 'Australia/Sydney',
  wellington: 'Pacific/Auckland',
  'bougainville island': 'Pacific/Bougainville',
  'new caledonia': 'Pacific/Noumea',
  samoa: 'Pacific/Apia',
  "nuku'alofa": 'Pacific/Tongatapu',
  'marquesas islands': 'Pacific/Marquesas',
  'easter island': 'Pacific/Easter',
  'chatham islands': 'Pacific/Chatham',
  'kiritimati island': 'Pacific/Kiritimati',
  'norfolk island': 'Pacific/Norfolk',
  'lord howe island': 'Australia/Lord_Howe',
};

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[._-]+/g, ' ')
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

let cities: ReadonlyMap<string, readonly Zone[]> | null = null;

/** Cities and regions, with the zones that are called after them. */
function placesByName(): ReadonlyMap<string, readonly Zone[]> {
  if (cities !== null) return cities;
  const found = new Map<string, Zone[]>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    if (!zone.includes('/') || zone.startsWith('Etc/')) continue;
    const city = fold(zone.slice(zone.lastIndexOf('/') + 1));
    found.set(city, [...(found.get(city) ?? []), zone]);
  }
  for (const [name, zone] of Object.entries(REGIONS)) {
    if (isKnownZone(zone)) found.set(name, [zone, ...(found.get(name) ?? [])]);
  }
  cities = found;
  return found;
}

/** An offset in front: `(UTC-05:00)`, `(GMT+1)`, `UTC+05:30`. */
const OFFSET = /^\(?\s*(?:UTC|GMT)\s*(?:([+\-−–])\s*(\d{1,2})(?::?(\d\d))?)?\s*\)?[\s:,]*/i;

/** Zones at sea, which no place is called after: `(UTC-11:00) Coordinated Universal Time-11`. */
const AT_SEA = /^(?:coordinated universal time(?:\s*[+\-−–]\s*\d{1,2})?|international date line west)$/i;
const [EASTMOST, WESTMOST] = [14, -12];

function zoneAtSea(offset: number): Zone | null {
  const east = offset / HOUR;
  if (!Number.isInteger(east) || east > EASTMOST || east < WESTMOST) return null;
  return east === 0 ? 'UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

/** The longest name of a zone in Windows has 70 signs. */
const LONGEST = 200;

/** The zone that words name; null where they name none, or none for certain. */
export function zoneInWords(words: string): Zone | null {
  if (words.length > LONGEST) return null;
  const path = /((?:[A-Za-z]+\/){1,2}[A-Za-z][A-Za-z_+-]*)$/.exec(words)?.[1];
  if (path !== undefined && isKnownZone(path)) return path;
  const [said = '', sign, hours, minutes = '0'] = OFFSET.exec(words) ?? [];
  const inBrackets = said.startsWith('(') ? 0 : null;
  const offset =
    hours === undefined
      ? inBrackets
      : (sign === '+' ? 1 : -1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
  const names = words.slice(said.length);
  if (AT_SEA.test(names.trim())) return zoneAtSea(offset ?? 0);
  const places = placesByName();
  const named = [...partsOf(names).flatMap((part) => places.get(part) ?? []), ...windowsZones(names)];
  if (offset === null) return single(named);
  const fitting = named.filter((zone) => standardOffset(zone) === offset);
  if (fitting.length > 0) return fitting[0] ?? null;
  // The list of an older Windows: where a country has moved its clocks since, the place still is what it was.
  return single(named.filter((zone) => Math.abs(standardOffset(zone) - offset) <= HOUR));
}

/** The name that Windows has for the zone itself, beside an offset: `GMT+0100 (Central European Thresholds Time)`. */
const windowsZones = (names: string): readonly Zone[] =>
  names
    .split(/[(),;]/)
    .flatMap((name) => findIana(name.trim()).slice(0, 1))
    .filter(isKnownZone);

/** Where several are named, they have to agree. */
const single = (zones: readonly Zone[]): Zone | null =>
  new Set(zones.map((zone) => `${standardOffset(zone)} ${summerOffset(zone)}`)).size === 1
    ? (zones[0] ?? null)
    : null;

/** `Eastern Time (US & Canada)` names eastern time; `Indiana (East)` is one name; the rest are lists of cities. */
function partsOf(names: string): readonly string[] {
  const outside = names
    .replace(/\([^)]*\)/g, ',')
    .replace(/ - old$/i, '')
    .split(/[,;/]/);
  const whole = [names.replace(/[()]/g, ' '), ...outside, ...names.split(/[(),;/]/)];
  return [...new Set(whole.map(fold).filter((part) => part !== ''))];
}

const [JANUARY, JULY] = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
const standardOffset = (zone: Zone): number => Math.min(offsetAt(JANUARY, zone), offsetAt(JULY, zone));
const summerOffset = (zone: Zone): number => Math.max(offsetAt(JANUARY, zone), offsetAt(JULY, zone));

/**
 * A stand-in for a zone that nobody knows, so that the days of a series are those that its own rule names: the nearest
 * to `otherwise` in whose clocks the first occurrence lies on the first day of the rule, well away from midnight.
 */
export function standInZone(first: number, day: number, otherwise: Zone): Zone {
  const fits = (zone: Zone) => Math.floor((first + offsetAt(first, zone)) / DAY) === day;
  if (fits(otherwise)) return otherwise;
  const own = offsetAt(first, otherwise);
  const hours = Array.from({ length: 27 }, (_, at) => at - 12).filter((east) => {
    const clock = (((first + east * HOUR) % DAY) + DAY) % DAY;
    return Math.floor((first + east * HOUR) / DAY) === day && clock >= HOUR && clock < DAY - HOUR;
  });
  const [east] = hours.sort((a, b) => Math.abs(a * HOUR - own) - Math.abs(b * HOUR - own));
  return (east === undefined ? null : zoneAtSea(east * HOUR)) ?? otherwise;
}
