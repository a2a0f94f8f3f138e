import { dayNumber } from '../../domain/time/days';
import { type Instant, MINUTE, SECOND, type Zone } from '../../domain/time/time';
import { instantAt } from '../../domain/time/zone';

/** The order of day, month and year, which the file does not tell. */
export const ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof ORDERS)[number];

/** What the cell says, without an order, a zone or a century. */
interface WallTime {
  readonly parts: readonly [string, string, string];
  readonly minute: number;
  readonly second: number;
}

const TIME =
  /^(\d{1,4})[./\- ]{1,2}(\d{1,2})[./\- ]{1,2}(\d{1,4})[.,年日]* *(\D*?) *(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))? *(\D*)$/u;
/** Before noon and after noon, in the languages that write it. */
const AFTER_NOON = /^(?:p|下午|午後|오후|م|μμ|du|ch)/i;
const BEFORE_NOON = /^(?:a|上午|午前|오전|ص|πμ|de|sa)/i;

/** `15/11/22, 09:30:47`, `7/20/23, 4:16:29 PM`, `06.10.26, 18:01:00`. null: no time at all. */
function wallTimeOf(cell: string): WallTime | null {
  const found = TIME.exec(withPlainDigits(cell).replace(/\p{Zs}+/gu, ' '));
  if (found === null) return null;
  const [, a = '', b = '', c = '', before = '', hour = '', minute = '', second = '0', after = ''] = found;
  const half = before === '' ? after : before;
  const hours = hourOf(Number(hour), half);
  if (hours === null || Number(minute) > 59 || Number(second) > 59) return null;
  return { parts: [a, b, c], minute: hours * 60 + Number(minute), second: Number(second) };
}

function hourOf(hour: number, half: string): number | null {
  if (half === '') return hour <= 23 ? hour : null;
  if (hour > 12) return null;
  if (AFTER_NOON.test(half)) return (hour % 12) + 12;
  return BEFORE_NOON.test(half) ? hour % 12 : null;
}

/** Arabic and Persian digits. */
const withPlainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** False for what is no time in any order. */
export const isTime = (cell: string): boolean => wallTimeOf(cell) !== null;

/** The instant the cell means in this order, by the clocks of the zone; null where there is no such day. */
export function instantOf(cell: string, order: DateOrder, zone: Zone): Instant | null {
  const wall = wallTimeOf(cell);
  if (wall === null) return null;
  const [year = '', month = '', day = ''] = (['y', 'm', 'd'] as const).map(
    (part) => wall.parts[order.indexOf(part)] ?? '',
  );
  if (month.length > 2 || day.length > 2 || (year.length !== 4 && year.length !== 2)) return null;
  const date = `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const number = dayNumber(date);
  // 31 April is read as 1 May by some engines: then the day is not that day.
  if (Number.isNaN(number) || new Date(number * 1440 * MINUTE).toISOString().slice(0, 10) !== date)
    return null;
  return instantAt(date, wall.minute, zone) + wall.second * SECOND;
}

/**
 * Whether a written duration says these seconds, give or take so many. Units are words of the reader's language, so
 * only the numbers that are not 0 are compared: `1h 5s`, `1 Std. 0 Min. 5 Sek.` and `1:00:05` all say 1 and 5.
 */
export function saysDuration(cell: string, seconds: number, tolerance: number): boolean {
  const said = (withPlainDigits(cell).match(/\d+/g) ?? []).map(Number).filter((part) => part !== 0);
  for (let one = Math.max(0, seconds - tolerance); one <= seconds + tolerance; one += 1) {
    const parts = [Math.floor(one / 3600), Math.floor(one / 60) % 60, one % 60].filter((part) => part !== 0);
    if (parts.length === said.length && parts.every((part, index) => part === said[index])) return true;
  }
  return false;
}
