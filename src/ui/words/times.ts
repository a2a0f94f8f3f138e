import type { Instant, LocalDate, Span, Zone } from '../../domain/time/time';
import { MINUTE } from '../../domain/time/time';

type Parts = Partial<Readonly<Record<Intl.DateTimeFormatPartTypes, string>>>;

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** As everywhere in the log, the times of a zone that this engine does not know are taken as UTC. */
function knownZone(timeZone: Zone): Zone {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

/** How the pane writes days and hours, in the owner's zone. English, as the whole pane is; 24 hours. */
export function timeWords(zone: Zone) {
  const timeZone = knownZone(zone);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
  const day = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = format({ weekday: 'long' }).format;
  const short = { timeStyle: 'short', hourCycle: 'h23' } as const;
  const clock = format(short).format;
  const stamp = format({ dateStyle: 'short', ...short });
  const parts = (of: Intl.DateTimeFormat, at: Instant) =>
    Object.fromEntries(of.formatToParts(at).map((part) => [part.type, part.value])) as Parts;

  const dayOf = (at: Instant) => {
    const { weekday, day: number, month: name } = parts(day, at);
    return `${weekday} ${number} ${name}`;
  };
  const field = (at: Instant) => {
    const { year, month: number, day: date, hour, minute } = parts(stamp, at);
    return `${year}-${number}-${date}T${hour}:${minute}`;
  };
  const sameDay = (a: Instant, b: Instant) => day.format(a) === day.format(b);
  return {
    /** `Thu 29 Oct` */
    day: dayOf,
    /** `Thu 29 Oct 2026` */
    longDay: (at: Instant) => `${dayOf(at)} ${field(at).slice(0, 4)}`,
    /** `Thursday` */
    weekday: (at: Instant) => weekday(at),
    /** `29` */
    number: (at: Instant) => `${parts(day, at).day}`,
    /** `Oct` */
    month: (at: Instant) => `${parts(day, at).month}`,
    /** `15:30` */
    time: (at: Instant) => clock(at),
    /** `15:30–16:00` */
    span: ({ start, end }: Span) => `${clock(start)}–${clock(end)}`,
    /** `15:42` today, `Thu 29 Oct 15:42` on another day. */
    moment: (at: Instant, now: Instant) => (sameDay(at, now) ? clock(at) : `${dayOf(at)} ${clock(at)}`),
    /** `today`, `yesterday`, `tomorrow`, `on Thu 29 Oct`. */
    relativeDay: (at: Instant, now: Instant) => {
      if (sameDay(at, now)) return 'today';
      if (sameDay(at, now - DAY_MINUTES * MINUTE)) return 'yesterday';
      if (sameDay(at, now + DAY_MINUTES * MINUTE)) return 'tomorrow';
      return `on ${dayOf(at)}`;
    },
    sameDay,
    /** As a `datetime-local` input wants it: `2026-11-20T15:40`. */
    field,
    /** The day on the calendar, to reckon with: `2026-11-20`. */
    date: (at: Instant): LocalDate => field(at).slice(0, 10),
  };
}
export type TimeWords = ReturnType<typeof timeWords>;

/** `10 min`, `1 h 30 min`, `3 days`, `2 days 1 h`; whole minutes, never rounded up. */
export function minuteWords(minutes: number): string {
  const whole = Math.floor(minutes + 1e-9);
  if (whole < 1) return minutes > 0 ? 'under 1 min' : '0 min';
  if (whole < HOUR_MINUTES) return `${whole} min`;
  const hours = Math.floor(whole / HOUR_MINUTES);
  if (whole < DAY_MINUTES) {
    const rest = whole % HOUR_MINUTES;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  }
  const days = Math.floor(whole / DAY_MINUTES);
  const rest = hours % 24;
  return `${days} ${days === 1 ? 'day' : 'days'}${rest === 0 ? '' : ` ${rest} h`}`;
}

/** The same for a tile of the history, where every letter counts: `10 min`, `90 min`, `21 h`, `3 d`. */
export function shortMinutes(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes) + 1e-9);
  if (whole < 100) return `${whole} min`;
  if (whole < DAY_MINUTES) return `${Math.floor(whole / HOUR_MINUTES)} h`;
  return `${Math.floor(whole / DAY_MINUTES)} d`;
}

/** How long ago the calendar was read. */
export function agoWords(then: Instant, now: Instant): string {
  const minutes = Math.floor((now - then) / MINUTE);
  if (minutes < 1) return 'just now';
  return `${minuteWords(minutes)} ago`;
}

/** `A`, `A and B`, `A, B and C`. */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
