/** Times as the host page writes them, in the zone of the mailbox. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions, instant: number): string {
  const name = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(name) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formats.set(name, known);
  return known.format(instant);
}

export const clockOf = (zone: string, instant: number): string =>
  format(zone, { hour: '2-digit', minute: '2-digit', hour12: false }, instant);

/** `Fri 20 Nov`. */
export const dayOf = (zone: string, instant: number): string =>
  format(zone, { weekday: 'short', day: 'numeric', month: 'short' }, instant).replace(',', '');

export const yearOf = (zone: string, instant: number): string => format(zone, { year: 'numeric' }, instant);

export const monthOf = (zone: string, instant: number): string =>
  format(zone, { month: 'long', year: 'numeric' }, instant);

/** `2026-11-20`, the local date. */
export const dateOf = (zone: string, instant: number): string => {
  const [day, month, year] = format(
    zone,
    { day: '2-digit', month: '2-digit', year: 'numeric' },
    instant,
  ).split('/');
  return `${year}-${month}-${day}`;
};

/** Minutes since local midnight. */
export const minuteOf = (zone: string, instant: number): number => {
  const [hour = 0, minute = 0] = clockOf(zone, instant).split(':').map(Number);
  return hour * 60 + minute;
};

export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replace('_', ' ') ?? zone;

export const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('');

const TINTS = ['#0f6cbd', '#8764b8', '#c239b3', '#107c10', '#ca5010', '#038387', '#4f6bed'];

/** Always the same colour for the same name. */
export const tintOf = (name: string): string => {
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return TINTS[sum % TINTS.length] ?? '#0f6cbd';
};
