import { withPlainDigits } from './digits';

/** A time as it stands in a cell: the numbers of its day in their order, its clock, and the words beside the clock. */
export interface WrittenTime {
  readonly date: readonly [string, string, string];
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** False where the cell stops at the minute. */
  readonly hasSeconds: boolean;
  /** Words before the hour and after the last number, which can say which half of the day it is. */
  readonly before: string;
  readonly after: string;
  /** Words around the numbers of the day: an era, a weekday. */
  readonly beside: string;
}

/** Longer than any language writes a time; whatever follows is never looked at. */
const LONGEST = 100;
const HAN_DIGITS = '〇一二三四五六七八九';

const known = new Map<string, readonly WrittenTime[]>();
/** So many cells are remembered: a large file has as many times twice. */
const REMEMBERED = 50_000;

/** Every way to read the cell as a day and a time of it: the day mostly comes first. None: it is no time. */
export function timesIn(cell: string): readonly WrittenTime[] {
  if (cell.length < 9 || cell.length > LONGEST) return [];
  let times = known.get(cell);
  if (times === undefined) {
    times = readTimes(cell);
    if (known.size >= REMEMBERED) known.clear();
    known.set(cell, times);
  }
  return times;
}

const IN_UTC = /(\d)\s?(?:Z|UTC|GMT)$/i;

/** The cell names its zone, as none does that a program writes for a person to read. */
export const isInUtc = (cell: string): boolean => cell.length <= LONGEST && IN_UTC.test(cell);

export const isTime = (cell: string): boolean => timesIn(cell).length > 0;

function readTimes(cell: string): readonly WrittenTime[] {
  const { numbers, between } = partsOf(cell);
  const size = numbers.length;
  if (size !== 5 && size !== 6) return [];
  const dayFirst = readAs(numbers, between, 0, 3);
  const clockFirst = readAs(numbers, between, size - 3, 0);
  const found = [dayFirst, clockFirst].filter((time) => time !== null);
  // A colon stands in clocks only; languages without one are read either way.
  const withColon = found.filter((time) => time.colon);
  return withColon.length > 0 ? withColon : found;
}

function partsOf(cell: string): { numbers: string[]; between: string[] } {
  // What is less than a second is nobody's lateness.
  const folded = withPlainDigits(cell.normalize('NFKC'))
    .replace(/(:\d\d:\d\d)[.,]\d{1,7}(?!\d)/, '$1')
    .replace(/(\d)T(\d)/, '$1 $2')
    .replace(IN_UTC, '$1');
  const plain = /\d/.test(folded)
    ? folded
    : folded.replace(/[〇一二三四五六七八九]/g, (sign) => String(HAN_DIGITS.indexOf(sign)));
  const [numbers, between]: [string[], string[]] = [[], ['']];
  for (const [part] of plain.matchAll(/\d+|\D+/g)) {
    if (/\d/.test(part)) {
      numbers.push(part);
      between.push('');
    } else between[between.length - 1] = part;
  }
  return { numbers, between };
}

function readAs(
  numbers: readonly string[],
  between: readonly string[],
  day: number,
  clock: number,
): (WrittenTime & { readonly colon: boolean }) | null {
  const end = clock === 0 ? day : numbers.length;
  const [hour, minute, second] = numbers.slice(clock, end);
  const date = numbers.slice(day, day + 3);
  const [a, b, c] = date;
  if (a === undefined || b === undefined || c === undefined || hour === undefined || minute === undefined)
    return null;
  if (hour.length > 2 || minute.length > 2 || (second !== undefined && second.length > 2)) return null;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  if (!looksLikeDay(date)) return null;
  const apart = between.slice(clock + 1, end);
  if (apart.some((sign) => sign.length > 8 || sign === '' || sign.includes('/'))) return null;
  // Where units are words (`0 h 30 min 02 s`), the one after the last number is a unit as well.
  const inWords = apart.length === 2 && /\p{L}/u.test(apart[1] ?? '');
  const after = wordsOf(between[end] ?? '');
  return {
    date: [a, b, c],
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    hasSeconds: second !== undefined,
    before: wordsOf(between[clock] ?? '').join(' '),
    after: (inWords ? after.slice(1) : after).join(' '),
    beside: wordsOf(clock === 0 ? (between.at(-1) ?? '') : between.slice(0, 3).join(' ')).join(' '),
    colon: apart.some((sign) => sign.includes(':')),
  };
}

/** One number is a year, the others are a month and a day of some calendar. */
const looksLikeDay = (date: readonly string[]): boolean =>
  date.every((number) => number.length <= 4) &&
  date.filter((number) => number.length <= 2 && Number(number) >= 1 && Number(number) <= 32).length >= 2;

/** Letters alone, folded: `p. m.` and `PM` are one word, for nobody knows where a program puts its points. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '');
