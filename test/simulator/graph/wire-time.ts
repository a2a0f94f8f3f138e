import { clockIn, type Instant, instantOf, type Span } from '../time';

/** Windows names of the zones the worlds live in, as Exchange writes them. */
const WINDOWS_ZONES: Record<string, string> = {
  'Europe/London': 'GMT Standard Time',
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/Paris': 'Romance Standard Time',
  'Europe/Warsaw': 'Central European Standard Time',
  'Europe/Budapest': 'Central Europe Standard Time',
  'Europe/Helsinki': 'FLE Standard Time',
  'America/New_York': 'Eastern Standard Time',
  'America/Chicago': 'Central Standard Time',
  'America/Denver': 'Mountain Standard Time',
  'America/Los_Angeles': 'Pacific Standard Time',
  'America/Sao_Paulo': 'E. South America Standard Time',
  'Asia/Kolkata': 'India Standard Time',
  'Asia/Shanghai': 'China Standard Time',
  'Asia/Tokyo': 'Tokyo Standard Time',
  'Asia/Kathmandu': 'Nepal Standard Time',
  'Asia/Dubai': 'Arabian Standard Time',
  'Australia/Sydney': 'AUS Eastern Standard Time',
  'Australia/Lord_Howe': 'Lord Howe Standard Time',
  'Pacific/Auckland': 'New Zealand Standard Time',
  UTC: 'UTC',
};

const IANA_ZONES = new Map(
  Object.entries(WINDOWS_ZONES).map(([iana, windows]) => [windows.toLowerCase(), iana]),
);

/** Exchange says never like this. */
export const NEVER = '0001-01-01T00:00:00Z';

export const windowsZone = (zone: string): string => WINDOWS_ZONES[zone] ?? zone;

/** A zone named the Windows or the IANA way, as one that can be computed with; null for an unknown name. */
export function knownZone(name: string): string | null {
  const windows = IANA_ZONES.get(name.toLowerCase());
  if (windows !== undefined) return windows;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone === '' ? null : name;
  } catch {
    return null;
  }
}

/** Graph's dateTimeTimeZone: seven decimals, no Z, the zone beside it under the name that was asked for. */
export function graphTime(instant: Instant, zoneName: string) {
  const zone = knownZone(zoneName) ?? 'UTC';
  return { dateTime: `${clockIn(zone, instant)}0000`, timeZone: zoneName };
}

/** Graph's timeSlot. */
export const slotJson = ({ start, end }: Span, zoneName = 'UTC') => ({
  start: graphTime(start, zoneName),
  end: graphTime(end, zoneName),
});

/** Graph's DateTimeOffset, with as many decimals as Outlook writes (none). */
export const offsetTime = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** As Teams writes instants: seven decimals and a Z. */
export const teamsTime = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 23)}0000Z`;

/** A time of a query: the offset in it counts, without one it is UTC. Null where it is no time. */
export function queryTime(text: string): Instant | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.(\d+))?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [, date = '', clock = '00:00', fraction = '0', zone = 'Z'] = match;
  const time = Date.parse(
    `${date}T${clock.length === 5 ? `${clock}:00` : clock}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`,
  );
  return Number.isNaN(time) ? null : time;
}

/** A dateTimeTimeZone of a request body as an instant, or null. */
export function bodyTime(given: unknown): Instant | null {
  if (typeof given !== 'object' || given === null || !('dateTime' in given)) return null;
  const { dateTime } = given;
  const zoneName = 'timeZone' in given && typeof given.timeZone === 'string' ? given.timeZone : 'UTC';
  const zone = knownZone(zoneName);
  if (typeof dateTime !== 'string' || zone === null) return null;
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z)?$/.exec(dateTime);
  if (match === null) return null;
  return instantOf(match[1] ?? '', match[2] ?? '', match[3] === undefined ? zone : 'UTC');
}
